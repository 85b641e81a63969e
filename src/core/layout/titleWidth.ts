import { arialWidth } from '../../lib/arial';
import { textWidth } from '../../lib/textWidth';
import type { Catalog } from '../catalog/catalog';
import { referencesOf } from '../catalog/references';
import { surroundingsOf } from '../catalog/surroundings';
import type { Document, Resource } from '../model/document';
import { spacing } from './grid';

/** The icon and the gap before the words, and a fixed-width letter of the detail, in px. */
const beforeWords = 30;
const detailLetter = 6.6;
const betweenWords = 8;

/** How far the icon, the name and the CIDR block reach from the left of a box, in px. */
export function titleWordsOf(catalog: Catalog, document: Document, resource: Resource): number {
  const { look } = catalog.kind(resource.kind);
  const detail = look?.(resource, surroundingsOf(document, resource.id)).detail ?? '';
  const after = detail === '' ? 0 : betweenWords + detail.length * detailLetter;
  return Math.min(resource.w, beforeWords + arialWidth(resource.name, 12, 600) + after);
}

/** The room of a title line that shows all its words and chips, in px. */
export function titleWidthOf(catalog: Catalog, document: Document, resource: Resource): number {
  const { look } = catalog.kind(resource.kind);
  const detail = look?.(resource, surroundingsOf(document, resource.id)).detail ?? '';
  let width =
    spacing.titleIcon + arialWidth(resource.name, 13, 600) + textWidth(detail, 13) + spacing.padding;
  for (const { to } of referencesOf(catalog, resource)) {
    const chip = document.resources.get(to);
    if (chip !== undefined && catalog.kind(chip.kind).shape.as === 'chip')
      width += Math.min(spacing.chip, spacing.titleIcon + textWidth(chip.name, 12));
  }
  return width;
}

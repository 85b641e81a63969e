/** What a plan adds, changes and takes away, as lines of a list for a scene. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, ResourceId } from '../model/document';
import { valuesOf } from '../model/queries';
import { escapedMarkdown } from '../scenes/markdown';

export interface Changes {
  /** What is new or otherwise, of what is there afterwards. */
  readonly ids: readonly ResourceId[];
  /** One list; empty where nothing of it can be told. */
  readonly words: readonly Words[];
}

/** So many lines; what is more is counted. */
const mostLines = 6;

export function changesOf(catalog: Catalog, before: Document, after: Document): Changes {
  const ids: ResourceId[] = [];
  const lines: Words[] = [];
  const called = ({ kind, name }: Resource): Words => {
    const { label } = catalog.kind(kind);
    return { en: `${label.en} **${escapedMarkdown(name)}**`, ja: `${label.ja} **${escapedMarkdown(name)}**` };
  };
  for (const [id, resource] of after.resources) {
    const was = before.resources.get(id);
    const { en, ja } = called(resource);
    if (was === undefined) lines.push({ en: `New: ${en}`, ja: `追加: ${ja}` });
    else if (valuesOf(was) !== valuesOf(resource) || was.parentId !== resource.parentId)
      lines.push({ en: `Changed: ${en}`, ja: `変更: ${ja}` });
    else continue;
    ids.push(id);
  }
  for (const [id, resource] of before.resources) {
    if (after.resources.has(id)) continue;
    const { en, ja } = called(resource);
    lines.push({ en: `Deleted: ${en}`, ja: `削除: ${ja}` });
  }
  const more = lines.length - mostLines;
  const told = more > 0 ? lines.slice(0, mostLines) : lines;
  if (more > 0) told.push({ en: `and ${more} more`, ja: `ほか ${more} 件` });
  const list = (language: 'en' | 'ja') => told.map((line) => `- ${line[language]}`).join('\n');
  return { ids, words: told.length === 0 ? [] : [{ en: list('en'), ja: list('ja') }] };
}

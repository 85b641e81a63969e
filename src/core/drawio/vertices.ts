/** Containers, icons, notes and what hangs on them, as draw.io has shapes: each in its container, and placed from its corner. */
import type { Catalog } from '../catalog/catalog';
import type { PictureShape } from '../catalog/kind';
import type { Box } from '../drawing/boxes';
import type { Drawn } from '../drawing/drawn';
import { hangingWords } from '../drawing/looks';
import type { Hanging } from '../drawing/looks';
import { noteText } from '../drawing/noteText';
import { hiddenIn, isCollapsed } from '../layout/collapsed';
import type { Document, ResourceId } from '../model/document';
import { textWidth } from '../../lib/textWidth';
import type { Rect } from '../../lib/rect';
import type { Language } from '../../lib/words';
import { wrapped } from '../../lib/wrapped';
import { groupIconOf, shapeOf } from './awsShapes';
import type { Shape } from './edges';
import { foldedStyle, groupStyle, iconStyle, noteStyle, plateStyle } from './styles';
import { pictureCell, plainLineCell } from './pictures';
import { groupsWords } from './words';
import { element, type XmlElement } from './xml';

/** Of an icon, in px; and the most that a line of its label takes, as on the canvas. */
const iconSize = 48;
const labelWidth = 116;

export interface Vertices {
  readonly cells: readonly XmlElement[];
  /** What arrows can end at. */
  readonly shapes: ReadonlyMap<ResourceId, Shape>;
}

export function verticesOf(
  catalog: Catalog,
  document: Document,
  drawn: Drawn,
  language: Language,
  freeId: (wanted: string) => string,
): Vertices {
  const { boxes, looks, titles } = drawn;
  const cells: XmlElement[] = [];
  const shapes = new Map<ResourceId, Shape>();

  const draw = (box: Box, style: string, value: string, at: Rect = box): string => {
    const { id, parentId } = box.resource;
    const shape = { id: freeId(`r-${id}`), at };
    const parent = parentId === null ? undefined : shapes.get(parentId);
    shapes.set(id, shape);
    cells.push(vertex(shape.id, style, value, at, parent));
    return shape.id;
  };

  const drawContainer = (box: Box): void => {
    const { resource } = box;
    const { shape, icon } = catalog.kind(resource.kind);
    if (shape.as !== 'container') return;
    const look = looks.look(resource.id);
    const colour = look.colour ?? shape.border.colour;
    if (isCollapsed(catalog, resource)) {
      const inside = [...hiddenIn(catalog, document.resources).values()].filter((id) => id === resource.id);
      draw(box, foldedStyle(colour), `▸ ${oneLine(resource.name)} (${inside.length})`);
      return;
    }
    const title = [oneLine(resource.name), look.detail ?? ''].filter((text) => text !== '').join('  ');
    draw(box, groupStyle(shape.border, colour, groupIconOf(look.icon ?? icon)), title);
    const [, ...places] = titles.of(resource.id);
    // Its places are told from the right.
    places.reverse().forEach((at, index) => {
      const hanging = looks.chips(resource.id)[index];
      if (hanging === undefined) return;
      const style = plateStyle(hanging.mark === 'unused' ? 'unused' : 'chip');
      const id = freeId(`r-${hanging.id}-on-${resource.id}`);
      cells.push(vertex(id, style, chipText(hanging, language), at, shapes.get(resource.id)));
    });
  };

  const drawIcon = (box: Box): void => {
    const { resource, x, y, w } = box;
    const { shape, icon } = catalog.kind(resource.kind);
    const look = looks.look(resource.id);
    const at = { x: x + (w - iconSize) / 2, y, w: iconSize, h: iconSize };
    const groups = looks.shields(resource.id).map((shield) => oneLine(shield.resource.name));
    const label = [
      ...wrapped(oneLine(resource.name), labelWidth, 12),
      ...(groups.length === 0 ? [] : [`${groupsWords[language]}: ${groups.join(', ')}`]),
    ];
    const id = draw(box, iconStyle(shapeOf(look.icon ?? icon)), label.join('\n'), at);
    const badge = look.badge ?? (shape.as === 'icon' ? shape.badge : undefined);
    if (badge === undefined) return;
    const text = badge[language];
    const plate = { x: at.x - 8, y: at.y - 6, w: Math.ceil(textWidth(text, 9)) + 12, h: 15 };
    cells.push(vertex(freeId(`${id}-badge`), plateStyle('badge'), text, plate, { id, at }));
  };

  const drawPicture = (box: Box, shape: PictureShape): void => {
    const { id } = box.resource;
    if (shape.draws === 'line') {
      const line = { id: freeId(`r-${id}`), at: box };
      shapes.set(id, line);
      cells.push(plainLineCell(catalog, box, shape, line.id));
      return;
    }
    const { style, value } = pictureCell(catalog, box, shape, looks.look(id));
    draw(box, style, oneLine(value));
  };

  for (const box of boxes.values()) {
    const { shape } = catalog.kind(box.resource.kind);
    if (shape.as === 'container') drawContainer(box);
    else if (shape.as === 'icon') drawIcon(box);
    else if (shape.as === 'picture') drawPicture(box, shape);
    else draw(box, noteStyle, wrapped(noteText(catalog, box.resource), box.w - 18, 12).join('\n'));
  }
  return { cells, shapes };
}

/** A cell of draw.io that is no arrow. Without a parent it stands on the page. */
export function vertex(id: string, style: string, value: string, at: Rect, parent?: Shape): XmlElement {
  const from = parent?.at ?? { x: 0, y: 0 };
  return element('mxCell', { id, value, style, vertex: 1, parent: parent?.id ?? '1' }, [
    element('mxGeometry', { x: at.x - from.x, y: at.y - from.y, width: at.w, height: at.h, as: 'geometry' }),
  ]);
}

function chipText({ resource, mark }: Hanging, language: Language): string {
  const name = oneLine(resource.name);
  return mark === null ? name : `${name} ${hangingWords[mark][language]}`;
}

/** A name is one line whatever stands in it. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

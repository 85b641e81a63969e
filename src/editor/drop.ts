/**
 * Where a thing goes that is let go at a point: by what its kind may stand in and by what is under the pointer. Only what has no
 * meaning is refused, with the reason.
 */
import type { Catalog, AnyKind } from '../core/catalog/catalog';
import { isCollapsed } from '../core/layout/collapsed';
import { isDrawnOver } from '../core/layout/drawnOver';
import type { Document, Point, Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { japanese } from '../lib/japanese';
import { holds, holdsAll, type Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import type { Box, Boxes } from '../core/drawing/boxes';
import type { Editor } from './editor';
import { viewOf } from './view';

export interface Ground {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly boxes: Boxes;
}

/** Where things land now: in the document as it stands, whatever is dragged. */
export function groundNow(editor: Editor): Ground {
  return { catalog: editor.catalog, document: editor.store.document, boxes: viewOf(editor).standing() };
}

export type Landing =
  | {
      readonly parentId: ResourceId | null;
      /** For a chip or a shield let go on something that can name it: the field to set. */
      readonly hangOn?: { readonly id: ResourceId; readonly field: string };
    }
  | { readonly refusal: Words; readonly over: ResourceId | null };

/** How far from a border something that stands on borders may be let go, in px. */
const borderReach = 40;

/**
 * Where one of a kind goes that is let go at `point`; `without` are the things that are being dragged, with what is in them.
 * What is drawn over others belongs to the innermost box that has all of it (`rect`), and is never refused.
 */
export function landingAt(
  { catalog, document, boxes }: Ground,
  kindName: KindName,
  point: Point,
  without: ReadonlySet<ResourceId>,
  isNew = false,
  rect?: Rect,
): Landing {
  const kind = catalog.kind(kindName);
  const { shape } = kind;
  const accepts = (id: ResourceId | null): boolean => {
    const parent = id === null ? 'canvas' : document.resources.get(id)?.kind;
    return parent !== undefined && kind.parents.includes(parent);
  };
  if (shape.as === 'icon' && shape.onBorder === true) {
    const nearby = containersAt({ catalog, boxes }, point, without, borderReach).find(
      ({ kind: found, id }) => found === kind.parents[0] && accepts(id),
    );
    if (nearby !== undefined) return { parentId: nearby.id };
  }
  const under = containersAt({ catalog, boxes }, point, without, 0);
  if (isDrawnOver(catalog, kindName)) {
    const has = (box: Rect | undefined): boolean =>
      rect === undefined || (box !== undefined && holdsAll(box, rect));
    return { parentId: under.find(({ id }) => accepts(id) && has(boxes.get(id)))?.id ?? null };
  }
  const chip = chipAt({ catalog, boxes }, point, without);
  if (chip !== undefined && accepts(chip.id)) return { refusal: collapsedWords(chip), over: chip.id };
  const over = under[0]?.id ?? null;
  const acceptable = [...under.map(({ id }) => id), null].find(accepts);
  if (shape.as === 'chip' || shape.as === 'badge') {
    const host = hostAt({ catalog, boxes }, kind, point, without);
    const parentId = acceptable ?? undefined;
    if (host !== undefined && parentId !== undefined) return { parentId, hangOn: host };
    // It takes no room, so what is under the pointer does not matter, only what is around it.
    if (acceptable !== undefined) return { parentId: acceptable };
    return { refusal: refusalWords(catalog, kind, document, over), over };
  }
  // A new box let go over one that stands where it would stand itself goes beside that one.
  const isOverSibling =
    isNew &&
    shape.as === 'container' &&
    over !== null &&
    document.resources.get(over)?.parentId === acceptable;
  const isOnBorder = shape.as === 'icon' && shape.onBorder === true;
  if (acceptable !== undefined && (acceptable === over || isOnBorder || isOverSibling))
    return { parentId: acceptable };
  return { refusal: refusalWords(catalog, kind, document, over), over };
}

/** The containers at a point, the innermost first. */
function containersAt(
  { catalog, boxes }: Pick<Ground, 'catalog' | 'boxes'>,
  point: Point,
  without: ReadonlySet<ResourceId>,
  reach: number,
): { readonly id: ResourceId; readonly kind: KindName; readonly depth: number }[] {
  const found: { id: ResourceId; kind: KindName; depth: number }[] = [];
  for (const [id, box] of containersIn(catalog, boxes))
    if (holds(box, point, reach) && !without.has(id) && !isCollapsed(catalog, box.resource))
      found.push({ id, kind: box.resource.kind, depth: box.depth });
  // Of two as deep, the later is drawn above the other.
  return found.reverse().sort((a, b) => b.depth - a.depth);
}

function chipAt(
  { catalog, boxes }: Pick<Ground, 'catalog' | 'boxes'>,
  point: Point,
  without: ReadonlySet<ResourceId>,
): Resource | undefined {
  for (const [id, box] of containersIn(catalog, boxes))
    if (holds(box, point) && !without.has(id) && isCollapsed(catalog, box.resource)) return box.resource;
  return undefined;
}

type Containers = readonly (readonly [ResourceId, Box])[];

const remembered = new WeakMap<Boxes, Containers>();

/** Open and collapsed ones. They are found once: a drag asks at every step, and of 5,000 resources they are few. */
function containersIn(catalog: Catalog, boxes: Boxes): Containers {
  let found = remembered.get(boxes);
  if (found === undefined)
    remembered.set(
      boxes,
      (found = [...boxes].filter(([, { resource }]) => catalog.kind(resource.kind).shape.as === 'container')),
    );
  return found;
}

/** Why nothing is put into something of which the inside is not seen. */
export function collapsedWords({ name }: Pick<Resource, 'name'>): Words {
  return {
    en: `${name} is collapsed: expand it to put something into it`,
    ja: japanese`${name}は折りたたまれています。中に置くには展開してください`,
  };
}

/** What is under the pointer and has a field that can name one of this kind. */
function hostAt(
  { catalog, boxes }: Pick<Ground, 'catalog' | 'boxes'>,
  kind: AnyKind,
  point: Point,
  without: ReadonlySet<ResourceId>,
): { readonly id: ResourceId; readonly field: string } | undefined {
  const under = [...boxes.values()].filter((box) => holds(box, point) && !without.has(box.resource.id));
  for (const { resource } of under.reverse().sort((a, b) => b.depth - a.depth))
    for (const [field, described] of catalog.fields(resource.kind))
      if (
        (described.control === 'ref' || described.control === 'refs') &&
        described.kinds.includes(kind.kind)
      )
        return { id: resource.id, field };
  return undefined;
}

export function refusalWords(
  catalog: Catalog,
  kind: AnyKind,
  document: Document,
  over: ResourceId | null,
): Words {
  const homes = kind.parents.map((parent): Words =>
    parent === 'canvas' ? { en: 'the bare canvas', ja: 'キャンバス' } : catalog.kind(parent).label,
  );
  const en = homes.map((home) => home.en).join(' or ');
  const ja = homes.map((home) => home.ja).join('または');
  const target = over === null ? undefined : document.resources.get(over);
  if (target === undefined)
    return {
      en: `${kind.label.en}: drop it in ${en}`,
      ja: japanese`${kind.label.ja}は${ja}の中に置いてください`,
    };
  const label = catalog.kind(target.kind).label;
  return {
    en: `${kind.label.en} cannot stand in ${label.en}; it goes in ${en}`,
    ja: japanese`${kind.label.ja}は${label.ja}の中に置けません。置ける場所: ${ja}`,
  };
}

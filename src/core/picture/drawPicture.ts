/** Makes the picture of a diagram, or of a part of it. */
import type { Catalog } from '../catalog/catalog';
import { drawn } from '../drawing/drawn';
import type { LensView } from '../lenses/lens';
import type { Document, FlowId, ResourceId } from '../model/document';
import { flowVerdicts } from '../network/flowVerdict';
import type { Trace } from '../network/trace';
import { grown, overlaps, around, type Rect } from '../../lib/rect';
import type { Language, Words } from '../../lib/words';
import { boundsOf } from './bounds';
import { describe, resourceName } from './description';
import { flowGroups, referenceGroup } from './flows';
import { legendBelow } from './legend';
import { faded, lensGroups, lensPlate, notesOf, seenThrough, tintedChip, tintedGround } from './lens';
import { fitted, printable, textAt, widthOf } from './lines';
import { layers, type Group, type Layer, type Part, type Picture } from './picture';
import { shapeOf } from './shapes';
import type { DrawingOf } from './shapes/drawing';
import { verdictInk } from './signs';

export interface PictureOptions {
  readonly language: Language;
  readonly show?: Shown;
  /** What the lines mean, below the diagram. */
  readonly legend?: boolean;
  /** A heading above the diagram. */
  readonly heading?: string;
  /** The flows at full strength; the others are faint. Absent: all are. */
  readonly inFocus?: ReadonlySet<FlowId>;
  /** What it is seen through: what does not matter fades, arrows that are not in focus among it. */
  readonly lens?: LensView | undefined;
  /** Tells which lens that is, above what is shown. */
  readonly namesLens?: boolean;
}

/** What of the diagram: all of it, a rectangle of the canvas (a frame, what a scene shows), or some resources. */
export type Shown =
  | { readonly what: 'all' }
  | { readonly what: 'rect'; readonly rect: Rect }
  | { readonly what: 'some'; readonly resources: ReadonlySet<ResourceId> };

/** In px: around everything, and around what a rectangle was not asked for. */
const margin = 24;
const emptySize = { w: 320, h: 160 };

export function drawPicture(
  catalog: Catalog,
  document: Document,
  traces: ReadonlyMap<FlowId, Trace>,
  {
    language,
    show = { what: 'all' },
    legend = false,
    heading,
    inFocus,
    lens,
    namesLens = false,
  }: PictureOptions,
): Picture {
  const say = (words: Words): string => words[language];
  const arrows = drawn(catalog, document, traces);
  const { boxes, looks } = arrows;
  const isShown = shownBy(show, document);
  const drawing: DrawingOf = { catalog, document, looks, say };
  const named = { catalog, document, looks, say };

  const groups: Group[] = [];
  const layerOf = new Map<ResourceId, Layer>();
  const seen = [...boxes.values()].filter(({ resource }) => isShown(resource.id));
  for (const standing of seen) {
    const { layer, draw } = shapeOf(standing, drawing);
    const { id } = standing.resource;
    const name = resourceName(standing, named);
    layerOf.set(id, layer);
    const group = {
      id: `resource ${id}`,
      layer,
      name: [name, ...notesOf(lens, id, say)].join(', '),
      about: { resource: id },
    };
    if (lens === undefined) {
      groups.push({ ...group, parts: draw(standing, drawing) });
      continue;
    }
    // What hangs on it may matter though it does not, and the other way round.
    const hanging: Group[] = [];
    const apart = (on: ResourceId, parts: readonly Part[]): void => {
      const about = { resource: on };
      const own = { id: `hanging ${hanging.length} ${id}`, layer, about, ...seenThrough(lens, on) };
      hanging.push({ ...own, parts: tintedChip(lens, on, parts) });
    };
    const ground = layer === 'containers' ? tintedGround(lens, id, standing) : [];
    const parts = [...ground, ...draw(standing, { ...drawing, apart })];
    groups.push({ ...group, ...seenThrough(lens, id), parts }, ...hanging);
  }
  const flows = arrows.flows.filter(({ flow, pieces }) =>
    [flow.from, flow.to, ...pieces.flatMap(({ from, to }) => [from, to])].every(isShown),
  );
  const references = arrows.references.filter(({ from, to }) => isShown(from) && isShown(to));
  const isLit = inFocus ?? (lens === undefined ? undefined : new Set<FlowId>());
  for (const line of references)
    groups.push({ ...referenceGroup(line), ...(lens === undefined ? {} : { opacity: faded }) });
  for (const arrow of flows) groups.push(...flowGroups(arrow, { document, say, inFocus: isLit }));
  if (lens !== undefined) {
    const isBox = (id: ResourceId): boolean => layerOf.get(id) === 'containers';
    groups.push(...lensGroups(lens, { document, boxes, say, isShown, isBox }));
  }

  const inView = show.what === 'rect' ? groups.filter((group) => isIn(group, show.rect)) : groups;
  const ground = show.what === 'rect' ? show.rect : (boundsOf(inView) ?? { x: 0, y: 0, ...emptySize });
  const verdicts = flowVerdicts.filter((verdict) =>
    flows.some((arrow) => arrow.verdict === verdict && inView.some(({ id }) => id === `flow ${arrow.id}`)),
  );
  const hasReferences = inView.some(({ id }) => id.startsWith('reference '));
  const besides = [
    heading === undefined || heading.trim() === '' ? undefined : headingAbove(ground, heading),
    legend ? legendBelow(ground, { verdicts, hasReferences, say }) : undefined,
  ].filter((group) => group !== undefined);
  const plate = lens === undefined || !namesLens ? [] : [lensPlate(lens, ground, say)];
  const view = around([ground, ...(besides.length === 0 ? [] : [boundsOf(besides) ?? ground])]) ?? ground;
  const all = [...inView, ...besides, ...plate];
  return {
    title: printable(document.name).trim() === '' ? say(untitled) : printable(document.name).trim(),
    description: describe({ ...named, boxes: seen, arrows: flows, lens }),
    language,
    view: withRoomFor(
      plate,
      show.what === 'rect' && besides.length === 0 ? view : outwards(grown(view, margin)),
    ),
    groups: layers.flatMap((layer) => all.filter((group) => group.layer === layer)),
    journeys: flows
      .filter(({ id }) => inFocus?.has(id) !== false)
      .map(({ id, verdict, reached }) => ({ flow: id, verdict, ink: verdictInk[verdict], pieces: reached })),
  };
}

const untitled: Words = { en: 'Untitled diagram', ja: '無題のダイアグラム' };

/** Some resources with everything that stands in them. What hangs on others is shown where these are. */
function shownBy(show: Shown, { resources }: Document): (id: ResourceId) => boolean {
  if (show.what !== 'some') return () => true;
  const known = new Map<ResourceId, boolean>();
  const isShown = (id: ResourceId): boolean => {
    let found = known.get(id);
    if (found !== undefined) return found;
    // A reader may meet a cycle but never keeps one.
    known.set(id, false);
    const parent = resources.get(id)?.parentId ?? null;
    found = show.resources.has(id) || (parent !== null && isShown(parent));
    known.set(id, found);
    return found;
  };
  return isShown;
}

function isIn(group: Group, rect: Rect): boolean {
  const room = boundsOf([group]);
  return room !== undefined && overlaps(room, rect);
}

function headingAbove({ x, y, w }: Rect, heading: string): Group {
  const type = { size: 18, weight: 600, ink: 'text' } as const;
  // A heading may be wider than a narrow diagram, within reason.
  const text = fitted(heading.trim(), Math.max(w, Math.min(widthOf(heading, type), 640)), type);
  return { id: 'heading', layer: 'heading', name: text, parts: [textAt(text, x, y - 28, type)] };
}

/** What stands above what is shown, with as much air over it as under it. */
function withRoomFor(above: readonly Group[], view: Rect): Rect {
  const room = boundsOf(above);
  if (room === undefined) return view;
  const top = Math.min(view.y, room.y - room.h * 0.3);
  return { ...view, y: top, h: view.y + view.h - top };
}

/** To whole px, so that a picture at its own size is sharp. */
function outwards({ x, y, w, h }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}

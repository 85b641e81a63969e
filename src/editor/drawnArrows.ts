/** The arrows of a diagram: as they stand, and while what they lead to is dragged. */
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { createArrows, mostMadeAtOnce, type Arrows } from '../core/drawing/arrows';
import type { Boxes } from '../core/drawing/boxes';
import type { Looks } from '../core/drawing/looks';
import { createMovedArrows, type Following, type MovedArrows } from './movedArrows';
import type { Gesture } from './session';
import type { RouteOffice } from '../core/drawing/routesElsewhere';
import { createTitles } from '../core/drawing/titles';

type Traces = Parameters<ReturnType<typeof createArrows>['arrows']>[2];

export interface DrawnArrows {
  standing(document: Document, boxes: Boxes, traces: Traces, isBending: boolean, looks: Looks): Arrows;
  readonly whileMoving: MovedArrows;
  /** Whether so many stand there that the others stay as they are while one of them is bent. */
  bendsAlone(document: Document): boolean;
  /** The one that is being bent, as it is now. */
  bent(gesture: Bending): Following | null;
  /** Makes arrows and routes lines that wait until it is enough; `standing` has them the next time. */
  work(isEnough: () => boolean): void;
  /** Whether they wait for what is routed elsewhere. */
  isElsewhere(): boolean;
}

type Bending = Extract<Gesture, { readonly doing: 'bending' }>;

export function createDrawnArrows(catalog: Catalog, office?: RouteOffice): DrawnArrows {
  const maker = createArrows(catalog, office);
  const titles = createTitles(catalog);
  let last: { readonly gesture: Bending; readonly following: Following | null } | undefined;
  const followingBend = ({ flow, piece, points }: Bending): Following | null => {
    const arrow = maker.bent(flow, piece, points);
    return arrow === undefined ? null : { ...nothingCarried, flows: new Map([[flow, arrow]]) };
  };
  return {
    standing: (document, boxes, traces, isBending, looks) =>
      maker.arrows(document, boxes, traces, isBending, titles(boxes, looks)),
    whileMoving: createMovedArrows(catalog),
    bendsAlone: ({ flows }) => flows.size > mostMadeAtOnce,
    bent(gesture) {
      if (last?.gesture !== gesture) last = { gesture, following: followingBend(gesture) };
      return last.following;
    },
    work: (isEnough) => maker.work(isEnough),
    isElsewhere: () => maker.isElsewhere(),
  };
}

const nothingCarried: Pick<Following, 'carried' | 'references'> = {
  carried: { flows: new Map(), references: new Map() },
  references: new Map(),
};

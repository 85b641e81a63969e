/** The arrows of a diagram: as they stand, and while what they lead to is dragged. */
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { createArrows, type Arrows } from '../core/drawing/arrows';
import type { Boxes } from '../core/drawing/boxes';
import type { Looks } from '../core/drawing/looks';
import { createMovedArrows, type MovedArrows } from './movedArrows';
import type { RouteOffice } from '../core/drawing/routesElsewhere';
import { createTitles } from '../core/drawing/titles';

type Traces = Parameters<ReturnType<typeof createArrows>['arrows']>[2];

export interface DrawnArrows {
  standing(document: Document, boxes: Boxes, traces: Traces, isBending: boolean, looks: Looks): Arrows;
  readonly whileMoving: MovedArrows;
  /** Makes arrows and routes lines that wait until it is enough; `standing` has them the next time. */
  work(isEnough: () => boolean): void;
  /** Whether they wait for what is routed elsewhere. */
  isElsewhere(): boolean;
}

export function createDrawnArrows(catalog: Catalog, office?: RouteOffice): DrawnArrows {
  const maker = createArrows(catalog, office);
  const titles = createTitles(catalog);
  return {
    standing: (document, boxes, traces, isBending, looks) =>
      maker.arrows(document, boxes, traces, isBending, titles(boxes, looks)),
    whileMoving: createMovedArrows(catalog),
    work: (isEnough) => maker.work(isEnough),
    isElsewhere: () => maker.isElsewhere(),
  };
}

/** A whole diagram as it is drawn: where everything stands, how it looks, and the routes of its arrows. */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId } from '../model/document';
import type { Trace } from '../network/trace';
import { createArrows, type Arrow, type ReferenceLine } from './arrows';
import { createBoxes, type Boxes } from './boxes';
import { createLooks, type Looks } from './looks';
import { createTitles, type Titles } from './titles';

export interface Drawn {
  readonly boxes: Boxes;
  readonly looks: Looks;
  readonly titles: Titles;
  /** By the order of the flows; those of which an end is not drawn are not among them. */
  readonly flows: readonly Arrow[];
  readonly references: readonly ReferenceLine[];
}

export function drawn(catalog: Catalog, document: Document, traces: ReadonlyMap<FlowId, Trace>): Drawn {
  const boxes = createBoxes(catalog)(document);
  const looks = createLooks(catalog)(document);
  const titles = createTitles(catalog)(boxes, looks);
  const arrows = createArrows(catalog);
  const lines = (): ReturnType<typeof arrows.arrows> => arrows.arrows(document, boxes, traces, false, titles);
  let found = lines();
  // A picture is made once: all of its lines are routed with care.
  while (found.waiting > 0) {
    arrows.work(() => false);
    found = lines();
  }
  const references = found.references.filter(({ points }) => points.length > 1);
  return { boxes, looks, titles, flows: found.flows, references };
}

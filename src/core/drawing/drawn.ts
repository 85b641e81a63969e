/** A whole diagram as it is drawn: where everything stands, how it looks, and the routes of its arrows. */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../model/document';
import type { Trace } from '../network/trace';
import { hiddenIn } from '../layout/collapsed';
import { createArrows, type Arrow, type ReferenceLine } from './arrows';
import { createBoxes, type Boxes } from './boxes';
import { createLooks, type Looks } from './looks';
import { createReferenceLines } from './referenceLines';
import { createTitles, type Titles } from './titles';

export interface Drawn {
  readonly boxes: Boxes;
  readonly looks: Looks;
  readonly titles: Titles;
  /** By the order of the flows; those of which an end is not drawn are not among them. */
  readonly flows: readonly Arrow[];
  readonly references: readonly DrawnReference[];
}

export interface DrawnReference extends ReferenceLine {
  readonly from: ResourceId;
  readonly to: ResourceId;
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
  const ends = new Map(
    createReferenceLines(catalog)(document, boxes, hiddenIn(catalog, document.resources)).map((line) => [
      line.id,
      { from: line.from.resource.id, to: line.to.resource.id },
    ]),
  );
  const references = found.references.flatMap((line): DrawnReference[] => {
    const between = ends.get(line.id);
    return between === undefined || line.points.length < 2 ? [] : [{ ...line, ...between }];
  });
  return { boxes, looks, titles, flows: found.flows, references };
}

/** What is dragged or resized comes to rest at what stands beside it in its container. Loaded when something is first taken up. */
import type { Axis } from '../core/layout/align';
import { standsOnBorder } from '../core/layout/border';
import {
  guidesFor,
  snapAlong,
  wallsOf,
  type Guide,
  type MovedEdges,
  type SnapGround,
} from '../core/layout/snapping';
import type { ResourceId } from '../core/model/document';
import { around, overlaps, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import { boxesIn } from './siblings';
import { viewOf, viewRect } from './view';

/** How near things attract, in px of the screen. */
const reach = 6;

/** The same for all steps of a drag within one container. With 5,000 siblings in view a step then took 2 ms of a core. */
let last: { readonly of?: readonly unknown[]; readonly ground: SnapGround } = { ground: { others: [] } };

/** What stands in a container (null: on the bare canvas) and is in view, but for what moves, with the container's borders. */
export function groundIn(
  editor: Editor,
  parentId: ResourceId | null,
  without: ReadonlySet<ResourceId>,
): SnapGround {
  const boxes = viewOf(editor).standing();
  const { viewport } = editor.session.getState();
  const { of } = last;
  if (of?.[0] === boxes && of[1] === parentId && of[2] === without && of[3] === viewport) return last.ground;
  const parent = parentId === null ? undefined : boxes.get(parentId);
  const view = viewRect(editor);
  const others = boxesIn(boxes, parentId).filter(
    (box) =>
      !without.has(box.resource.id) &&
      overlaps(box, view) &&
      !(parent !== undefined && standsOnBorder(editor.catalog, box.resource.kind, parent.resource.kind)),
  );
  const ground = { others, ...(parent === undefined ? {} : { walls: wallsOf(parent) }) };
  last = { of: [boxes, parentId, without, viewport], ground };
  return ground;
}

/** By how many px the rectangle goes on along the axis to come to rest; undefined where nothing is near. */
export function snapShift(
  editor: Editor,
  rect: Rect,
  axis: Axis,
  moved: MovedEdges,
  ground: SnapGround,
): number | undefined {
  return snapAlong(rect, axis, moved, ground, reach / editor.session.getState().viewport.zoom);
}

export interface Resting {
  /** How far what is dragged goes along each axis to come to rest; absent where nothing is near. */
  readonly dx?: number;
  readonly dy?: number;
  /** What is shown of it, wherever it has come to rest. */
  guidesAfter(dx: number, dy: number): readonly Guide[];
}

/** Where all that is dragged together comes to rest when it has gone so far; undefined where it takes no room. */
export function restOf(
  editor: Editor,
  rects: readonly Rect[],
  by: { readonly x: number; readonly y: number },
  ground: SnapGround,
): Resting | undefined {
  const bounds = around(rects);
  if (bounds === undefined) return undefined;
  const whole = { x: Math.round(by.x), y: Math.round(by.y) };
  const moved = { ...bounds, x: bounds.x + whole.x, y: bounds.y + whole.y };
  const [x, y] = (['x', 'y'] as const).map((axis) => snapShift(editor, moved, axis, 'both', ground));
  return {
    ...(x === undefined ? {} : { dx: whole.x + x }),
    ...(y === undefined ? {} : { dy: whole.y + y }),
    guidesAfter: (dx, dy) => guidesFor({ ...bounds, x: bounds.x + dx, y: bounds.y + dy }, ground),
  };
}

export { guidesFor };

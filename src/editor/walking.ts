/** Going from resource to resource by keyboard: through the diagram in order, or to the neighbour in a direction. */
import { isCollapsed } from '../core/layout/collapsed';
import type { ResourceId } from '../core/model/document';
import { rememberedChildren } from '../core/model/queries';
import { centreOf } from '../lib/rect';
import { bringIntoView } from './camera';
import type { Editor } from './editor';
import { select } from './selecting';
import { viewOf } from './view';

/** Everything in sight, each container followed by what stands in it, then the arrows. Chips and shields are among their siblings. */
export function walkingOrder(editor: Editor): readonly string[] {
  const { document } = editor.store;
  const byParent = rememberedChildren(document);
  const order: string[] = [];
  const seen = new Set<ResourceId>();
  const visit = (parentId: ResourceId | null): void => {
    for (const resource of byParent.get(parentId) ?? []) {
      const { id } = resource;
      if (seen.has(id)) continue;
      seen.add(id);
      order.push(id);
      if (!isCollapsed(editor.catalog, resource)) visit(id);
    }
  };
  visit(null);
  const flows = [...document.flows.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  return [...order, ...flows.map(({ id }) => id)];
}

/** The next (1) or previous (-1) one after the last selected; undefined at the end. */
export function nextOf(editor: Editor, by: 1 | -1): string | undefined {
  const order = walkingOrder(editor);
  const last = [...editor.session.getState().selection].at(-1);
  const index = last === undefined ? -1 : order.indexOf(last);
  if (index < 0) return by === 1 ? order[0] : undefined;
  return order[index + by];
}

export function walkTo(editor: Editor, id: string): void {
  select(editor, id, false);
  bringIntoView(editor, [id]);
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest in that direction; what is straight ahead counts as nearer than what is aside. Containers around are left out. */
export function neighbourOf(editor: Editor, id: ResourceId, direction: Direction): ResourceId | undefined {
  const boxes = viewOf(editor).standing();
  const own = boxes.get(id);
  if (own === undefined) return undefined;
  const from = centreOf(own);
  let best: ResourceId | undefined;
  let bestFar = Infinity;
  for (const [other, box] of boxes) {
    if (other === id) continue;
    const isAround =
      box.x <= own.x && box.y <= own.y && box.x + box.w >= own.x + own.w && box.y + box.h >= own.y + own.h;
    const isInside =
      own.x <= box.x && own.y <= box.y && own.x + own.w >= box.x + box.w && own.y + own.h >= box.y + box.h;
    // Things of one sort lie beside one another; going in and out of containers is Tab's and Escape's.
    const isAlike = (box.depth === own.depth) === true;
    if (isAround || isInside) continue;
    const to = centreOf(box);
    const [ahead, aside] =
      direction === 'right'
        ? [to.x - from.x, to.y - from.y]
        : direction === 'left'
          ? [from.x - to.x, to.y - from.y]
          : direction === 'down'
            ? [to.y - from.y, to.x - from.x]
            : [from.y - to.y, to.x - from.x];
    if (ahead <= 1 || Math.abs(aside) > ahead * 3) continue;
    const far = ahead + Math.abs(aside) * 2 + (isAlike ? 0 : 400);
    if (far < bestFar) {
      best = other;
      bestFar = far;
    }
  }
  return best;
}

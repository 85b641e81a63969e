/** Whether a change is one that the eye should be able to follow: things move together, and nobody is dragging them. */
import type { Change } from '../core/store/store';

const places: ReadonlySet<unknown> = new Set(['x', 'y', 'w', 'h']);

/** `isArranging`: the change comes from an action that lays things out; undoing and doing again always count. */
export function movesVisibly({ origin, patches }: Change, isArranging: boolean): boolean {
  if (!isArranging && origin.by !== 'undo' && origin.by !== 'redo') return false;
  return patches.some(({ path }) => path.length === 3 && path[0] === 'resources' && places.has(path[2]));
}

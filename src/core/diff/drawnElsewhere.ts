/** What only stands elsewhere on the canvas, or has another size: no difference to the network, but one to the eye. */
import type { Document, ResourceId } from '../model/document';

/** Of two designs whose resources have the same ids where they are the same. What moved into another box is no such thing. */
export function drawnElsewhere(before: Document, after: Document): readonly ResourceId[] {
  return [...after.resources.values()]
    .filter((now) => {
      const old = before.resources.get(now.id);
      return (
        old !== undefined &&
        old.parentId === now.parentId &&
        // What hangs on something has no place of its own to be seen.
        (old.w > 0 || now.w > 0) &&
        (old.x !== now.x || old.y !== now.y || old.w !== now.w || old.h !== now.h)
      );
    })
    .map(({ id }) => id);
}

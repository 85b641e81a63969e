import type { Document, ResourceId } from '../core/model/document';
import { rememberedChildren, withDescendants } from '../core/model/queries';
import type { Gesture } from './session';

/**
 * Gives all that a gesture moves, with what is in it, as the same set for every step of a drag; null where it moves nothing,
 * as where it only shows where copies would stand.
 */
export function createMovedSet(): (
  document: Document,
  gesture: Gesture | null,
) => ReadonlySet<ResourceId> | null {
  let last:
    | {
        readonly of: Document['resources'];
        readonly tops: readonly ResourceId[];
        readonly all: ReadonlySet<ResourceId>;
      }
    | undefined;
  return (document, gesture) => {
    if (gesture?.doing !== 'moving' || gesture.copying) {
      last = undefined;
      return null;
    }
    const { positions } = gesture;
    const isSame =
      last?.of === document.resources &&
      last.tops.length === positions.size &&
      last.tops.every((id) => positions.has(id));
    if (last === undefined || !isSame) {
      const tops = [...positions.keys()];
      last = {
        of: document.resources,
        tops,
        all: new Set(withDescendants(document, tops, rememberedChildren(document))),
      };
    }
    return last.all;
  };
}

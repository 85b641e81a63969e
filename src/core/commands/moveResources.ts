import type { ResourceId } from '../model/document';
import { withDescendants } from '../model/queries';
import { canHold } from './canHold';
import { carryBends } from './carryBends';
import { defineCommand } from './command';

export interface Move {
  readonly id: ResourceId;
  readonly parentId: ResourceId | null;
  /** In px, relative to the new parent. */
  readonly x: number;
  readonly y: number;
  readonly order?: string;
}

/** Moves resources, into other containers where asked. A move into one's own inside is left out. */
export const moveResources = defineCommand<{ readonly moves: readonly Move[] }>({
  label: { en: 'Move', ja: '移動' },
  run(draft, { moves }, { catalog }) {
    carryBends(draft, () => {
      for (const { id, parentId, x, y, order } of moves) {
        const resource = draft.resources.get(id);
        if (resource === undefined) continue;
        if (parentId !== resource.parentId) {
          if (!canHold(catalog, draft, parentId)) continue;
          if (parentId !== null && withDescendants(draft, [id]).includes(parentId)) continue;
          resource.parentId = parentId;
        }
        resource.x = x;
        resource.y = y;
        if (order !== undefined) resource.order = order;
      }
    });
  },
});

import type { ResourceId } from '../model/document';
import { defineCommand } from './command';

/** Draws resources before or behind their siblings: by id, the key by which each is drawn among them from now on. */
export const setZOrders = defineCommand<{ readonly orders: Readonly<Record<ResourceId, string>> }>({
  label: { en: 'Order', ja: '重なり順' },
  run(draft, { orders }) {
    for (const [id, zOrder] of Object.entries(orders)) {
      const resource = draft.resources.get(id);
      if (resource !== undefined) resource.zOrder = zOrder;
    }
  },
});

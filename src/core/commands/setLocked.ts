import type { ResourceId } from '../model/document';
import { defineCommand } from './command';

/** Locks resources in their places, or lets go of them again. What stands in them is not meant. */
export const setLocked = defineCommand<{ readonly ids: readonly ResourceId[]; readonly locked: boolean }>({
  label: { en: 'Lock', ja: 'ロック' },
  run(draft, { ids, locked }) {
    for (const id of ids) {
      const resource = draft.resources.get(id);
      if (resource === undefined) continue;
      if (locked) resource.locked = true;
      else delete resource.locked;
    }
  },
});

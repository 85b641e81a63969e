import { defineCommand } from './command';

/**
 * Makes annotations one group, or takes them out of theirs (null). Resources of the network are left alone: what they belong
 * to is the box that they stand in.
 */
export const setGroup = defineCommand<{ readonly ids: readonly string[]; readonly group: string | null }>({
  label: { en: 'Group', ja: 'グループ化' },
  run(draft, { ids, group }, { catalog }) {
    for (const id of ids) {
      const resource = draft.resources.get(id);
      if (resource === undefined || catalog.kind(resource.kind).isAnnotation !== true) continue;
      if (group === null) delete resource.group;
      else resource.group = group;
    }
  },
});

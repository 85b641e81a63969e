import { defineCommand } from './command';

export const renameResource = defineCommand<{ readonly id: string; readonly name: string }>({
  label: { en: 'Rename', ja: '名前の変更' },
  run(draft, { id, name }) {
    const resource = draft.resources.get(id);
    if (resource !== undefined) resource.name = name;
  },
});

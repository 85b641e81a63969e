import { defineCommand } from './command';

export const deleteScenes = defineCommand<{ readonly ids: readonly string[] }>({
  label: { en: 'Delete scene', ja: 'シーンの削除' },
  run(draft, { ids }) {
    for (const id of ids) draft.scenes.delete(id);
  },
});

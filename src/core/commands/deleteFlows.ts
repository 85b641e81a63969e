import { defineCommand } from './command';

export const deleteFlows = defineCommand<{ readonly ids: readonly string[] }>({
  label: { en: 'Delete arrow', ja: '矢印の削除' },
  run(draft, { ids }) {
    for (const id of ids) {
      draft.flows.delete(id);
      for (const scene of draft.scenes.values()) delete scene.flows[id];
    }
  },
});

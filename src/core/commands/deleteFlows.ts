import { asItIs, defineCommand } from './command';
import { soundScenes } from './soundScenes';

export const deleteFlows = defineCommand<{ readonly ids: readonly string[] }>({
  label: { en: 'Delete arrow', ja: '矢印の削除' },
  run(draft, { ids }) {
    const before = asItIs(draft);
    for (const id of ids) draft.flows.delete(id);
    soundScenes(draft, before);
  },
});

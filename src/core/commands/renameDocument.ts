import { defineCommand } from './command';

export const renameDocument = defineCommand<{ readonly name: string }>({
  label: { en: 'Rename diagram', ja: '図の名前の変更' },
  run(draft, { name }) {
    draft.name = name;
  },
});

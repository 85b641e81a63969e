import { defineCommand } from './command';

export const deleteScopes = defineCommand<{ readonly ids: readonly string[] }>({
  label: { en: 'Delete expectation', ja: '期待の削除' },
  run(draft, { ids }) {
    for (const id of ids) draft.scopes.delete(id);
  },
});

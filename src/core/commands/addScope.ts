import type { Scope } from '../model/document';
import { defineCommand, type ScopeDraft } from './command';
import { isSaidOfNothing, soundContent } from './soundScope';

export const addScope = defineCommand<{ readonly scope: Scope }>({
  label: { en: 'Add expectation', ja: '期待の追加' },
  run(draft, { scope }) {
    const content = soundContent(draft, scope);
    if (draft.scopes.has(scope.id) || isSaidOfNothing(content)) return;
    // A scope is plain data; the draft only takes away its `readonly`.
    draft.scopes.set(scope.id, { ...scope, ...content } as ScopeDraft);
  },
});

import type { Scope } from '../model/document';
import { defineCommand, type ScopeDraft } from './command';
import { isSaidOfNothing, soundContent } from './soundScope';

export interface SetScopeArgs {
  readonly id: string;
  readonly values: Partial<Omit<Scope, 'id'>>;
}

/** Changes what is expected of a part of the design; where nothing is left of it, the statement goes. */
export const setScope = defineCommand<SetScopeArgs>({
  label: { en: 'Change expectation', ja: '期待の変更' },
  run(draft, { id, values }) {
    const scope = draft.scopes.get(id);
    if (scope === undefined) return;
    const changed = { ...scope, ...values };
    const content = soundContent(draft, changed);
    if (isSaidOfNothing(content)) draft.scopes.delete(id);
    // A scope is plain data; the draft only takes away its `readonly`.
    else draft.scopes.set(id, { ...changed, ...content } as ScopeDraft);
  },
});

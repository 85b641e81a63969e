import type { Action } from '../editor/actions';
import type { FlowId } from '../core/model/document';
import type { Editor } from '../editor/editor';
import type { Words } from '../lib/words';
import { slidesOf } from './slides';

export const whyBlocked: Words = {
  en: 'Make a presentation: why is it blocked',
  ja: 'プレゼンテーションを作成: ブロックされる理由',
};

export const presentingActions: readonly Action[] = [
  {
    id: 'present',
    label: { en: 'Present', ja: 'プレゼンテーション' },
    group: 'view',
    enabled: ({ store }) => store.document.scenes.size > 0,
    run: ({ store, session }) => session.setState({ presenting: slidesOf(store.document)[0]?.id ?? null }),
  },
  {
    id: 'present-why-blocked',
    label: whyBlocked,
    group: 'view',
    enabled: (editor) => blockedInHand(editor) !== undefined,
    run: (editor) => {
      const flow = blockedInHand(editor);
      if (flow !== undefined)
        void import('./makeWhyNot').then(
          ({ makeWhyNot }) => makeWhyNot(editor, flow),
          () => undefined,
        );
    },
  },
];

function blockedInHand({ session, verdicts }: Editor): FlowId | undefined {
  const { traces } = verdicts.getState();
  const [id, ...more] = session.getState().selection;
  return id !== undefined && more.length === 0 && traces.get(id)?.verdict === 'blocked' ? id : undefined;
}

/** What the canvas is looked at for. Choosing the lens that is on takes it off. */
import type { LensName } from '../../core/lenses/lens';
import type { Words } from '../../lib/words';
import { announce } from '../session';
import type { Action } from './action';

const lens = (name: LensName, label: Words): Action => ({
  id: `lens-${name}`,
  label,
  group: 'view',
  checked: ({ session }) => session.getState().lens === name,
  enabled: () => true,
  run: (editor) => {
    if (editor.session.getState().lens === name) off.run(editor);
    else editor.session.setState({ lens: name });
  },
});

const off: Action = {
  id: 'lens-off',
  label: { en: 'No lens', ja: 'レンズなし' },
  group: 'view',
  enabled: ({ session }) => session.getState().lens !== null,
  run: ({ session }) => {
    session.setState({ lens: null });
    announce(session, { en: 'Lens off: everything is shown', ja: 'レンズなし: すべてを表示しています' });
  },
};

export const lenses: readonly Action[] = [
  lens('routes', { en: 'Lens: routes', ja: 'レンズ: ルート' }),
  lens('security', { en: 'Lens: security', ja: 'レンズ: セキュリティ' }),
  lens('endpoints', { en: 'Lens: endpoints', ja: 'レンズ: エンドポイント' }),
  lens('cost', { en: 'Lens: cost', ja: 'レンズ: コスト' }),
  off,
];

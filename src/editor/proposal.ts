/** A new layout that is shown as ghosts until somebody takes it or leaves it. */
import type { CommandCall } from '../core/commands';
import type { Document } from '../core/model/document';
import { documentAfter } from '../core/plans/plan';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { announce, notify } from './session';
import { viewOf } from './view';

/** Shows what the commands would do to that document; nothing where it has changed meanwhile, or nothing would move. */
export function propose(
  editor: Editor,
  document: Document,
  title: Words,
  commands: readonly CommandCall[],
): void {
  const { catalog, store, session } = editor;
  // It takes the proposal back when the diagram changes.
  viewOf(editor);
  if (store.document !== document) {
    notify(session, {
      en: 'The diagram changed meanwhile; nothing was arranged',
      ja: '処理中に図が変更されたため、配置を中止しました',
    });
    return;
  }
  const plan = { title, commands };
  const after = documentAfter({ catalog }, document, plan);
  const count = [...after.resources].filter(
    ([id, resource]) => document.resources.get(id) !== resource,
  ).length;
  if (count === 0) {
    session.setState({ proposal: null });
    // What is shown already says why: what is locked stays.
    const tell = session.getState().notice === null ? notify : announce;
    tell(session, { en: 'Nothing has to move', ja: '動かすものはありません' });
    return;
  }
  session.setState({ proposal: { plan, count } });
  announce(session, {
    en: `${title.en}: ${count} would change. Enter applies, Escape leaves`,
    ja: `${title.ja}: ${count} 件が変わります。Enter で適用、Esc で取り消します`,
  });
}

export function acceptProposal(editor: Editor): void {
  const { store, session } = editor;
  const { proposal } = session.getState();
  if (proposal === null) return;
  session.setState({ proposal: null });
  const view = viewOf(editor);
  // Shown as a movement, which the eye can follow.
  view.isArranging = true;
  store.apply(proposal.plan);
  view.isArranging = false;
  announce(session, {
    en: `${proposal.plan.title.en}: done`,
    ja: `${proposal.plan.title.ja}: 適用しました`,
  });
}

export function leaveProposal({ session }: Editor): void {
  if (session.getState().proposal === null) return;
  session.setState({ proposal: null });
  announce(session, { en: 'Left as it was', ja: '元のままにしました' });
}

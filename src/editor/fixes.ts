/** What would mend the thing at hand: the finding that has the focus, else all that is found of the selection. */
import type { Finding } from '../core/rules/rule';
import type { Plan } from '../core/plans/plan';
import type { Editor } from './editor';
import { planWithRoom } from './planWithRoom';
import { announce } from './session';

export interface Fix {
  readonly finding: Finding;
  readonly plan: Plan;
}

/** In the order of the findings; what several findings offer in the same words counts once. */
export function fixesAtHand({ session, verdicts }: Editor): readonly Fix[] {
  const { selection, findingInFocus } = session.getState();
  const { findings } = verdicts.getState();
  const focused = findings.find(({ key }) => key === findingInFocus);
  const meant =
    focused === undefined ? findings.filter(({ on }) => on.some((id) => selection.has(id))) : [focused];
  const fixes = new Map<string, Fix>();
  for (const finding of meant)
    for (const plan of finding.fixes ?? [])
      if (!fixes.has(plan.title.en)) fixes.set(plan.title.en, { finding, plan });
  return [...fixes.values()];
}

/** Applies it as one step and says so. Where it no longer fits the diagram it says that, and changes nothing. */
export function applyFix(editor: Editor, plan: Plan): void {
  const { store, session } = editor;
  session.setState({ preview: null });
  try {
    const whole = planWithRoom(editor, plan);
    if (whole === undefined) return;
    store.apply(whole);
  } catch {
    announce(session, {
      en: 'The diagram has changed meanwhile; this fix no longer fits it',
      ja: 'ダイアグラムが変更されたため、この修正は適用できません',
    });
    return;
  }
  announce(session, { en: `Done: ${plan.title.en}`, ja: `実行しました: ${plan.title.ja}` });
}

/** One fix is shown first and carried out when it is asked for again; among several the person chooses. */
export function quickFix(editor: Editor, choose: () => void): void {
  const { session } = editor;
  const fixes = fixesAtHand(editor);
  const [only] = fixes;
  if (only === undefined) return;
  if (fixes.length > 1) choose();
  else if (session.getState().preview === only.plan) applyFix(editor, only.plan);
  else {
    session.setState({ preview: only.plan });
    const { title } = only.plan;
    announce(session, {
      en: `Fix shown: ${title.en}. The same keys again carry it out, Escape leaves it`,
      ja: `修正のプレビュー: ${title.ja}。同じキーをもう一度押すと実行、Escape で取り消します`,
    });
  }
}

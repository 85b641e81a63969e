/** One place of the drawing: a click leads to it; what would mend it stands beside it. */
import { memo, type KeyboardEvent } from 'react';
import type { Found } from '../../core/guidelines/check';
import type { Plan } from '../../core/plans/plan';
import { bringIntoView } from '../../editor/camera';
import { announce } from '../../editor/session';
import { viewOf } from '../../editor/view';
import { FixButton } from '../FixButton';
import { ResourceIcon } from '../ResourceName';
import { useEditor, useSay, useSession } from '../useEditor';

export interface DepartureLineProps {
  readonly departure: Found;
  readonly plan: Plan | undefined;
  readonly walk: (event: KeyboardEvent<HTMLElement>) => void;
}

export const DepartureLine = memo(function DepartureLine({ departure, plan, walk }: DepartureLineProps) {
  const editor = useEditor();
  const { session, store } = editor;
  const say = useSay();
  const { on, message } = departure;
  const isSelected = useSession(({ selection }) => on.every((id) => selection.has(id)));
  const lead = (): void => {
    const ids = on.filter((id) => store.document.resources.has(id));
    session.setState({ selection: new Set(ids), preview: null });
    bringIntoView(editor, ids);
  };
  return (
    <li className="problem" data-selected={isSelected ? true : undefined}>
      <button type="button" className="problem-main" onClick={lead} onKeyDown={walk}>
        <ResourceIcon id={on[0]} size={16} />
        <span className="problem-message">{say(message)}</span>
      </button>
      <div className="problem-fixes">{plan === undefined ? null : <MendButton plan={plan} />}</div>
    </li>
  );
});

/** The plan is carried out as it is: it was found to do no harm, and nothing may be added to it. */
function MendButton({ plan }: { readonly plan: Plan }) {
  const editor = useEditor();
  const apply = (button: HTMLElement): void => {
    // The button goes with the line; the focus stays in the list.
    button.closest<HTMLElement>('.guidelines')?.focus({ preventScroll: true });
    const view = viewOf(editor);
    // Shown as a movement, which the eye can follow.
    view.isArranging = true;
    editor.store.apply(plan);
    view.isArranging = false;
    announce(editor.session, { en: `Done: ${plan.title.en}`, ja: `実行しました: ${plan.title.ja}` });
  };
  return <FixButton plan={plan} apply={apply} />;
}

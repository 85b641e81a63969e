/** A change that mends something: pointing at it shows what would be, pressing it does it in one undo step. */
import { useEffect, useRef } from 'react';
import type { Plan } from '../core/plans/plan';
import { applyFix } from '../editor/fixes';
import { useEditor, useSay } from './useEditor';

export function FixButton({ plan }: { readonly plan: Plan }) {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const shown = useRef<Plan | null>(null);
  const show = (): void => {
    shown.current = plan;
    session.setState({ preview: plan });
  };
  const hide = (): void => {
    if (shown.current !== null && session.getState().preview === shown.current)
      session.setState({ preview: null });
    shown.current = null;
  };
  // The button may go while it is pointed at: its finding is mended elsewhere.
  const hideLatest = useRef(hide);
  useEffect(() => {
    hideLatest.current = hide;
  });
  useEffect(() => () => hideLatest.current(), []);
  return (
    <button
      type="button"
      className="button button-outlined fix-button"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={() => {
        hide();
        applyFix(editor, plan);
      }}
    >
      {say(plan.title)}
    </button>
  );
}

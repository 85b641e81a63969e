/** A change that mends something: pointing at it shows what would be, pressing it does it in one undo step. */
import { useEffect, useRef } from 'react';
import type { Plan } from '../core/plans/plan';
import { applyFix } from '../editor/fixes';
import { useEditor, useSay } from './useEditor';

interface FixButtonProps {
  readonly plan: Plan;
  /** Carries the plan out, instead of as the fix of a finding; given the button that was pressed. */
  readonly apply?: (button: HTMLElement) => void;
}

export function FixButton({ plan, apply }: FixButtonProps) {
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
      onClick={({ currentTarget }) => {
        hide();
        if (apply === undefined) applyFix(editor, plan);
        else apply(currentTarget);
      }}
    >
      {say(plan.title)}
    </button>
  );
}

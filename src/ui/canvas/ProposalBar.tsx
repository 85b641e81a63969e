/** What a proposed layout would change, and the two answers to it. It takes the focus, and gives it back to the canvas. */
import { useEffect, useRef, type RefObject } from 'react';
import { acceptProposal, leaveProposal } from '../../editor/proposal';
import { useEditor, useSay, useSession } from '../useEditor';
import './proposalBar.css';

const words = {
  apply: { en: 'Apply', ja: '適用' },
  leave: { en: 'Leave as it is', ja: '元のまま' },
};

export function ProposalBar({ canvas }: { readonly canvas: RefObject<HTMLElement | null> }) {
  const editor = useEditor();
  const say = useSay();
  const proposal = useSession((session) => session.proposal);
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    apply.current?.focus({ preventScroll: true });
    const element = canvas.current;
    return () => element?.focus({ preventScroll: true });
  }, [canvas]);
  useEffect(() => {
    // The focus is on a button here, where the canvas's own Escape does not reach.
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      leaveProposal(editor);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor]);
  if (proposal === null) return null;
  const { plan, count } = proposal;
  return (
    <div className="proposal-bar" role="group" aria-label={say(plan.title)} data-over-canvas>
      <span>
        <strong>{say(plan.title)}</strong>{' '}
        {say({ en: count === 1 ? '1 changes' : `${count} change`, ja: `${count} 件が変わります` })}
      </span>
      <button
        ref={apply}
        type="button"
        className="button button-filled"
        onClick={() => acceptProposal(editor)}
      >
        {say(words.apply)} <kbd>Enter</kbd>
      </button>
      <button type="button" className="button button-outlined" onClick={() => leaveProposal(editor)}>
        {say(words.leave)} <kbd>Esc</kbd>
      </button>
    </div>
  );
}

/** Asks why a finding is all right here. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Finding } from '../../core/rules/rule';
import { Dialog } from '../shell/Dialog';
import { useEditor, useSay } from '../useEditor';
import { words } from './words';

export function SuppressDialog({
  finding,
  close,
}: {
  readonly finding: Finding;
  readonly close: () => void;
}) {
  const { store } = useEditor();
  const say = useSay();
  const id = useId();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // The dialog was opened to be told this; opening has put the focus on its first button.
  useLayoutEffect(() => field.current?.focus(), []);
  const suppress = (): void => {
    if (reason.trim() === '') return;
    store.commit('suppressFinding', { finding: finding.key, reason: reason.trim() });
    close();
  };
  return (
    <Dialog
      title={say(words.suppressTitle)}
      onClose={close}
      foot={
        <>
          <button type="button" className="button button-outlined" onClick={close}>
            {say(words.cancel)}
          </button>
          <button type="submit" form={id} className="button button-filled" disabled={reason.trim() === ''}>
            {say(words.suppressNow)}
          </button>
        </>
      }
    >
      <form
        id={id}
        className="suppress"
        onSubmit={(event) => {
          event.preventDefault();
          suppress();
        }}
      >
        <p>{say(finding.message)}</p>
        <label className="suppress-reason">
          <span>{say(words.reason)}</span>
          <input
            ref={field}
            className="inspector-box"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="inspector-quiet">{say(words.reasonHint)}</p>
      </form>
    </Dialog>
  );
}

/** The box into which a link is pasted, from wherever it came. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Words } from '../../lib/words';
import { useDesk } from '../files/useDesk';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useSay } from '../useEditor';
import { openLink } from './openLink';
import './share.css';
import { words } from './words';

export function OpenLinkDialog() {
  const desk = useDesk();
  const say = useSay();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // After the dialog itself was shown, which focuses its first button.
  useLayoutEffect(() => box.current?.focus(), []);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Words | null>(null);
  const [isReading, setReading] = useState(false);
  const open = async (): Promise<void> => {
    if (isReading || text.trim() === '') return;
    setReading(true);
    const found = await openLink(desk, text);
    setReading(false);
    if (found === null) closeDialog();
    else setFailure(found);
  };
  return (
    <Dialog
      title={say(words.openTitle)}
      className="share-link"
      onClose={closeDialog}
      foot={
        <button
          type="button"
          className="button button-filled"
          disabled={text.trim() === ''}
          aria-busy={isReading}
          onClick={() => void open()}
        >
          {say(words.open)}
        </button>
      }
    >
      <p id={`${id}-intro`}>{say(words.openIntro)}</p>
      <label htmlFor={id}>{say(words.link)}</label>
      <textarea
        id={id}
        className="share-link-text"
        ref={box}
        spellCheck={false}
        autoComplete="off"
        rows={5}
        placeholder="https://…/#d=1.…"
        aria-describedby={`${id}-intro`}
        aria-invalid={failure !== null}
        aria-errormessage={failure === null ? undefined : `${id}-failure`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFailure(null);
        }}
        onKeyDown={(event) => {
          // A link has no lines of its own; the Enter that ends a composition is not meant.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void open();
        }}
      />
      <p role="alert" className="share-link-failure" id={`${id}-failure`}>
        {failure === null ? '' : say(failure)}
      </p>
    </Dialog>
  );
}

/** The link, selected, where the browser does not let it be put on the clipboard. */
import { useId, useLayoutEffect, useRef } from 'react';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useSay } from '../useEditor';
import { linkToCopy } from './linkToCopy';
import './share.css';
import { words } from './words';

export function CopyLinkDialog() {
  const say = useSay();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // After the dialog itself was shown, which focuses its first button.
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <Dialog title={say(words.copyTitle)} className="share-link" onClose={closeDialog}>
      <p id={`${id}-intro`}>{say(words.copyByHand)}</p>
      <label htmlFor={id}>{say(words.link)}</label>
      <textarea
        id={id}
        className="share-link-text"
        ref={box}
        readOnly
        spellCheck={false}
        rows={6}
        aria-describedby={`${id}-intro`}
        value={linkToCopy.link}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}

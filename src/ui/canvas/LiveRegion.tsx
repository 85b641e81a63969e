/** Says to screen readers what happened, in the words of networks. */
import { useEffect, useState } from 'react';
import type { Words } from '../../lib/words';
import { useEditor, useSay } from '../useEditor';
import { useOnceDrawn } from './useOnceDrawn';

export function LiveRegion() {
  const editor = useEditor();
  const say = useSay();
  const isDrawn = useOnceDrawn();
  const [{ words, count }, setSaid] = useState({ words: { en: '', ja: '' }, count: 0 });
  useEffect(() => {
    const speak = (said: Words): void => setSaid((last) => ({ words: said, count: last.count + 1 }));
    // What waits for the verdicts is loaded beside the page; until it is there, each thing is said at once.
    let stop = editor.session.subscribe(({ announcement }, last) => {
      if (announcement !== last.announcement) speak(announcement.words);
    });
    let isGone = false;
    if (!isDrawn) return stop;
    void import('../../editor/speech/speaker').then(
      ({ createSpeaker }) => {
        if (isGone) return;
        stop();
        stop = createSpeaker(editor, speak, (work, ms) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [editor, isDrawn]);
  // A second region takes turns with the first, so that the same words said twice are a change.
  const text = say(words);
  return (
    <div className="canvas-live">
      <output>{count % 2 === 0 ? text : ''}</output>
      <output>{count % 2 === 1 ? text : ''}</output>
    </div>
  );
}

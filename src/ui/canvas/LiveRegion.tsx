/** Says to screen readers what happened, in the words of networks. */
import { useSay, useSession } from '../useEditor';

export function LiveRegion() {
  const say = useSay();
  const { words, count } = useSession((session) => session.announcement);
  // A second region takes turns with the first, so that the same words said twice are a change.
  const text = say(words);
  return (
    <div className="canvas-live">
      <output>{count % 2 === 0 ? text : ''}</output>
      <output>{count % 2 === 1 ? text : ''}</output>
    </div>
  );
}

/** Asks AWS's validator; while it is at work, it says so. */
import { useEditor, useSay } from '../useEditor';
import { askAws, useAwsCheck } from './awsCheck';
import { words } from './words';

export function AwsButton() {
  const editor = useEditor();
  const say = useSay();
  const isAsking = useAwsCheck().is === 'asking';
  return (
    <>
      <button
        type="button"
        className="button button-outlined panel-filter"
        title={say(words.checkHint)}
        aria-disabled={isAsking}
        onClick={() => askAws(editor)}
      >
        {say(isAsking ? words.asking : words.check)}
      </button>
      <span className="unseen" role="status">
        {isAsking ? say(words.asking) : ''}
      </span>
    </>
  );
}

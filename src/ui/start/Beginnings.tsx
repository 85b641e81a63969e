/** What an empty canvas offers: the first thing to do, and the ways to begin from something. */
import { actionById } from '../../editor/actions';
import { useEditor, useSay } from '../useEditor';
import { words } from './words';
import './start.css';

/** From what is nearest at hand to what has to be fetched. */
const beginnings = ['open-gallery', 'open-file', 'aws-commands'];

export function Beginnings() {
  const editor = useEditor();
  const say = useSay();
  const start = actionById('start-with-vpc');
  return (
    <div className="canvas-empty">
      <h2>{say(words.title)}</h2>
      <p>{say(words.text)}</p>
      <div className="canvas-empty-actions" data-over-canvas>
        {start === undefined ? null : (
          <button type="button" className="button canvas-empty-first" onClick={() => start.run(editor)}>
            {say(start.label)}
          </button>
        )}
      </div>
      <h3>{say(words.or)}</h3>
      <div className="canvas-empty-actions" data-over-canvas>
        {beginnings.map((id) => {
          const action = actionById(id);
          return action === undefined ? null : (
            <button key={id} type="button" className="button" onClick={() => action.run(editor)}>
              {say(action.label)}
            </button>
          );
        })}
      </div>
      <p className="canvas-empty-more">{say(words.paste)}</p>
    </div>
  );
}

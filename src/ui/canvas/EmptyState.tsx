/** What an empty canvas offers: the first thing to do, and the ways to begin from something. */
import { actionById } from '../../editor/actions';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { canvasWords } from './words';

/** Offered when the interface has registered them. */
const beginnings = ['open-gallery', 'open-file'];

export function EmptyState() {
  const editor = useEditor();
  const say = useSay();
  const isEmpty = useDocument(({ resources }) => resources.size === 0);
  const isPlacing = useSession((session) => session.tool.tool === 'place');
  if (!isEmpty || isPlacing) return null;
  return (
    <div className="canvas-empty">
      <h2>{say(canvasWords.emptyTitle)}</h2>
      <p>{say(canvasWords.emptyText)}</p>
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
    </div>
  );
}

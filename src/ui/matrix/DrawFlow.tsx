/**
 * Makes a pair of the grid a flow of the diagram, or goes to the one that is drawn: its inspector has the changes that would
 * let it pass, and shows each of them on the canvas, which the grid hides.
 */
import type { MatrixEnd } from '../../core/network/matrix/matrixEnds';
import type { Query } from '../../core/network/trace';
import { jumpTo } from '../../editor/inspecting/jump';
import { compareOrder, orderBetween } from '../../lib/order';
import { useDocument, useEditor, useSay } from '../useEditor';
import { words } from './words';

export interface DrawFlowProps {
  readonly from: MatrixEnd;
  readonly to: MatrixEnd;
  readonly traffic: Pick<Query, 'protocol' | 'port'>;
}

export function DrawFlow({ from, to, traffic: { protocol, port } }: DrawFlowProps) {
  const editor = useEditor();
  const say = useSay();
  const drawn = useDocument(
    ({ flows }) =>
      [...flows.values()].find(
        (flow) =>
          flow.from === from.resource &&
          flow.to === to.resource &&
          flow.protocol === protocol &&
          flow.port === port,
      )?.id,
  );
  // What is not drawn can be no end of an arrow.
  if (from.resource === null || to.resource === null) return null;
  const ends = { from: from.resource, to: to.resource };
  const draw = (): void => {
    const { store } = editor;
    const id = drawn ?? editor.newId('flow');
    if (drawn === undefined) {
      const last = [...store.document.flows.values()].sort(compareOrder).at(-1);
      store.commit('addFlow', {
        id,
        ...ends,
        protocol,
        port,
        order: orderBetween(last?.order ?? null, null),
      });
    }
    jumpTo(editor, id);
  };
  return (
    <p className="matrix-draw">
      <button type="button" className="button button-outlined" onClick={draw}>
        {say(drawn === undefined ? words.drawFlow : words.showFlow)}
      </button>
      <span className="inspector-quiet">{say(words.drawFlowWhy)}</span>
    </p>
  );
}

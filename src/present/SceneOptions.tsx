/** The lens of a scene, and the flow that it asks about before it shows it. */
import { lensNames } from '../core/lenses/lens';
import { lensLabels } from '../core/lenses/lensWords';
import type { Flow, Scene } from '../core/model/document';
import { compareOrder } from '../lib/order';
import { useDocument, useSay } from '../ui/useEditor';
import { useFlowName } from './useFlowName';
import type { ChangeScene } from './SceneForm';
import { words } from './words';

export function SceneOptions({ scene, onChange }: { readonly scene: Scene; readonly onChange: ChangeScene }) {
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const nameOf = useFlowName();
  const choices = [...flows.values()].sort(compareOrder);
  return (
    <div className="scenes-options">
      <label>
        {say(words.lens)}
        <select
          className="inspector-select"
          value={scene.lens ?? ''}
          onChange={({ target: { value } }) => {
            const lens = lensNames.find((name) => name === value);
            if (lens === undefined) onChange({}, ['lens']);
            else onChange({ lens });
          }}
        >
          <option value="">{say(words.noLens)}</option>
          {lensNames.map((name) => (
            <option key={name} value={name}>
              {say(lensLabels[name])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say(words.asks)}
        <select
          className="inspector-select"
          value={scene.asks ?? ''}
          onChange={({ target: { value } }) =>
            value === '' ? onChange({}, ['asks']) : onChange({ asks: value })
          }
        >
          <option value="">{say(words.asksNothing)}</option>
          {choices.map((flow: Flow) => (
            <option key={flow.id} value={flow.id}>
              {nameOf(flow)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

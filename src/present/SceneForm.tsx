/** One scene of the panel: its place, its words, its arrows, what it asks and what comes step by step. */
import type { SceneOption, SetSceneArgs } from '../core/commands/setScene';
import type { Flow, Scene } from '../core/model/document';
import { viewRect } from '../editor/view';
import { compareOrder, orderBetween } from '../lib/order';
import { useDocument, useEditor, useSay } from '../ui/useEditor';
import { Builds } from './Builds';
import { SceneFaults } from './SceneFaults';
import { SceneFields } from './SceneFields';
import { SceneOptions } from './SceneOptions';
import { showScene } from './showScene';
import { words } from './words';

/** Changes a scene, as one undo step. */
export type ChangeScene = (values: SetSceneArgs['values'], without?: readonly SceneOption[]) => void;

export function SceneForm({ scene, slides }: { readonly scene: Scene; readonly slides: readonly Scene[] }) {
  const editor = useEditor();
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const change: ChangeScene = (values, without = []) =>
    editor.store.commit('setScene', { id: scene.id, values, without });
  const set = (values: SetSceneArgs['values']): void => change(values);
  const index = slides.findIndex(({ id }) => id === scene.id);

  return (
    <div className="scenes-form">
      <div className="scenes-actions">
        <button
          type="button"
          className="button"
          onClick={() => editor.session.setState({ presenting: scene.id })}
        >
          {say(words.presentFromHere)}
        </button>
        <button type="button" className="button" onClick={() => showScene(editor, scene)}>
          {say(words.showView)}
        </button>
        <button type="button" className="button" onClick={() => set({ camera: viewRect(editor) })}>
          {say(words.useView)}
        </button>
        <button
          type="button"
          className="button"
          disabled={index === 0}
          onClick={() => set({ order: orderAround(slides, index - 2) })}
        >
          {say(words.moveUp)}
        </button>
        <button
          type="button"
          className="button"
          disabled={index === slides.length - 1}
          onClick={() => set({ order: orderAround(slides, index + 1) })}
        >
          {say(words.moveDown)}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => editor.store.commit('deleteScenes', { ids: [scene.id] })}
        >
          {say(words.deleteScene)}
        </button>
      </div>
      <SceneFaults scene={scene} onChange={change} />
      {scene.plan !== undefined && (
        <p className="scenes-variant">
          {say(words.variant)}
          {say(scene.plan.title)}
        </p>
      )}
      <SceneFields scene={scene} />
      <fieldset className="scenes-flows">
        <legend>{say(words.flowsInFocus)}</legend>
        {flows.size === 0 && <p>{say(words.noFlows)}</p>}
        {[...flows.values()].sort(compareOrder).map((flow) => (
          <FlowChoice key={flow.id} flow={flow} scene={scene} onChange={(chosen) => set({ flows: chosen })} />
        ))}
      </fieldset>
      <SceneOptions scene={scene} onChange={change} />
      <Builds scene={scene} onChange={change} />
    </div>
  );
}

function FlowChoice(props: {
  readonly flow: Flow;
  readonly scene: Scene;
  readonly onChange: (flows: Scene['flows']) => void;
}) {
  const { flow, scene, onChange } = props;
  const label = useDocument(({ resources }) =>
    [flow.from, flow.to].map((end) => resources.get(end)?.name ?? '').join(' → '),
  );
  const checked = scene.flows[flow.id] === true;
  return (
    <label className="scenes-flow">
      <input
        type="checkbox"
        checked={checked}
        onChange={() => {
          const { [flow.id]: _, ...others } = scene.flows;
          onChange(checked ? others : { ...scene.flows, [flow.id]: true });
        }}
      />
      {label}
    </label>
  );
}

/** The order of a scene put behind the slide at `before` (-1: first). */
function orderAround(slides: readonly Scene[], before: number): string {
  return orderBetween(slides[before]?.order ?? null, slides[before + 1]?.order ?? null);
}

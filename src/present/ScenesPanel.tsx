/** The scenes of the diagram: added from what is in view, described in both languages, put in order. */
import { useId, useState } from 'react';
import type { Flow, Scene } from '../core/model/document';
import { viewRect } from '../editor/view';
import { compareOrder, orderBetween } from '../lib/order';
import { useDocument, useEditor, useSay } from '../ui/useEditor';
import { slidesOf } from './slides';
import './scenesPanel.css';
import { showScene } from './showScene';
import { words } from './words';

export function ScenesPanel() {
  const editor = useEditor();
  const say = useSay();
  const scenes = useDocument((document) => document.scenes);
  const slides = slidesOf({ ...editor.store.document, scenes });
  const [chosen, setChosen] = useState<string | null>(null);
  const current = slides.find(({ id }) => id === chosen) ?? slides[0];

  const add = (): void => {
    const id = editor.newId('scene');
    const after = current === undefined ? null : current.order;
    const next = slides.find(({ order }) => after !== null && order > after)?.order ?? null;
    editor.store.commit('addScene', {
      scene: {
        id,
        order: orderBetween(after, next),
        title: words.newScene,
        text: { en: '', ja: '' },
        camera: viewRect(editor),
        flows: selectedFlows(editor.session.getState().selection, editor.store.document.flows),
      },
    });
    setChosen(id);
  };

  return (
    <div className="scenes">
      <div className="scenes-list">
        <ol aria-label={say(words.scenes)}>
          {slides.map((scene, index) => (
            <li key={scene.id}>
              <button
                type="button"
                className="scenes-row"
                aria-current={scene.id === current?.id}
                onClick={() => {
                  setChosen(scene.id);
                  showScene(editor, scene);
                }}
              >
                <span className="scenes-number">{index + 1}</span>
                {say(scene.title) || say(words.newScene)}
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="button button-outlined" onClick={add}>
          {say(slides.length === 0 ? words.addScene : words.addSceneShort)}
        </button>
      </div>
      {current === undefined ? (
        <div className="scenes-empty">
          <strong>{say(words.noScenes)}</strong>
          <p>{say(words.noScenesHint)}</p>
        </div>
      ) : (
        <SceneForm key={current.id} scene={current} slides={slides} />
      )}
    </div>
  );
}

function SceneForm({ scene, slides }: { readonly scene: Scene; readonly slides: readonly Scene[] }) {
  const editor = useEditor();
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const set = (values: Partial<Omit<Scene, 'id'>>): void =>
    editor.store.commit('setScene', { id: scene.id, values });
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
      {scene.plan !== undefined && (
        <p className="scenes-variant">
          {say(words.variant)}
          {say(scene.plan.title)}
        </p>
      )}
      <div className="scenes-words">
        <Words
          label={say(words.titleEn)}
          value={scene.title.en}
          lang="en"
          onCommit={(en) => set({ title: { ...scene.title, en } })}
        />
        <Words
          label={say(words.titleJa)}
          value={scene.title.ja}
          lang="ja"
          onCommit={(ja) => set({ title: { ...scene.title, ja } })}
        />
        <Words
          label={say(words.textEn)}
          value={scene.text.en}
          lang="en"
          long
          onCommit={(en) => set({ text: { ...scene.text, en } })}
        />
        <Words
          label={say(words.textJa)}
          value={scene.text.ja}
          lang="ja"
          long
          onCommit={(ja) => set({ text: { ...scene.text, ja } })}
        />
      </div>
      <fieldset className="scenes-flows">
        <legend>{say(words.flowsInFocus)}</legend>
        {flows.size === 0 && <p>{say(words.noFlows)}</p>}
        {[...flows.values()].sort(compareOrder).map((flow) => (
          <FlowChoice key={flow.id} flow={flow} scene={scene} onChange={(chosen) => set({ flows: chosen })} />
        ))}
      </fieldset>
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

/** A text that is committed when it is left, so that typing is one undo step. */
function Words(props: {
  readonly label: string;
  readonly value: string;
  readonly lang: string;
  readonly long?: boolean;
  readonly onCommit: (value: string) => void;
}) {
  const { label, value, lang, long, onCommit } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const shared = { id, lang, value: typed ?? value, onBlur: commit };
  return (
    <div className="scenes-field">
      <label htmlFor={id}>{label}</label>
      {long === true ? (
        <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) commit();
          }}
        />
      )}
    </div>
  );
}

/** The order of a scene put behind the slide at `before` (-1: first). */
function orderAround(slides: readonly Scene[], before: number): string {
  return orderBetween(slides[before]?.order ?? null, slides[before + 1]?.order ?? null);
}

function selectedFlows(selection: ReadonlySet<string>, flows: ReadonlyMap<string, Flow>): Scene['flows'] {
  return Object.fromEntries([...selection].filter((id) => flows.has(id)).map((id) => [id, true as const]));
}

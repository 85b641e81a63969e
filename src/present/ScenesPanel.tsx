/** The scenes of the diagram: added from what is in view, described in both languages, put in order. */
import { useState } from 'react';
import type { Flow, Scene } from '../core/model/document';
import { inOneLine } from '../core/scenes/markdown';
import { speakingTime } from '../core/scenes/speakingTime';
import { viewRect } from '../editor/view';
import { orderBetween } from '../lib/order';
import type { Words } from '../lib/words';
import { useDocument, useEditor, useSay, useSession } from '../ui/useEditor';
import { slidesOf } from './slides';
import './scenesPanel.css';
import { SceneForm } from './SceneForm';
import { showScene } from './showScene';
import { words } from './words';

export function ScenesPanel() {
  const editor = useEditor();
  const say = useSay();
  const language = useSession((session) => session.language);
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
                {inOneLine(say(scene.title)) || say(words.newScene)}
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="button button-outlined" onClick={add}>
          {say(slides.length === 0 ? words.addScene : words.addSceneShort)}
        </button>
        {slides.length === 0 ? null : (
          <p className="scenes-time">{say(timeToTell(speakingTime(slides, language)))}</p>
        )}
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

function timeToTell(seconds: number): Words {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return {
    en: `Told aloud: about ${minutes} min`,
    ja: `読み上げると約 ${minutes} 分`,
  };
}

function selectedFlows(selection: ReadonlySet<string>, flows: ReadonlyMap<string, Flow>): Scene['flows'] {
  return Object.fromEntries([...selection].filter((id) => flows.has(id)).map((id) => [id, true as const]));
}

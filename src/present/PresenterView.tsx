/** What only the presenter sees: the notes, what comes next, and the time. */
import { useEffect, useState } from 'react';
import type { Document, Scene } from '../core/model/document';
import { inOneLine } from '../core/scenes/markdown';
import { shownBy } from '../core/scenes/shown';
import { speakingTime } from '../core/scenes/speakingTime';
import { Thumbnail } from '../ui/files/Thumbnail';
import { useDocument, useEditor, useSay, useSession } from '../ui/useEditor';
import { JourneyBar } from './JourneyBar';
import './presenterView.css';
import { Question } from './Question';
import { SceneFields } from './SceneFields';
import { SceneText } from './SceneText';
import type { Show } from './useShow';
import { words } from './words';

export function PresenterView({ show }: { readonly show: Show }) {
  const say = useSay();
  const { scene, slides, number, moment, moments, now } = show;
  const next = slides[number];
  const left = moments.length - 1 - moment;
  return (
    <main className="presenter-view" aria-label={say(words.presenterView)}>
      <header className="presenter-view-top">
        <Timer show={show} />
        <label className="presenter-view-jump">
          {say(words.scene)}
          <select value={scene.id} onChange={(event) => show.go({ number: event.target.selectedIndex + 1 })}>
            {slides.map((each, index) => (
              <option key={each.id} value={each.id}>
                {index + 1}. {inOneLine(say(each.title))}
              </option>
            ))}
          </select>
        </label>
      </header>
      <section className="presenter-view-now" aria-label={say(words.thisScene)}>
        <h1>
          {number} / {slides.length} {say(scene.title)}
        </h1>
        {show.isEditing ? (
          <SceneFields key={scene.id} scene={scene} />
        ) : (
          <>
            <ScenePicture scene={scene} />
            <div className="presenter-view-text">
              <SceneText text={say(scene.text)} hidden={now.hiddenBlocks} />
            </div>
          </>
        )}
        <Faults show={show} />
      </section>
      <section className="presenter-view-next" aria-label={say(words.comesNext)}>
        <h2>{say(words.comesNext)}</h2>
        {left > 0 && (
          <p className="presenter-view-steps">
            {say({
              en: `${left} more ${left === 1 ? 'step' : 'steps'} in this scene`,
              ja: `このシーンにあと ${left} ステップ`,
            })}
          </p>
        )}
        {next === undefined ? (
          <p>{say(words.theEnd)}</p>
        ) : (
          <>
            <p>
              <strong>{inOneLine(say(next.title))}</strong>
            </p>
            <ScenePicture scene={next} />
          </>
        )}
      </section>
      <section className="presenter-view-notes" aria-label={say(words.notes)}>
        <h2>{say(words.notes)}</h2>
        {scene.notes === undefined || say(scene.notes).trim() === '' ? (
          <p className="presenter-view-quiet">{say(words.noNotes)}</p>
        ) : (
          <SceneText text={say(scene.notes)} />
        )}
      </section>
      <footer className="presenter-view-controls">
        <Question show={show} />
        {now.packet !== null && <JourneyBar show={show} />}
        <div className="presenter-view-buttons">
          <button
            type="button"
            className="button"
            disabled={number === 1 && moment === 0}
            onClick={() => show.go('previous')}
          >
            ‹ {say(words.previous)}
          </button>
          <button
            type="button"
            className="button"
            disabled={next === undefined && left === 0}
            onClick={() => show.go('next')}
          >
            {say(left > 0 ? words.nextStep : words.next)} ›
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={show.isBlank}
            onClick={() => show.set({ isBlank: !show.isBlank })}
          >
            {say(words.blankScreen)}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={show.isEditing}
            onClick={() => show.set({ isEditing: !show.isEditing })}
          >
            {say(words.edit)}
          </button>
          <button type="button" className="button" onClick={show.leave}>
            {say(words.leave)}
          </button>
        </div>
      </footer>
    </main>
  );
}

function Faults({ show }: { readonly show: Show }) {
  const say = useSay();
  if (show.faults.length === 0) return null;
  return (
    <ul className="presenter-faults">
      {show.faults.map((fault) => (
        <li key={fault.en}>{say(fault)}</li>
      ))}
    </ul>
  );
}

/** The design that the scene shows, where its camera looks. */
function ScenePicture({ scene }: { readonly scene: Scene }) {
  const editor = useEditor();
  const document = useDocument((each) => each);
  const [shown, setShown] = useState<Document | null>(null);
  const { plan, flows } = scene;
  useEffect(() => {
    const design = shownBy(editor, document, plan === undefined ? {} : { plan }).document;
    const own = new Map([...design.flows].filter(([id]) => flows[id] === true));
    // oxlint-disable-next-line react/set-state-in-effect -- a change of a large design takes its time, and the notes need not wait
    setShown({ ...design, flows: own });
  }, [editor, document, plan, flows]);
  return (
    <div className="presenter-view-picture">
      {shown === null ? null : <Thumbnail document={shown} camera={scene.camera} />}
    </div>
  );
}

function Timer({ show }: { readonly show: Show }) {
  const say = useSay();
  const language = useSession((session) => session.language);
  const { scene, slides } = show;
  const planned = (scenes: readonly Scene[]): string => {
    const time = clockText(speakingTime(scenes, language) * 1000);
    return say({ en: `of about ${time}`, ja: `/ 約 ${time}` });
  };
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(tick);
  }, []);
  return (
    <div className="presenter-view-timer" role="timer" aria-label={say(words.timer)}>
      <strong>{clockText(now - show.startedAt)}</strong>
      <span>{planned(slides)}</span>
      <span>
        {say(words.thisScene)} {clockText(now - show.sceneAt)} {planned([scene])}
      </span>
      <button
        type="button"
        className="button"
        onClick={() => show.set({ startedAt: performance.now(), sceneAt: performance.now() })}
      >
        {say(words.resetTimer)}
      </button>
    </div>
  );
}

/** Minutes and seconds of so many ms; hours only once there are some. */
function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

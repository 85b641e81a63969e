/** What the audience sees: the stage with the packet, below it the words, and the way to the other scenes. */
import { useEffect, useRef, useState } from 'react';
import { inOneLine } from '../core/scenes/markdown';
import { Canvas } from '../ui/canvas/Canvas';
import { CloseGlyph } from '../ui/glyphs';
import { stepTitles } from '../core/network/stepWords';
import { EditorProvider, useEditor, useSay } from '../ui/useEditor';
import { Highlights } from './Highlights';
import { JourneyBar } from './JourneyBar';
import type { Stop } from '../core/scenes/journey';
import { KeysSheet } from './KeysSheet';
import { Laser } from './Laser';
import { Packet } from './Packet';
import { PresenterView } from './PresenterView';
import { PresenterWindow } from './PresenterWindow';
import { Question } from './Question';
import { SceneFields } from './SceneFields';
import { SceneText } from './SceneText';
import type { Stage } from './stage';
import { Tools } from './Tools';
import { useFullScreen } from './useFullScreen';
import { usePresentingKeys } from './usePresentingKeys';
import { useShow, type Show } from './useShow';
import { openSecondWindow } from './secondWindow';
import { words } from './words';

export function Slides({ stage }: { readonly stage: Stage }) {
  const editor = useEditor();
  const show = useShow(stage);
  const isGone = show === undefined;
  // The last scene was deleted elsewhere: there is nothing left to present.
  useEffect(() => {
    if (isGone) editor.session.setState({ presenting: null });
  }, [isGone, editor]);
  return show === undefined ? null : <Screen show={show} />;
}

function Screen({ show }: { readonly show: Show }) {
  const { stage, scene, slides, now, stops, clock, number } = show;
  const say = useSay();
  const [second, setSecond] = useState<Window | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isIdle = useIdle();
  // The browser leaves the full screen when a window opens beside it.
  // With the sheet of keys open its key means the sheet.
  useFullScreen(show.leave, second !== null || show.isHelping, () => show.set({ isHelping: false }));
  const closeWindow = (): void => {
    setSecond(null);
    show.set({ isEditing: false });
  };
  const toggleWindow = (): void => {
    if (second !== null) {
      closeWindow();
      return;
    }
    const opened = openSecondWindow(say(words.presenterView));
    setSecond(opened);
    setRefused(opened === null);
  };
  usePresentingKeys(show, second, toggleWindow);
  // Where the presenter has a window of their own, the audience sees nothing of the editing.
  const isEditing = show.isEditing && second === null;
  const flow = now.packet === null ? undefined : stage.editor.store.document.flows.get(now.packet);
  return (
    <div
      className="presenter"
      data-idle={isIdle}
      data-asking={now.asking !== null}
      data-pointing={show.isPointing}
      data-editing={isEditing}
    >
      <div className="presenter-stage" inert>
        <EditorProvider value={stage.editor}>
          <Canvas />
          <Highlights ids={now.highlighted} />
          {flow !== undefined && <Packet flow={flow} stops={stops} clock={clock} />}
        </EditorProvider>
      </div>
      {isEditing && (
        <aside className="presenter-edit" aria-label={say(words.edit)}>
          <button
            type="button"
            className="icon-button"
            aria-label={say(words.editDone)}
            onClick={() => show.set({ isEditing: false })}
          >
            <CloseGlyph />
          </button>
          <SceneFields key={scene.id} scene={scene} />
        </aside>
      )}
      <section
        className="presenter-words"
        aria-live="polite"
        aria-label={`${number} / ${slides.length}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard
        tabIndex={0}
      >
        <h1>{say(scene.title)}</h1>
        <SceneText text={say(scene.text)} hidden={now.hiddenBlocks} />
        {show.faults.length > 0 && (
          <ul className="presenter-faults">
            {show.faults.map((fault) => (
              <li key={fault.en}>{say(fault)}</li>
            ))}
          </ul>
        )}
        <ol className="unseen">
          {stops.map((stop, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the stops of a journey never change their places
            <li key={index}>{stopText(stop, stage, say)}</li>
          ))}
        </ol>
      </section>
      <section className="presenter-ask" aria-label={say(words.packet)}>
        <Question show={show} />
        {now.packet !== null && <JourneyBar show={show} />}
        {isRefused && (
          <p role="alert" className="presenter-refused">
            {say(words.windowRefused)}
          </p>
        )}
      </section>
      <nav className="presenter-dots" aria-label={say(words.slides)}>
        <Dots show={show} />
        <Tools show={show} isSecondOpen={second !== null} toggleWindow={toggleWindow} />
      </nav>
      {show.typed !== '' && <div className="presenter-typed">{show.typed}</div>}
      {show.isPointing && <Laser isStill={show.isStill} />}
      {show.isHelping && <KeysSheet onClose={() => show.set({ isHelping: false })} />}
      {show.isBlank && <div className="presenter-blank">{say(words.blank)}</div>}
      {second !== null && (
        <PresenterWindow second={second} onClosed={closeWindow}>
          <PresenterView show={show} />
        </PresenterWindow>
      )}
    </div>
  );
}

function Dots({ show }: { readonly show: Show }) {
  const { slides, scene, moment, moments, number } = show;
  const say = useSay();
  const isFirst = number === 1 && moment === 0;
  const isLast = number === slides.length && moment === moments.length - 1;
  return (
    <>
      <button type="button" className="button" onClick={() => show.go('previous')} disabled={isFirst}>
        <span aria-hidden="true">‹</span>
        <span className="unseen">{say(words.previous)}</span>
      </button>
      {slides.map((each, index) => (
        <button
          key={each.id}
          type="button"
          className="presenter-dot"
          aria-label={`${index + 1}. ${inOneLine(say(each.title))}`}
          aria-current={each.id === scene.id}
          onClick={() => show.go({ number: index + 1 })}
        />
      ))}
      <button type="button" className="button" onClick={() => show.go('next')} disabled={isLast}>
        <span aria-hidden="true">›</span>
        <span className="unseen">{say(words.next)}</span>
      </button>
    </>
  );
}

function stopText(stop: Stop, { editor }: Stage, say: ReturnType<typeof useSay>): string {
  const name = stop.at === null ? '' : (editor.store.document.resources.get(stop.at)?.name ?? '');
  return `${name}: ${stop.steps.map(({ what, because }) => `${say(stepTitles[what])}, ${say(because.says)}`).join('; ')}`;
}

/** After so many ms without the mouse, only what is shown is left to see. */
const idleAfter = 3000;

function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const stir = (): void => {
      clearTimeout(timer.current);
      setIdle(false);
      timer.current = setTimeout(() => setIdle(true), idleAfter);
    };
    stir();
    window.addEventListener('pointermove', stir);
    window.addEventListener('focusin', stir);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('pointermove', stir);
      window.removeEventListener('focusin', stir);
    };
  }, []);
  return isIdle;
}

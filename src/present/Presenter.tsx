/**
 * Presenting: the scenes of the diagram one after another, each with its view, its words and its packet. It runs on an editor of
 * its own, so that a scene can show the diagram with a change applied while the diagram itself stays untouched, and so
 * that whoever leaves finds the canvas as it was.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { call, commands, type CommandCall, type CommandName } from '../core/commands';
import type { Document, SavedPlan, Scene } from '../core/model/document';
import { documentAfter } from '../core/plans/plan';
import { createEditor, type Editor } from '../editor/editor';
import type { Validator } from '../editor/verdicts';
import { viewOf } from '../editor/view';
import { Canvas } from '../ui/canvas/Canvas';
import { EditorProvider, useDocument, useEditor, useSay, useSession } from '../ui/useEditor';
import { journeyOf, type Stop } from './journey';
import { Packet } from './Packet';
import './presenter.css';
import { firstFlow, viewportFor } from './showScene';
import { presentingKey, slideAfter, slidesOf, type SlideMove } from './slides';
import { stepWords } from '../ui/stepWords';
import { useJourney } from './useJourney';
import { words } from './words';

/** A validation worker that can be sent home. */
export interface HiredValidator extends Validator {
  terminate(): void;
}

export interface PresenterProps {
  readonly hireValidator: () => HiredValidator;
}

export function Presenter({ hireValidator }: PresenterProps) {
  const editor = useEditor();
  const [stage, setStage] = useState<Editor | null>(null);

  useEffect(() => {
    const validator = hireValidator();
    const { language, theme } = editor.session.getState();
    // oxlint-disable-next-line react/set-state-in-effect -- the worker is hired and sent home with this component
    setStage(
      createEditor({
        catalog: editor.catalog,
        document: editor.store.document,
        validator,
        random: () => editor.newId('stage'),
        session: { language, theme, gridShown: false, minimapOpen: false },
      }),
    );
    return () => validator.terminate();
  }, [editor, hireValidator]);

  useFullScreen(() => editor.session.setState({ presenting: null }));
  return stage === null ? null : <Slides stage={stage} />;
}

function Slides({ stage }: { readonly stage: Editor }) {
  const editor = useEditor();
  const say = useSay();
  const document = useDocument((each) => each);
  const slides = useMemo(() => slidesOf(document), [document]);
  const id = useSession((session) => session.presenting);
  const scene = slides.find((each) => each.id === id);
  const [isBlank, setBlank] = useState(false);
  const typed = useRef('');
  const still = useReducedMotion();

  const go = (move: SlideMove): void => editor.session.setState({ presenting: slideAfter(slides, id, move) });
  const leave = (): void => editor.session.setState({ presenting: null });

  const stops = useStops(stage, scene, document);
  const journey = useJourney(`${id}`, stops.length, still);

  useKeys((press) => {
    const meaning = presentingKey(press);
    if (meaning === undefined && !isBlank) return false;
    if (isBlank) {
      setBlank(false);
      return true;
    }
    if (meaning === 'digit') {
      typed.current += press.key;
      return true;
    }
    const number = Number(typed.current);
    typed.current = '';
    if (meaning === 'leave') leave();
    else if (meaning === 'blank') setBlank(true);
    else if (meaning === 'jump') go(number > 0 ? { number } : 'next');
    // Without motion the packet goes on by key, and the slide when it has arrived.
    else if (meaning === 'next' && still && !journey.isOver) journey.step();
    else if (meaning !== undefined) go(meaning);
    return true;
  });

  useScene(stage, scene, document, still);
  if (scene === undefined) return null;
  const flow = flowOf(stage, scene);
  const number = slides.indexOf(scene) + 1;

  return (
    <div className="presenter" data-blank={isBlank}>
      <div className="presenter-stage" inert>
        <EditorProvider value={stage}>
          <Canvas />
          {flow !== undefined && <Packet flow={flow} stops={stops} journey={journey} />}
        </EditorProvider>
      </div>
      <section className="presenter-words" aria-live="polite" aria-label={`${number} / ${slides.length}`}>
        <h1>{say(scene.title)}</h1>
        {say(scene.text)
          .split('\n')
          .map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the lines of a text never change their places
            <p key={index}>{line}</p>
          ))}
        <ol className="unseen">
          {stops.map((stop, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the stops of a journey never change their places
            <li key={index}>{stopText(stop, stage, say)}</li>
          ))}
        </ol>
      </section>
      <nav className="presenter-dots" aria-label={say(words.slides)}>
        <button type="button" className="button" onClick={() => go('previous')} disabled={number === 1}>
          <span aria-hidden="true">‹</span>
          <span className="unseen">{say(words.previous)}</span>
        </button>
        {slides.map((each, index) => (
          <button
            key={each.id}
            type="button"
            className="presenter-dot"
            aria-label={`${index + 1}. ${say(each.title)}`}
            aria-current={each.id === scene.id}
            onClick={() => go({ number: index + 1 })}
          />
        ))}
        <button
          type="button"
          className="button"
          onClick={() => go('next')}
          disabled={number === slides.length}
        >
          <span aria-hidden="true">›</span>
          <span className="unseen">{say(words.next)}</span>
        </button>
        {stops.length > 0 && (
          <button type="button" className="button" onClick={still ? journey.step : journey.replay}>
            {say(still ? words.nextHop : words.playAgain)}
          </button>
        )}
        <button type="button" className="button presenter-leave" onClick={leave}>
          {say(words.leave)}
        </button>
      </nav>
      {isBlank && <div className="presenter-blank">{say(words.blank)}</div>}
    </div>
  );
}

/** Puts a scene on the stage: its variant of the diagram, its arrow in focus, its view. */
function useScene(stage: Editor, scene: Scene | undefined, document: Document, still: boolean): void {
  useEffect(() => {
    if (scene === undefined) return;
    const shown = documentOf(stage, document, scene.plan);
    // The very same diagram need not be drawn and checked anew.
    if (shown !== stage.store.document) stage.store.replace(shown);
    stage.session.setState({
      flowInFocus: firstFlow(stage, scene),
      flowsBeside: new Set(Object.keys(scene.flows)),
    });
    const to = (): ReturnType<typeof viewportFor> => viewportFor(scene, viewOf(stage).size);
    if (still) {
      stage.session.setState({ viewport: to() });
      return;
    }
    const from = stage.session.getState().viewport;
    const began = performance.now();
    let frame = requestAnimationFrame(function move(time) {
      const share = Math.min(1, Math.max(0, (time - began) / cameraTime));
      const ease = 1 - (1 - share) ** 3;
      const goal = to();
      const between = (a: number, b: number): number => a + (b - a) * ease;
      stage.session.setState({
        viewport: {
          x: between(from.x, goal.x),
          y: between(from.y, goal.y),
          zoom: between(from.zoom, goal.zoom),
        },
      });
      if (share < 1) frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [stage, scene, document, still]);
}

/** How long the view takes from one scene to the next, in ms. */
const cameraTime = 700;

/** The diagram a scene shows: with its changes, or as it is where they no longer fit. */
function documentOf(stage: Editor, document: Document, plan: SavedPlan | undefined): Document {
  if (plan === undefined) return document;
  const calls = plan.commands
    .filter(({ command }) => command in commands)
    .map(
      // The arguments are what the file says; a command leaves the diagram alone where they make no sense to it.
      ({ command, args }) => call(command as CommandName, args as never) as CommandCall,
    );
  try {
    return documentAfter(stage, document, { title: plan.title, commands: calls });
  } catch {
    return document;
  }
}

function flowOf(stage: Editor, scene: Scene) {
  return stage.store.document.flows.get(firstFlow(stage, scene) ?? '');
}

const noStops: readonly Stop[] = [];

/** The journey of the scene's packet, as soon as its verdict is there. */
function useStops(stage: Editor, scene: Scene | undefined, document: Document): readonly Stop[] {
  const [stops, setStops] = useState(noStops);
  useEffect(() => {
    const read = (): void => {
      const flow = scene === undefined ? null : firstFlow(stage, scene);
      const { revision, traces } = stage.verdicts.getState();
      const trace = flow === null || revision !== stage.store.revision ? undefined : traces.get(flow);
      setStops(trace === undefined ? noStops : journeyOf(trace, (id) => isPlace(stage, id)));
    };
    read();
    return stage.verdicts.subscribe(read);
  }, [stage, scene, document]);
  return stops;
}

/** Whether a packet can be shown to stand at it: a box is crossed, not stood at. */
function isPlace({ catalog, store }: Editor, id: string): boolean {
  const resource = store.document.resources.get(id);
  return resource !== undefined && catalog.kind(resource.kind).shape.as === 'icon';
}

function stopText(stop: Stop, stage: Editor, say: ReturnType<typeof useSay>): string {
  const name = stop.at === null ? '' : (stage.store.document.resources.get(stop.at)?.name ?? '');
  return `${name}: ${stop.steps.map(({ what, because }) => `${say(stepWords[what])}, ${say(because.says)}`).join('; ')}`;
}

/** Hears every key before the canvas does; `take` says whether it used the press. */
function useKeys(take: (press: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const onButton =
        event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ');
      if (event.key === 'Tab' || onButton || !latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}

/** Takes the whole screen where that is allowed; leaving it by the browser's own key leaves presenting too. */
function useFullScreen(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const root = window.document.documentElement;
    let entered = false;
    // Refused where no click led here, or in a frame; then the window has to do.
    void root.requestFullscreen?.().then(
      () => (entered = true),
      () => undefined,
    );
    const changed = (): void => {
      if (entered && window.document.fullscreenElement === null) latest.current();
    };
    window.document.addEventListener('fullscreenchange', changed);
    return () => {
      window.document.removeEventListener('fullscreenchange', changed);
      if (window.document.fullscreenElement !== null) void window.document.exitFullscreen();
    };
  }, []);
}

function useReducedMotion(): boolean {
  const query = useMemo(() => window.matchMedia('(prefers-reduced-motion: reduce)'), []);
  const [reduced, setReduced] = useState(query.matches);
  useEffect(() => {
    const changed = (): void => setReduced(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [query]);
  return reduced;
}

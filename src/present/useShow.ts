/** The presentation under way: which scene and moment is shown, and everything that leads on from there. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Document, FlowId, Scene } from '../core/model/document';
import { heldBack } from '../core/scenes/heldBack';
import { momentsOf, type Moment } from '../core/scenes/moments';
import { faultsOf } from '../core/scenes/shown';
import type { Words } from '../lib/words';
import { useDocument, useEditor, useSession } from '../ui/useEditor';
import type { Stop } from '../core/scenes/journey';
import { createJourneyClock, type JourneyClock } from './journeyClock';
import { slideAfter, slidesOf, type SlideMove } from './slides';
import type { Stage } from './stage';
import { useOnStage } from './useOnStage';
import { useStops } from './useStops';

interface Progress {
  readonly moment: number;
  /** What somebody said when they were asked. */
  readonly guess: 'arrives' | 'blocked' | null;
  /** The presenter asks of a scene that does not ask by itself. */
  readonly asksNow: boolean;
  readonly isBlank: boolean;
  readonly isPointing: boolean;
  readonly isEditing: boolean;
  /** The sheet of keys lies over the scene. */
  readonly isHelping: boolean;
  /** A number that is being typed, to jump to. */
  readonly typed: string;
  readonly startedAt: number;
  readonly sceneAt: number;
}

export interface Show extends Progress {
  readonly stage: Stage;
  readonly slides: readonly Scene[];
  readonly scene: Scene;
  /** Counted from 1. */
  readonly number: number;
  readonly moments: readonly Moment[];
  readonly now: Moment;
  /** The flow of the question that was put, and is answered by now. */
  readonly answered: FlowId | null;
  readonly stops: readonly Stop[];
  readonly clock: JourneyClock;
  /** Whether nothing moves by itself. */
  readonly isStill: boolean;
  /** What of the scene was deleted. */
  readonly faults: readonly Words[];
  set(changes: Partial<Progress>): void;
  go(move: SlideMove): void;
  guessed(guess: 'arrives' | 'blocked'): void;
  ask(): void;
  leave(): void;
}

const none: ReadonlySet<FlowId> = new Set();

/** Undefined where there is no such scene any more. */
export function useShow(stage: Stage): Show | undefined {
  const editor = useEditor();
  const document = useDocument((each) => each);
  const slides = useMemo(() => slidesOf(document), [document]);
  const id = useSession((session) => session.presenting);
  const [progress] = useState(createProgress);
  const [clock] = useState(createJourneyClock);
  const state = useStore(progress);
  const isStill = useReducedMotion();
  const scene = slides.find((each) => each.id === id);

  const design = scene === undefined ? document : stage.designOf(document, scene);
  const moments = useMemo(
    () => (scene === undefined ? undefined : momentsOf(design, questioned(design, scene, state.asksNow))),
    [design, scene, state.asksNow],
  );
  const now = moments?.[Math.min(state.moment, moments.length - 1)] ?? moments?.[0];
  // What a later scene asks about is no secret any more once it has been shown before.
  const held = useMemo(
    () => (scene === undefined || now === undefined ? none : heldBack(slides, scene, now)),
    [slides, scene, now],
  );
  useOnStage(stage, design, scene, now, held, isStill);
  const stops = useStops(stage, now?.packet ?? null, design);
  const journey = `${id} ${now?.journey ?? 0} ${state.asksNow}`;
  const count = stops.length;
  useEffect(() => {
    clock.begin(journey, count, !isStill);
  }, [clock, journey, count, isStill]);
  useEffect(() => () => clock.end(), [clock]);
  const faults = useMemo(
    () => (scene === undefined ? [] : faultsOf(editor, document, scene)),
    [editor, document, scene],
  );
  const last = useRef(id);
  useEffect(() => {
    if (last.current === id) return;
    last.current = id;
    progress.setState({ sceneAt: performance.now() });
  }, [id, progress]);

  if (scene === undefined || moments === undefined || now === undefined) return undefined;
  const to = (next: string | null, moment: number): void => {
    progress.setState({ moment, guess: null, asksNow: false });
    editor.session.setState({ presenting: next });
  };
  const at = Math.min(state.moment, moments.length - 1);
  const go = (move: SlideMove): void => {
    if (move === 'next' && at < moments.length - 1) progress.setState({ moment: at + 1 });
    else if (move === 'previous' && at > 0) progress.setState({ moment: at - 1, guess: null });
    else {
      const next = slideAfter(slides, id, move);
      const isEnd = (move === 'next' || move === 'previous') && next === id;
      const target = slides.find((each) => each.id === next);
      // Back is where the scene before was left: with all that was built in it.
      const back = move === 'previous' && target !== undefined ? momentsOf(document, target).length - 1 : 0;
      if (!isEnd) to(next, back);
    }
  };
  return {
    ...state,
    moment: at,
    stage,
    slides,
    scene,
    number: slides.indexOf(scene) + 1,
    moments,
    now,
    answered: now.asking === null && moments[0]?.asking != null ? moments[0].asking : null,
    stops,
    clock,
    isStill,
    faults,
    set: (changes) => progress.setState(changes),
    go,
    guessed: (guess) => {
      if (now.asking !== null) progress.setState({ guess, moment: at + 1 });
    },
    ask: () => progress.setState({ asksNow: true, moment: 0, guess: null }),
    leave: () => editor.session.setState({ presenting: null }),
  };
}

function createProgress(): StoreApi<Progress> {
  return createStore<Progress>(() => ({
    moment: 0,
    guess: null,
    asksNow: false,
    isBlank: false,
    isPointing: false,
    isEditing: false,
    isHelping: false,
    typed: '',
    startedAt: performance.now(),
    sceneAt: performance.now(),
  }));
}

/** The scene as it would be if it asked of its first arrow. */
function questioned(design: Document, scene: Scene, asksNow: boolean): Scene {
  if (!asksNow || scene.asks !== undefined) return scene;
  const flow = momentsOf(design, scene).find(({ packet }) => packet !== null)?.packet;
  return flow == null ? scene : { ...scene, asks: flow };
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

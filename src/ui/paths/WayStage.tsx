/** The design with one of the ways, on a canvas of its own over the editor's: it can be looked at and not changed. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { showRect, zoomTo } from '../../editor/camera';
import { createEditor, type Editor } from '../../editor/editor';
import { viewOf, viewRect } from '../../editor/view';
import { around, holdsAll } from '../../lib/rect';
import { Canvas } from '../canvas/Canvas';
import { hireValidator } from '../startEditor';
import { EditorProvider, useEditor, useSay, useSession } from '../useEditor';
import { Changes } from './Changes';
import type { Answer, Way } from './compared';
import { words } from './words';

export interface WayStageProps {
  readonly answer: Answer;
  /** Counted from 1. */
  readonly number: number;
  readonly way: Way;
}

export function WayStage({ answer, number, way }: WayStageProps) {
  const editor = useEditor();
  const say = useSay();
  const howTo = useId();
  const stage = useStage(way);
  const title = say(way.alternative.title);
  const isPresent = way.alternative.present;
  const surface = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  useWheel(surface, stage);
  const language = useSession((session) => session.language);
  const theme = useSession((session) => session.theme);
  useEffect(() => stage?.session.setState({ language, theme }), [stage, language, theme]);

  useEffect(() => {
    if (stage === null) return undefined;
    if (stage.store.document !== way.after) stage.store.replace(way.after);
    stage.session.setState({ flowInFocus: answer.asked.flow.id, selection: new Set() });
    // Once the canvas has been measured.
    const frame = requestAnimationFrame(() => showWay(stage, way));
    return () => cancelAnimationFrame(frame);
  }, [stage, way, answer]);

  // Whoever goes back to the present design finds it where he looks.
  useEffect(
    () =>
      stage?.session.subscribe(({ viewport }, before) => {
        if (viewport !== before.viewport) editor.session.setState({ viewport });
      }),
    [stage, editor],
  );

  return (
    // It is moved about in by keyboard as by pointer, and nothing in it can be changed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={surface}
      className="way-stage"
      role="img"
      aria-label={`${say(words.picture)}: ${number}. ${title}`}
      aria-describedby={howTo}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onKeyDown={(event) => onKeyDown(event, stage)}
      onPaste={(event) => event.stopPropagation()}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        held.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (held.current === event.pointerId && stage !== null) pan(stage, event.movementX, event.movementY);
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
    >
      <p id={howTo} hidden>
        {say(words.pictureHowTo)}
      </p>
      {stage === null ? null : (
        <div className="way-picture" inert>
          <EditorProvider value={stage}>
            <Canvas />
            <Changes before={answer.asked.document} way={way} />
          </EditorProvider>
        </div>
      )}
      <p className="way-caption" aria-hidden="true">
        <kbd>{number}</kbd> <b>{title}</b> {isPresent ? null : <span>{say(words.preview)}</span>}
      </p>
    </div>
  );
}

/** One for all ways, so that the view stays where it is from one to the next. */
function useStage(way: Way): Editor | null {
  const editor = useEditor();
  const [stage, setStage] = useState<Editor | null>(null);
  const first = useRef(way.after);
  useEffect(() => {
    const validator = hireValidator();
    const { language, theme, viewport, hasCmdKey } = editor.session.getState();
    // oxlint-disable-next-line react/set-state-in-effect -- the worker is hired and sent home with this component
    setStage(
      createEditor({
        catalog: editor.catalog,
        document: first.current,
        validator,
        random: () => editor.newId('stage'),
        session: { language, theme, viewport, hasCmdKey, gridShown: false, minimapOpen: false },
      }),
    );
    return () => validator.terminate();
  }, [editor]);
  return stage;
}

/** Below this zoom the names on the canvas cannot be read. */
const readable = 0.4;

/** The view stays where it is as long as all of the way can be seen in it. */
function showWay(stage: Editor, { alternative, after }: Way): void {
  const boxes = viewOf(stage).standing();
  const ids = new Set(alternative.passage?.hops.flatMap(({ resource }) => resource ?? []));
  const rect = around([...ids].flatMap((id) => boxes.get(id) ?? []));
  if (rect === undefined || after !== stage.store.document) return;
  if (!holdsAll(viewRect(stage), rect) || stage.session.getState().viewport.zoom < readable)
    showRect(stage, rect);
}

function pan({ session }: Editor, dx: number, dy: number): void {
  session.setState(({ viewport }) => ({
    viewport: { ...viewport, x: viewport.x + dx, y: viewport.y + dy },
  }));
}

const panStep = 60;
const zoomStep = 1.2;

function onKeyDown(event: KeyboardEvent, stage: Editor | null): void {
  const isMod = event.ctrlKey || event.metaKey;
  // What is meant for the whole: another way, leaving, undoing, saving, all commands, the sheet of keys.
  const isForAll = isMod ? /^[zysk/]$/i.test(event.key) : /^(?:[0-9?]|Escape|Tab)$/.test(event.key);
  if (isForAll) return;
  // The canvas that lies below hears nothing of the rest: nobody sees what it would do.
  event.stopPropagation();
  if (stage === null || isMod || event.altKey) return;
  const { zoom } = stage.session.getState().viewport;
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(stage, panStep, 0),
    ArrowRight: () => pan(stage, -panStep, 0),
    ArrowUp: () => pan(stage, 0, panStep),
    ArrowDown: () => pan(stage, 0, -panStep),
    '+': () => zoomTo(stage, zoom * zoomStep),
    '=': () => zoomTo(stage, zoom * zoomStep),
    '-': () => zoomTo(stage, zoom / zoomStep),
  };
  const deed = deeds[event.key];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}

function useWheel(surface: React.RefObject<HTMLElement | null>, stage: Editor | null): void {
  useEffect(() => {
    const element = surface.current;
    if (element === null || stage === null) return undefined;
    // React's own listener may not keep the browser from zooming the page.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const { left, top } = element.getBoundingClientRect();
        const at = { x: event.clientX - left, y: event.clientY - top };
        zoomTo(stage, stage.session.getState().viewport.zoom * 2 ** (-event.deltaY / 200), at);
      } else if (event.shiftKey) pan(stage, -event.deltaY - event.deltaX, 0);
      else pan(stage, -event.deltaX, -event.deltaY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [surface, stage]);
}

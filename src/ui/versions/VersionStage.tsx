/**
 * A version on a canvas of its own, which can be looked at and not changed. The editor's canvas stays as it is underneath, so
 * that whoever leaves finds it so.
 */
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { Document } from '../../core/model/document';
import { fitAll, zoomTo } from '../../editor/camera';
import { createEditor, type Editor } from '../../editor/editor';
import { Canvas } from '../canvas/Canvas';
import { EditorProvider, useEditor, useSay } from '../useEditor';
import { hireValidator } from '../startEditor';
import { words } from './words';

export interface VersionStageProps {
  readonly document: Document;
  /** Drawn over it, in the canvas's own measure. */
  readonly over?: ReactNode;
  /** Told the canvas's editor, so that the view can be moved to what is chosen in a list. */
  readonly onStage: (stage: Editor) => void;
  /** Said of the version in the corner. */
  readonly caption: string;
}

export function VersionStage({ document, over, onStage, caption }: VersionStageProps) {
  const editor = useEditor();
  const [stage, setStage] = useState<Editor | null>(null);
  const first = useRef(document);
  const told = useRef(onStage);

  useEffect(() => {
    const validator = hireValidator();
    const { language, theme, viewport } = editor.session.getState();
    const made = createEditor({
      catalog: editor.catalog,
      document: first.current,
      validator,
      random: () => editor.newId('stage'),
      session: { language, theme, viewport, gridShown: false, minimapOpen: false },
    });
    // oxlint-disable-next-line react/set-state-in-effect -- the worker is hired and sent home with this component
    setStage(made);
    told.current(made);
    return () => validator.terminate();
  }, [editor]);

  // The view stays where it is from one version to the next, so that the eye sees what is another.
  useEffect(() => {
    if (stage !== null && stage.store.document !== document) stage.store.replace(document);
  }, [stage, document]);

  return stage === null ? (
    <div className="version-stage" />
  ) : (
    <Surface stage={stage} over={over} caption={caption} />
  );
}

const panStep = 60;
const zoomStep = 1.2;

function Surface({
  stage,
  over,
  caption,
}: {
  readonly stage: Editor;
  readonly over: ReactNode;
  readonly caption: string;
}) {
  const say = useSay();
  const howTo = useId();
  const surface = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);

  const pan = (dx: number, dy: number): void =>
    stage.session.setState(({ viewport }) => ({
      viewport: { ...viewport, x: viewport.x + dx, y: viewport.y + dy },
    }));

  useLayoutEffect(() => {
    // Once the canvas has been measured.
    const frame = requestAnimationFrame(() => fitAll(stage));
    return () => cancelAnimationFrame(frame);
  }, [stage]);

  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    // React's own listener may not keep the browser from zooming the page.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const { left, top } = element.getBoundingClientRect();
        zoomTo(stage, stage.session.getState().viewport.zoom * 2 ** (-event.deltaY / 200), {
          x: event.clientX - left,
          y: event.clientY - top,
        });
      } else if (event.shiftKey) pan(-event.deltaY - event.deltaX, 0);
      else pan(-event.deltaX, -event.deltaY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { zoom } = stage.session.getState().viewport;
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => pan(panStep, 0),
      ArrowRight: () => pan(-panStep, 0),
      ArrowUp: () => pan(0, panStep),
      ArrowDown: () => pan(0, -panStep),
      '+': () => zoomTo(stage, zoom * zoomStep),
      '=': () => zoomTo(stage, zoom * zoomStep),
      '-': () => zoomTo(stage, zoom / zoomStep),
      '0': () => fitAll(stage),
    };
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    held.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    // It is moved about in by keyboard as by pointer, and nothing in it can be changed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={surface}
      className="version-stage"
      role="img"
      aria-label={`${say(words.picture)}: ${caption}`}
      aria-describedby={howTo}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (held.current === event.pointerId) pan(event.movementX, event.movementY);
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
    >
      <p id={howTo} hidden>
        {say(words.pictureHowTo)}
      </p>
      <div className="version-picture" inert>
        <EditorProvider value={stage}>
          <Canvas />
          {over}
        </EditorProvider>
      </div>
      <p className="version-caption" aria-hidden="true">
        <b>{caption}</b> {say(words.readOnly)}
      </p>
    </div>
  );
}

/** The upper edge of the panel: dragged, or moved by arrow keys, it makes the panel higher or lower. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useEditor, useSay, useSession } from '../useEditor';
import { tabWords } from './tabWords';

const lowest = 96;
/** What is left to the canvas and the top bar, in px. */
const kept = 220;

export function Splitter() {
  const { session } = useEditor();
  const say = useSay();
  const height = useSession((state) => state.panelHeight);
  const drag = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const highest = Math.max(lowest, window.innerHeight - kept);
  const resize = (wanted: number): void =>
    session.setState({ panelHeight: Math.round(Math.min(highest, Math.max(lowest, wanted))) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 64 : 16;
    const next = { ArrowUp: height + step, ArrowDown: height - step, Home: lowest, End: highest }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize(next);
  };
  return (
    <div
      className="panel-splitter"
      // A separator that can be moved is a control.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation="horizontal"
      aria-label={say(tabWords.resize)}
      aria-valuenow={height}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { y: event.clientY, height };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) resize(drag.current.height + drag.current.y - event.clientY);
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    />
  );
}

/** Outlines of how what is there would make room for what is dragged over it. */
import { useEffect, useRef, useState } from 'react';
import { dropGhosts, type DropGhost, type Dropping } from '../../editor/dropGhosts';
import { useEditor } from '../useEditor';
import './roomGhosts.css';

/** Between two calculations, in ms: at least so long, and so many times as long as the last one took. */
const pause = { least: 50, share: 12 };

export function RoomGhosts({ gesture }: { readonly gesture: Dropping }) {
  const editor = useEditor();
  const [shown, setShown] = useState<{
    readonly target: Dropping['target'];
    readonly ghosts: readonly DropGhost[];
  }>();
  const latest = useRef(gesture);
  const clock = useRef<{ timer?: ReturnType<typeof setTimeout>; free: number }>({ free: 0 });
  const place = placeText(gesture);
  useEffect(() => {
    latest.current = gesture;
  });
  useEffect(() => {
    const { current } = clock;
    if (current.timer !== undefined) return;
    const work = (): void => {
      delete current.timer;
      const start = performance.now();
      const ghosts = dropGhosts(editor, latest.current);
      const end = performance.now();
      current.free = end + Math.max(pause.least, pause.share * (end - start));
      setShown({ target: latest.current.target, ghosts });
    };
    current.timer = setTimeout(work, Math.max(0, current.free - performance.now()));
  }, [place, editor]);
  useEffect(() => {
    const { current } = clock;
    return () => {
      clearTimeout(current.timer);
      delete current.timer;
    };
  }, []);
  if (shown === undefined || shown.target !== gesture.target) return null;
  return shown.ghosts.map(({ id, name, rect, grows }) => (
    <div
      key={id}
      className={grows ? 'room-ghost is-grown' : 'room-ghost'}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.w, height: rect.h }}
      aria-hidden="true"
    >
      {grows ? null : <span>{name}</span>}
    </div>
  ));
}

/** Only another place makes another calculation; the pointer moves far more often. */
function placeText(gesture: Dropping): string {
  const { target } = gesture;
  if (gesture.doing === 'placing') return `${target} ${gesture.ghost.x} ${gesture.ghost.y}`;
  const [first] = gesture.places.values();
  return `${target} ${gesture.copying} ${first?.x} ${first?.y}`;
}

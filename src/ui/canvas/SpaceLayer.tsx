/** The line along which space is made, where it has come to, and how much room that is in px. */
import { lengthAlong } from '../../core/layout/align';
import type { Spacing } from '../../editor/session';
import { viewOf, viewRect } from '../../editor/view';
import { isMac } from '../shell/isMac';
import { useEditor, useSession } from '../useEditor';
import { HintLine } from './HintLine';
import { Measure } from './Measure';
import './space.css';

/** The room of the measure, in px of the screen. */
const plate = { w: 44, h: 18 };

const hint = {
  en: `Drag to push aside what is beyond; ${isMac ? '⌘' : 'Ctrl'} pulls it together · Arrow keys push from the selection on, Enter applies · Esc cancels`,
  ja: `ドラッグでその先を押し広げ、${isMac ? '⌘' : 'Ctrl'} を押しながらで詰めます · 矢印キーで選択位置から動かし、Enter で適用 · Esc で取り消し`,
};

/** What the tool can do, as long as it is in hand. */
export function SpaceHint() {
  return <HintLine says={hint} />;
}

export function SpaceLayer({ spacing: { line, by } }: { readonly spacing: Spacing }) {
  const editor = useEditor();
  const zoom = useSession(({ viewport }) => viewport.zoom);
  const { axis, way, at, within } = line;
  const view = viewRect(editor);
  const container = within === null ? view : (viewOf(editor).boxes().get(within) ?? view);
  const across = axis === 'x' ? 'y' : 'x';
  const length = lengthAlong[across];
  const [from, to] = [container[across], container[across] + container[length]];
  const now = at + by * way;
  const [low, high] = [Math.min(at, now), Math.max(at, now)];
  // In the middle of what is seen of the line.
  const middle = (Math.max(from, view[across]) + Math.min(to, view[across] + view[length])) / 2;
  const [x, y] = axis === 'x' ? [(low + high) / 2, middle] : [middle, (low + high) / 2];
  const lineAt = (place: number, name: string) =>
    axis === 'x' ? (
      <line className={name} x1={place} y1={from} x2={place} y2={to} />
    ) : (
      <line className={name} x1={from} y1={place} x2={to} y2={place} />
    );
  return (
    <svg className="gesture-layer" aria-hidden="true">
      {axis === 'x' ? (
        <rect className="space-band" x={low} y={from} width={high - low} height={to - from} />
      ) : (
        <rect className="space-band" x={from} y={low} width={to - from} height={high - low} />
      )}
      {lineAt(at, 'space-line is-start')}
      {lineAt(now, 'space-line')}
      <Measure
        at={{ x, y }}
        zoom={zoom}
        plate={plate}
        of="space"
        text={by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '0'}
      />
    </svg>
  );
}

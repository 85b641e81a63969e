/** What the tool in hand can do, at the bottom; while something is dragged, also why it may not be let go there. */
import { lazy, Suspense, useEffect } from 'react';
import type { Words } from '../../lib/words';
import type { Session } from '../../editor/session';
import { useEditor, useSession } from '../useEditor';
import { isMac } from '../shell/isMac';
import { wordList } from '../words';
import { HintLine } from './HintLine';

const SpaceHint = lazy(async () => ({ default: (await import('./SpaceLayer')).SpaceHint }));

const hintWords = wordList({
  move: {
    en: 'Shift keeps the axis · Alt duplicates · Ctrl moves freely, same parent · Esc cancels',
    ja: 'Shift で軸を固定 · Alt で複製 · Ctrl で吸着せず移動 (親は維持) · Esc で取り消し',
  },
  moveMac: {
    en: 'Shift keeps the axis · Option duplicates · ⌘ moves freely, same parent · Esc cancels',
    ja: 'Shift で軸を固定 · Option で複製 · ⌘ で吸着せず移動 (親は維持) · Esc で取り消し',
  },
  connect: {
    en: 'Drag from one resource to another to draw traffic · Esc leaves the tool',
    ja: 'リソースから別のリソースへドラッグして通信を描きます · Esc で終了',
  },
  hand: {
    en: 'Drag to move the view · V goes back to selecting',
    ja: 'ドラッグで表示位置を移動 · V で選択に戻る',
  },
  place: {
    en: 'Click to place it · Shift places several · Esc cancels',
    ja: 'クリックして配置 · Shift で連続して配置 · Esc で取り消し',
  },
  resize: { en: 'Ctrl resizes freely · Esc cancels', ja: 'Ctrl で吸着せずに変更 · Esc で取り消し' },
  release: {
    en: 'Let go on a resource, or where a new one is to be · Esc cancels',
    ja: 'リソースの上、または新しいリソースを置く場所で放してください · Esc で取り消し',
  },
});

/** Long enough to read two lines, in ms. */
const noticeTime = 7000;

export function HintPlates() {
  const { session } = useEditor();
  const hint = useSession(hintFor);
  const refusal = useSession(({ gesture }) =>
    // That of an arrow stands beside the pointer.
    gesture !== null && 'refusal' in gesture && gesture.doing !== 'connecting' ? gesture.refusal : undefined,
  );
  const warning = useSession(({ gesture }) =>
    gesture !== null && 'warning' in gesture ? gesture.warning : undefined,
  );
  const notice = useSession((state) => state.notice);
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => session.setState({ notice: null }), noticeTime);
    return () => clearTimeout(timer);
  }, [notice, session]);
  const makesSpace = useSession(({ tool }) => tool.tool === 'space');
  if (!makesSpace && hint === undefined && refusal === undefined && notice === null) return null;
  return (
    <div className="canvas-hints" data-over-canvas>
      {refusal === undefined ? null : <HintLine className="canvas-refusal" says={refusal} />}
      {notice === null || refusal !== undefined ? null : <HintLine className="canvas-notice" says={notice} />}
      {warning === undefined ? null : <HintLine className="canvas-warning" says={warning} />}
      {hint === undefined ? null : <HintLine says={hint} />}
      {makesSpace ? (
        <Suspense fallback={null}>
          <SpaceHint />
        </Suspense>
      ) : null}
    </div>
  );
}

function hintFor({ gesture, tool }: Session): Words | undefined {
  if (gesture?.doing === 'moving') return isMac ? hintWords.moveMac : hintWords.move;
  if (gesture?.doing === 'resizing') return hintWords.resize;
  if (gesture?.doing === 'connecting') return hintWords.release;
  switch (tool.tool) {
    case 'connect':
      return hintWords.connect;
    case 'hand':
      return hintWords.hand;
    case 'place':
      return hintWords.place;
    case 'space':
    case 'select':
      return undefined;
  }
}

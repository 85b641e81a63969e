/** What the tool in hand can do, at the bottom; while something is dragged, also why it may not be let go there. */
import { lazy, Suspense, useEffect } from 'react';
import type { Words } from '../../lib/words';
import type { Session } from '../../editor/session';
import { useEditor, useSay, useSession } from '../useEditor';
import { isMac } from '../shell/isMac';
import { canvasWords } from './words';

const SpaceHint = lazy(async () => ({ default: (await import('./SpaceLayer')).SpaceHint }));

/** Long enough to read two lines, in ms. */
const noticeTime = 7000;

export function Hints() {
  const { session } = useEditor();
  const say = useSay();
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
      {refusal === undefined ? null : <p className="canvas-refusal">{say(refusal)}</p>}
      {notice === null || refusal !== undefined ? null : <p className="canvas-notice">{say(notice)}</p>}
      {warning === undefined ? null : <p className="canvas-warning">{say(warning)}</p>}
      {hint === undefined ? null : <p>{say(hint)}</p>}
      {makesSpace ? (
        <Suspense fallback={null}>
          <SpaceHint />
        </Suspense>
      ) : null}
    </div>
  );
}

function hintFor({ gesture, tool }: Session): Words | undefined {
  if (gesture?.doing === 'moving') return isMac ? canvasWords.hintMoveMac : canvasWords.hintMove;
  if (gesture?.doing === 'resizing') return canvasWords.hintResize;
  if (gesture?.doing === 'connecting') return canvasWords.release;
  switch (tool.tool) {
    case 'connect':
      return canvasWords.hintConnect;
    case 'hand':
      return canvasWords.hintHand;
    case 'place':
      return canvasWords.hintPlace;
    case 'space':
    case 'select':
      return undefined;
  }
}

/** What the tool in hand can do, at the bottom; while something is dragged, also why it may not be let go there. */
import type { Words } from '../../lib/words';
import type { Session } from '../../editor/session';
import { useSay, useSession } from '../useEditor';
import { isMac } from './platform';
import { canvasWords } from './words';

export function Hints() {
  const say = useSay();
  const hint = useSession(hintFor);
  const refusal = useSession(({ gesture }) =>
    gesture !== null && 'refusal' in gesture ? gesture.refusal : undefined,
  );
  const warning = useSession(({ gesture }) => (gesture?.doing === 'moving' ? gesture.warning : undefined));
  if (hint === undefined && refusal === undefined) return null;
  return (
    <div className="canvas-hints" data-over-canvas>
      {refusal === undefined ? null : <p className="canvas-refusal">{say(refusal)}</p>}
      {warning === undefined ? null : <p className="canvas-warning">{say(warning)}</p>}
      {hint === undefined ? null : <p>{say(hint)}</p>}
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
    case 'select':
      return undefined;
  }
}

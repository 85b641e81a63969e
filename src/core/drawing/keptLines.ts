/** Lines that were routed with care, kept for as long as nothing that they depend on changes. */
import { wouldMeet, type Routed } from '../layout/route';
import type { Rect } from '../../lib/rect';
import { groundOf, type GroundChange } from './arrowGround';

export interface Kept {
  readonly from: Rect;
  readonly to: Rect;
  readonly routed: Routed;
}

/** Forgets the lines that met something that went, or would have met something that came. */
export function forgetChanged(kept: Map<string, Kept>, changes: readonly GroundChange[]): void {
  if (changes.length === 0) return;
  const standers = changes.flatMap(({ gone }) => gone);
  const gone = new Set(
    standers.flatMap(({ obstacles, titles, containers }) => [...obstacles, ...titles, ...containers]),
  );
  const come = groundOf(changes.flatMap((change) => change.come));
  for (const [key, { routed }] of kept) {
    const hasLost = gone.size < routed.met.size ? some(gone, routed.met) : some(routed.met, gone);
    if (hasLost || wouldMeet(routed, come)) kept.delete(key);
  }
}

function some(few: ReadonlySet<Rect>, many: ReadonlySet<Rect>): boolean {
  for (const rect of few) if (many.has(rect)) return true;
  return false;
}

import type { FlowId, Point } from '../model/document';
import { endsOfPiece } from '../model/pieces';
import { absolutePosition } from '../model/queries';
import type { DocumentDraft } from './command';

/** Makes a change of places, and takes the bends of arrows along between two that move together. */
export function carryBends(draft: DocumentDraft, change: () => void): void {
  const before: { flow: FlowId; piece: string; ends: readonly [string, string]; at: readonly Point[] }[] = [];
  const placesOf = (ends: readonly [string, string]): Point[] =>
    ends.map((id) => absolutePosition(draft, id));
  for (const [flow, { bends }] of draft.flows)
    for (const piece of Object.keys(bends)) {
      const ends = endsOfPiece(piece);
      if (ends !== undefined && ends.every((id) => draft.resources.has(id)))
        before.push({ flow, piece, ends, at: placesOf(ends) });
    }
  change();
  for (const { flow, piece, ends, at } of before) {
    const [one, other] = placesOf(ends).map(({ x, y }, index) => ({
      x: x - (at[index]?.x ?? 0),
      y: y - (at[index]?.y ?? 0),
    }));
    const found = draft.flows.get(flow);
    const points = found?.bends[piece];
    if (one === undefined || found === undefined || points === undefined) continue;
    if (one.x !== other?.x || one.y !== other.y || (one.x === 0 && one.y === 0)) continue;
    found.bends[piece] = points.map(({ x, y }) => ({ x: x + one.x, y: y + one.y }));
  }
}

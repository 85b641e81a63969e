/** The user's bend points of an arrow. They belong to the piece between two hops, and are not drawn while there is no such piece. */
import type { Flow, Point, ResourceId } from '../model/document';
import { pieceKey } from '../model/pieces';

const none: readonly Point[] = [];

/** More than that is no line that a person bent. */
const most = 24;

export function bendsBetween({ bends }: Flow, from: ResourceId, to: ResourceId): readonly Point[] {
  const found = bends[pieceKey(from, to)];
  return found === undefined ? none : found.length > most ? found.slice(0, most) : found;
}

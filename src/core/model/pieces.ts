/** The pieces of a flow's path: from one hop to the next. Bend points are kept by them. */
import type { ResourceId } from './document';

/** Ids are opaque and may hold spaces, which part the two. */
export function pieceKey(from: ResourceId, to: ResourceId): string {
  return `${escaped(from)} ${escaped(to)}`;
}

/** Undefined for a key that names no piece. */
export function endsOfPiece(key: string): readonly [ResourceId, ResourceId] | undefined {
  const [from, to, ...more] = key.split(' ');
  return from === undefined || to === undefined || more.length > 0 ? undefined : [plain(from), plain(to)];
}

function escaped(id: ResourceId): string {
  return id.replaceAll('%', '%25').replaceAll(' ', '%20');
}

function plain(part: string): ResourceId {
  return part.replaceAll('%20', ' ').replaceAll('%25', '%');
}

/** Bending arrows: a piece between two hops is taken where it is pressed, or a bend that is there, and goes where it is put. */
import { call } from '../core/commands';
import { gridStep } from '../core/layout/freeSpot';
import { distanceAlong, lengthOf, longestPiece, pointAlong } from '../core/layout/polyline';
import type { Flow, FlowId, Point } from '../core/model/document';
import { pieceKey } from '../core/model/pieces';
import type { Words } from '../lib/words';
import type { Piece } from '../core/drawing/arrows';
import type { Editor } from './editor';
import { announce, type Gesture } from './session';
import { viewOf } from './view';

/** One bend point: the flow's, on a piece, counted from the start of that. */
export interface Bend {
  readonly flow: FlowId;
  readonly piece: string;
  readonly index: number;
}

type Bending = Extract<Gesture, { readonly doing: 'bending' }>;

/** So near to a bend a press takes that, in px of the screen. */
const bendReach = 8;
const title: Words = { en: 'Bend arrow', ja: '矢印を曲げる' };

export function piecesOf(editor: Editor, flow: FlowId): readonly Piece[] {
  return (
    viewOf(editor)
      .arrows()
      .flows.find(({ id }) => id === flow)?.pieces ?? []
  );
}

/** The bend that is taken by a press there; a new one where there is none. */
export function takeBend(editor: Editor, flow: FlowId, at: Point): Bending | undefined {
  const near = nearestPiece(editor, flow, at);
  if (near === undefined) return undefined;
  const { piece, along } = near;
  const key = pieceKey(piece.from, piece.to);
  const index = bendNear(editor, piece, at);
  if (index >= 0) return { doing: 'bending', flow, piece: key, index, points: piece.bends };
  const before = piece.bends.filter((bend) => distanceAlong(piece.points, bend) < along).length;
  const points = [...piece.bends.slice(0, before), at, ...piece.bends.slice(before)];
  return { doing: 'bending', flow, piece: key, index: before, points };
}

/** The gesture when the pointer has come there; `free`: off the grid. */
export function bentTo(bending: Bending, at: Point, free: boolean): Bending {
  const to = free
    ? { x: Math.round(at.x), y: Math.round(at.y) }
    : { x: Math.round(at.x / gridStep) * gridStep, y: Math.round(at.y / gridStep) * gridStep };
  return { ...bending, points: bending.points.map((point, index) => (index === bending.index ? to : point)) };
}

export function commitBend(editor: Editor, { flow, piece, points }: Bending): void {
  setBends(editor, flow, piece, points, title);
}

/** Takes out the bend there; whether there was one. */
export function removeBendAt(editor: Editor, flow: FlowId, at: Point): boolean {
  const near = nearestPiece(editor, flow, at);
  const index = near === undefined ? -1 : bendNear(editor, near.piece, at);
  if (near === undefined || index < 0) return false;
  removeBend(editor, { flow, piece: pieceKey(near.piece.from, near.piece.to), index });
  return true;
}

export function removeBend(editor: Editor, { flow, piece, index }: Bend): void {
  const points = bendsOf(editor, flow, piece).filter((_, each) => each !== index);
  setBends(editor, flow, piece, points, { en: 'Remove bend', ja: '曲がり角の削除' });
  editor.session.setState({ bendInHand: null });
  announce(editor.session, { en: 'Bend removed', ja: '曲がり角を削除しました' });
}

export function removeAllBends(editor: Editor, flow: FlowId): void {
  editor.store.apply({
    title: { en: 'Straighten arrow', ja: '矢印の曲がり角をすべて削除' },
    commands: [call('setFlow', { id: flow, values: { bends: {} } })],
  });
  editor.session.setState({ bendInHand: null });
  announce(editor.session, { en: 'All bends removed', ja: '曲がり角をすべて削除しました' });
}

/** A new bend in the middle of the longest straight piece, in hand. */
export function addBend(editor: Editor, flow: FlowId): void {
  const pieces = piecesOf(editor, flow);
  const [first] = pieces;
  if (first === undefined) return;
  const longest = pieces.reduce((best, piece) =>
    longestPiece(piece.points).length > longestPiece(best.points).length ? piece : best,
  );
  const bending = takeBend(editor, flow, longestPiece(longest.points).middle);
  if (bending === undefined) return;
  const { piece, index, points } = bending;
  setBends(editor, flow, piece, points, title);
  takeInHand(editor, { flow, piece, index });
}

/** The bend after the one in hand, the first where none is; a new one where the arrow has none. */
export function takeNextBend(editor: Editor, flow: FlowId): void {
  const all = allBends(editor, flow);
  const { bendInHand } = editor.session.getState();
  const at = all.findIndex(({ piece, index }) => piece === bendInHand?.piece && index === bendInHand.index);
  const next = all[(at + 1) % Math.max(1, all.length)];
  if (next === undefined) addBend(editor, flow);
  else takeInHand(editor, next);
}

export function nudgeBend(editor: Editor, { flow, piece, index }: Bend, by: Point): void {
  const points = bendsOf(editor, flow, piece).map((point, each) =>
    each === index ? { x: point.x + by.x, y: point.y + by.y } : point,
  );
  setBends(editor, flow, piece, points, title);
}

function takeInHand(editor: Editor, bend: Bend): void {
  const all = allBends(editor, bend.flow);
  const number = all.findIndex(({ piece, index }) => piece === bend.piece && index === bend.index) + 1;
  editor.session.setState({ bendInHand: bend });
  announce(editor.session, {
    en: `Bend ${number} of ${all.length}: arrow keys move it, Delete removes it`,
    ja: `曲がり角 ${number} / ${all.length}: 矢印キーで移動、Delete で削除します`,
  });
}

/** Along the arrow, those of the pieces that are drawn. */
function allBends(editor: Editor, flow: FlowId): readonly Bend[] {
  return piecesOf(editor, flow).flatMap(({ from, to, bends }) =>
    bends.map((_, index) => ({ flow, piece: pieceKey(from, to), index })),
  );
}

function bendsOf({ store }: Editor, flow: FlowId, piece: string): readonly Point[] {
  return store.document.flows.get(flow)?.bends[piece] ?? [];
}

/** Bends of pieces that the traffic no longer goes are left out. */
function setBends(editor: Editor, flow: FlowId, piece: string, points: readonly Point[], of: Words): void {
  const before = editor.store.document.flows.get(flow);
  if (before === undefined) return;
  const drawn = new Set(piecesOf(editor, flow).map(({ from, to }) => pieceKey(from, to)));
  const kept = Object.entries(before.bends).filter(([key]) => drawn.has(key) && key !== piece);
  const bends: Flow['bends'] = Object.fromEntries(points.length === 0 ? kept : [...kept, [piece, points]]);
  editor.store.apply({ title: of, commands: [call('setFlow', { id: flow, values: { bends } })] });
}

function nearestPiece(
  editor: Editor,
  flow: FlowId,
  at: Point,
): { readonly piece: Piece; readonly along: number } | undefined {
  let best: { readonly piece: Piece; readonly along: number } | undefined;
  let least = Infinity;
  for (const piece of piecesOf(editor, flow)) {
    const along = distanceAlong(piece.points, at);
    if (lengthOf(piece.points) === 0) continue;
    const there = pointAlong(piece.points, along);
    const far = Math.hypot(there.x - at.x, there.y - at.y);
    if (far < least) [best, least] = [{ piece, along }, far];
  }
  return best;
}

function bendNear({ session }: Editor, { bends }: Piece, at: Point): number {
  const reach = bendReach / session.getState().viewport.zoom;
  return bends.findIndex(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= reach);
}

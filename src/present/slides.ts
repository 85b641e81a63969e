/** The scenes of a diagram as slides, and where moves through them lead. */
import type { Document, Scene, SceneId } from '../core/model/document';
import { compareOrder } from '../lib/order';

export function slidesOf(document: Document): readonly Scene[] {
  return [...document.scenes.values()].sort(compareOrder);
}

export type SlideMove = 'next' | 'previous' | 'first' | 'last' | { readonly number: number };

/** The slide a move leads to; the same one at either end, or for a number that no slide has. */
export function slideAfter(
  slides: readonly Scene[],
  current: SceneId | null,
  move: SlideMove,
): SceneId | null {
  const index = slides.findIndex(({ id }) => id === current);
  const at = (position: number): SceneId | null => slides[position]?.id ?? current;
  if (move === 'next') return at(Math.min(index + 1, slides.length - 1));
  if (move === 'previous') return at(Math.max(index - 1, 0));
  if (move === 'first') return at(0);
  if (move === 'last') return at(slides.length - 1);
  return at(move.number - 1);
}

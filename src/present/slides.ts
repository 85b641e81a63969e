/** The scenes of a diagram as slides, and how the keys of a clicker move through them. */
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

/** What a key means while presenting. Clickers send PageDown and PageUp, or the arrows. */
export type PresentingKey = SlideMove | 'blank' | 'leave' | 'digit' | 'jump';

export function presentingKey(press: {
  readonly key: string;
  readonly shiftKey: boolean;
}): PresentingKey | undefined {
  if (press.key === ' ') return press.shiftKey ? 'previous' : 'next';
  if (/^\d$/.test(press.key)) return 'digit';
  return keys[press.key];
}

const keys: Readonly<Record<string, PresentingKey>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'jump',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  Escape: 'leave',
};

/** What is drawn before what among siblings, by ordering keys: only one key changes for each that is brought forward or sent back. */
import { orderBetween } from '../../lib/order';

export const stackings = ['forward', 'backward', 'front', 'back'] as const;
export type Stacking = (typeof stackings)[number];

/** One of the siblings, the hindmost first. Keys rise; two may be the same. */
export interface Stacked {
  readonly id: string;
  readonly key: string;
}

/**
 * The new key of `id`: just before the next one that overlaps it (`forward`), just behind the one before (`backward`), or
 * before or behind all. Undefined where none that overlaps it is on that side: nothing would be seen of it.
 */
export function restacked(
  siblings: readonly Stacked[],
  id: string,
  overlapping: ReadonlySet<string>,
  way: Stacking,
): string | undefined {
  const own = siblings.findIndex((each) => each.id === id);
  if (own < 0) return undefined;
  const isUp = way === 'forward' || way === 'front';
  const beyond = isUp ? siblings.slice(own + 1) : siblings.slice(0, own).reverse();
  const next = beyond.find((each) => overlapping.has(each.id));
  if (next === undefined) return undefined;
  const passed = way === 'front' || way === 'back' ? (beyond.at(-1) ?? next) : next;
  const others = siblings.filter((each) => each.id !== id);
  if (isUp) return orderBetween(passed.key, others.find(({ key }) => key > passed.key)?.key ?? null);
  return orderBetween(others.findLast(({ key }) => key < passed.key)?.key ?? null, passed.key);
}

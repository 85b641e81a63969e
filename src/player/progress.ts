/** How far the reader is, and where moves lead: through the moments of a page, and then to the next page. */
import type { PlayerPage } from '../core/publish/player/content';

export interface Progress {
  readonly page: number;
  readonly moment: number;
  /** What the reader said when they were asked. */
  readonly guess: 'arrives' | 'blocked' | null;
}

export type Move = 'next' | 'previous' | 'first' | 'last' | { readonly number: number };

/** The same object where the move leads nowhere: at either end, or to a number that no page has. */
export function moved(pages: readonly PlayerPage[], from: Progress, move: Move): Progress {
  const last = (page: number): number => (pages[page]?.moments.length ?? 1) - 1;
  const at = (page: number, moment = 0): Progress => ({ page, moment, guess: null });
  if (move === 'next') {
    if (from.moment < last(from.page)) return { ...from, moment: from.moment + 1 };
    return from.page < pages.length - 1 ? at(from.page + 1) : from;
  }
  if (move === 'previous') {
    if (from.moment > 0) return { ...from, moment: from.moment - 1, guess: null };
    // Back is where the page before was left: with all that was built in it.
    return from.page > 0 ? at(from.page - 1, last(from.page - 1)) : from;
  }
  if (move === 'first') return at(0);
  if (move === 'last') return at(pages.length - 1);
  return pages[move.number - 1] === undefined ? from : at(move.number - 1);
}

/** The page that the address names (`#3`), counted from 0; the first one where it names none. */
export function pageOf(hash: string, pages: readonly PlayerPage[]): number {
  const number = /^#(\d{1,4})$/.exec(hash)?.[1];
  return number !== undefined && pages[Number(number) - 1] !== undefined ? Number(number) - 1 : 0;
}

/**
 * Prices of the person's own, kept in this browser: what somebody pays is theirs, often confidential, and no part of a diagram that
 * is handed on. The same JSON file as the command line's `--prices` brings them in and takes them out. Whatever works out an amount
 * in the browser is handed the table of this store; what another tab changes counts here too.
 */
import { createStore } from 'zustand/vanilla';
import { listPrices, type PriceOverrides, type PriceTable } from '../../core/cost/prices';
import { readOverrides } from '../../core/cost/readOverrides';
import { writeOverrides } from '../../core/cost/writeOverrides';
import type { Words } from '../../lib/words';

const place = 'vpcanvas.prices';

export interface OwnPrices {
  /** The list with the person's own in their places. */
  readonly prices: PriceTable;
  /** Why what the browser has kept cannot be read; it stays there until other prices take its place. */
  readonly unreadable: Words | null;
  /** Whether the browser keeps them: it may forbid that. */
  readonly isKept: boolean;
}

export const ownPrices = createStore<OwnPrices>(() => readKept());

/** Puts prices in the place of those that there were. */
export function setOwnPrices(overrides: PriceOverrides): void {
  let isKept = true;
  try {
    if (Object.keys(overrides).length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, writeOverrides(overrides));
  } catch {
    isKept = false;
  }
  ownPrices.setState({ prices: { own: overrides }, unreadable: null, isKept });
}

// For as long as the page is there: whoever asks for the prices later asks for those of now.
window.addEventListener('storage', ({ key }) => {
  if (key === place || key === null) ownPrices.setState(readKept());
});

function readKept(): OwnPrices {
  let text: string | null;
  try {
    text = localStorage.getItem(place);
  } catch {
    return { prices: listPrices, unreadable: null, isKept: false };
  }
  if (text === null) return { prices: listPrices, unreadable: null, isKept: true };
  const read = readOverrides(text);
  return 'problem' in read
    ? { prices: listPrices, unreadable: read.problem, isKept: true }
    : { prices: { own: read.overrides }, unreadable: null, isKept: true };
}

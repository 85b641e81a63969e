/**
 * Prices of the person's own, kept in this browser: what somebody pays is theirs, often confidential, and no part of a diagram that
 * is handed on. The same JSON file as the command line's `--prices` brings them in and takes them out.
 */
import { createStore } from 'zustand/vanilla';
import type { PriceOverrides } from '../../core/cost/prices';
import { readOverrides } from '../../core/cost/readOverrides';
import { writeOverrides } from '../../core/cost/writeOverrides';
import type { Words } from '../../lib/words';

const place = 'vpcanvas.prices';

export interface OwnPrices {
  readonly overrides: PriceOverrides;
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
  ownPrices.setState({ overrides, unreadable: null, isKept });
}

/** What another tab has changed counts here too. Gives back how to stop. */
export function followOtherTabs(): () => void {
  const heard = ({ key }: StorageEvent): void => {
    if (key === place || key === null) ownPrices.setState(readKept());
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}

function readKept(): OwnPrices {
  let text: string | null;
  try {
    text = localStorage.getItem(place);
  } catch {
    return { overrides: {}, unreadable: null, isKept: false };
  }
  if (text === null) return { overrides: {}, unreadable: null, isKept: true };
  const read = readOverrides(text);
  return 'problem' in read
    ? { overrides: {}, unreadable: read.problem, isKept: true }
    : { overrides: read.overrides, unreadable: null, isKept: true };
}

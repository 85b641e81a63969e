import type { RefObject } from 'react';
import { useSeen } from '../useSeen';

export interface Window {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond the edge, so that a quick scroll shows no gap. */
const margin = 10;
const unmeasured = { left: 0, top: 0, width: 0, height: 600 };

/**
 * The rows of a long list that are in sight, all of one height in px. A list that is not long is drawn whole: then rows may
 * wrap, and the browser's own search finds everything.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  longFrom: number,
): Window | null {
  const isLong = count > longFrom;
  const seen = useSeen(scroller, isLong, unmeasured);
  if (!isLong) return null;
  const first = Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight) - margin));
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + margin);
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
}

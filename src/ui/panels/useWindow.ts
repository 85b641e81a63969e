import { useEffect, useState, type RefObject } from 'react';

export interface Window {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Rows drawn beyond the edge, so that a quick scroll shows no gap. */
const margin = 10;

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
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const box = scroller.current;
    if (!isLong || box === null) return undefined;
    const measure = (): void => setSeen({ top: box.scrollTop, height: box.clientHeight });
    measure();
    box.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      box.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, isLong]);
  if (!isLong) return null;
  const first = Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight) - margin));
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + margin);
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
}

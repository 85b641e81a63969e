import { useEffect, useState, type RefObject } from 'react';

/** What of a scrolled content is in sight, in px. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Measured while it `isNeeded`, and again after each scroll and each change of size. */
export function useSeen(scroller: RefObject<HTMLElement | null>, isNeeded: boolean, before: Seen): Seen {
  const [seen, setSeen] = useState(before);
  useEffect(() => {
    const box = scroller.current;
    if (!isNeeded || box === null) return undefined;
    const measure = (): void =>
      setSeen({ left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight });
    measure();
    box.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      box.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, isNeeded]);
  return seen;
}

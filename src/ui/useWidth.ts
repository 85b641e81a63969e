/** How wide an element is, in whole px; `usual` until it is measured. */
import { useCallback, useState } from 'react';

export function useWidth(
  usual: number,
): readonly [(element: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(usual);
  const measured = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(Math.max(320, found));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measured, width];
}

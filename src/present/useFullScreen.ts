/** Takes the whole screen where that is allowed; leaving it by the browser's own key leaves presenting too, unless `stays`: then `left` is told. */
import { useEffect, useRef } from 'react';

export function useFullScreen(leave: () => void, stays: boolean, left: () => void): void {
  const latest = useRef({ leave, stays, left });
  useEffect(() => {
    latest.current = { leave, stays, left };
  });
  useEffect(() => {
    const root = window.document.documentElement;
    let entered = false;
    // Refused where no click led here, or in a frame; then the window has to do.
    void root.requestFullscreen?.().then(
      () => (entered = true),
      () => undefined,
    );
    const changed = (): void => {
      if (window.document.fullscreenElement !== null || !entered) return;
      if (latest.current.stays) {
        entered = false;
        latest.current.left();
      } else latest.current.leave();
    };
    window.document.addEventListener('fullscreenchange', changed);
    return () => {
      window.document.removeEventListener('fullscreenchange', changed);
      if (window.document.fullscreenElement !== null) void window.document.exitFullscreen();
    };
  }, []);
}

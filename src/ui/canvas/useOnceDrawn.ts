/** True once the page has been painted: what is looked at first is the diagram, and what can wait for it does. */
import { useEffect, useState } from 'react';

export function useOnceDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    // A frame is asked for before it is painted; the one after it comes behind the paint.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setDrawn(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isDrawn;
}

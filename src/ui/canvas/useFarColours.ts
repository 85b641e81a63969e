/** The theme's colours for what is drawn as pixels. */
import { useEffect, useState } from 'react';
import type { FarColours } from './drawFar';

export function useFarColours(): FarColours {
  // Reading a colour makes the browser compute styles, which took 20 ms in the middle of a drag: once for each theme.
  const [colours, setColours] = useState(coloursNow);
  useEffect(() => {
    const themes = new MutationObserver(() => setColours(coloursNow()));
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => themes.disconnect();
  }, []);
  return colours;
}

function coloursNow(): FarColours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name);
  return {
    canvas: of('--canvas'),
    text: of('--text'),
    ink: of('--line-strong'),
    plate: of('--icon-plate'),
    verdicts: {
      arrives: of('--arrives'),
      blocked: of('--blocked'),
      'reply-blocked': of('--caution'),
      'cannot-say': of('--cannot-say'),
      'not-computed': of('--text-quiet'),
    },
  };
}

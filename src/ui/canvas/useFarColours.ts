/** The theme's colours for what is drawn as pixels. */
import { useEffect, useState } from 'react';
import type { FarColours } from './drawFar';

export function useFarColours(): FarColours {
  const [colours, setColours] = useState(coloursOfTheme);
  useEffect(() => {
    const themes = new MutationObserver(() => setColours(coloursOfTheme()));
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => themes.disconnect();
  }, []);
  return colours;
}

let last: { readonly theme: string; readonly colours: FarColours } | undefined;

/**
 * Reading a colour makes the browser compute styles, which took 20 ms in the middle of a drag and 40 ms while a large diagram was
 * opened: once for each theme.
 */
function coloursOfTheme(): FarColours {
  const hasContrast = matchMedia('(prefers-contrast: more)').matches || matchMedia('(forced-colors)').matches;
  const theme = `${document.documentElement.dataset['theme'] ?? ''} ${hasContrast}`;
  if (last?.theme !== theme) last = { theme, colours: coloursNow() };
  return last.colours;
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

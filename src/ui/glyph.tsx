import type { ReactNode } from 'react';

/** A small sign on a 16 px grid, in the colour of the text. It is never read out. */
export function glyph(drawing: ReactNode) {
  return function Glyph({ size = 16 }: { readonly size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    );
  };
}

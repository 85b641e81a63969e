/** Signs that only the inspector uses, on the grid of the interface's own. */
import { glyph } from '../glyph';

export const FocusGlyph = glyph(
  <>
    <path d="M1.75 8C3.5 4.9 5.6 3.5 8 3.5s4.5 1.4 6.25 4.5C12.5 11.1 10.4 12.5 8 12.5S3.5 11.1 1.75 8z" />
    <circle cx="8" cy="8" r="1.75" />
  </>,
);
export const SwapGlyph = glyph(
  <path d="M3 5.5h9.5m0 0L10 3m2.5 2.5L10 8M13 10.5H3.5m0 0L6 8m-2.5 2.5L6 13" />,
);
export const UnlockedGlyph = glyph(<path d="M3.5 7.25h9v6.25h-9zM5.5 7V4.5a2.5 2.5 0 0 1 4.9-.7" />);

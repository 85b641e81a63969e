/** Signs that only the code pane uses, on the grid of the interface's own. */
import { glyph } from '../glyph';

export const CopyGlyph = glyph(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-2A1 1 0 0 0 9.5 2.5h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
  </>,
);
export const DockBottomGlyph = glyph(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
    <path d="M2 9h12" />
  </>,
);
export const DockRightGlyph = glyph(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
    <path d="M9.5 2.5v11" />
  </>,
);

import { glyph } from '../glyph';

export const SwapGlyph = glyph(
  <path d="M5 13V3m0 0L2.5 5.5M5 3l2.5 2.5M11 3v10m0 0 2.5-2.5M11 13l-2.5-2.5" />,
);

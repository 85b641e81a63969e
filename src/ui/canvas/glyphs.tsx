/** Signs that only the canvas uses, on the grid of the interface's own. */
import { glyph } from '../glyph';

export const FitGlyph = glyph(<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />);
export const MapGlyph = glyph(<path d="M2.5 3h11v10h-11zM8 8h4v3H8z" />);
export const SelectGlyph = glyph(<path d="m4 2.5 8.5 5-4 1-1.8 4z" />);
export const HandGlyph = glyph(
  <path d="M5 8V4.2a1 1 0 0 1 2 0V7V3a1 1 0 0 1 2 0v4V3.8a1 1 0 0 1 2 0V9c0 3-1.6 4.8-4 4.8S4.3 12.5 3 9.6a1 1 0 0 1 1.7-.8L5.5 10" />,
);
export const ArrowGlyph = glyph(<path d="M2.5 13.5V9.5a2 2 0 0 1 2-2h9M10.5 4.5l3 3-3 3" />);
export const SpaceGlyph = glyph(<path d="M8 2.5v11M5.5 8h-4M3.5 6l-2 2 2 2M10.5 8h4M12.5 6l2 2-2 2" />);
export const TidyGlyph = glyph(
  <path d="M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z" />,
);

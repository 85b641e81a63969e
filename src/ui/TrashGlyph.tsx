import { glyph } from './glyph';

export const TrashGlyph = glyph(<path d="M2.5 4.25h11M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.75 7v4M9.25 7v4" />);

/** The interface's own small signs, drawn on a 16 px grid in the colour of the text. They are never read out. */
import { glyph } from './glyph';

export const UndoGlyph = glyph(<path d="M6 3 3 6l3 3M3.5 6H10a3.5 3.5 0 0 1 0 7H7" />);
export const RedoGlyph = glyph(<path d="m10 3 3 3-3 3M12.5 6H6a3.5 3.5 0 0 0 0 7h3" />);
export const CloseGlyph = glyph(<path d="m4 4 8 8M12 4l-8 8" />);
export const CheckGlyph = glyph(<path d="m3 8.5 3.5 3.5L13 4.5" />);
export const DownGlyph = glyph(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const RightGlyph = glyph(<path d="m6.5 4.5 3.5 3.5-3.5 3.5" />);
export const SearchGlyph = glyph(
  <>
    <circle cx="7" cy="7" r="4" />
    <path d="m10 10 3.5 3.5" />
  </>,
);
export const MenuGlyph = glyph(<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />);
export const PlusGlyph = glyph(<path d="M8 3v10M3 8h10" />);
export const MinusGlyph = glyph(<path d="M3 8h10" />);
export const FileGlyph = glyph(<path d="M4 1.75h5l3.25 3.25v9.25H4zM9 2v3.25h3" />);
export const FolderGlyph = glyph(<path d="M1.75 12.75v-9.5h4.5l1.5 2h6.5v7.5z" />);
export const SaveGlyph = glyph(<path d="M8 2v8m0 0 3-3m-3 3L5 7M2.5 11v2.5h11V11" />);
export const ExportGlyph = glyph(<path d="M8 10V2m0 0 3 3M8 2 5 5M2.5 10.5v3h11v-3" />);
export const ImportGlyph = glyph(<path d="M2 8h8m0 0L7 5m3 3-3 3M8 2.5h5.5v11H8" />);
export const LinkGlyph = glyph(
  <path d="M6.5 9.5 9.5 6.5M7.5 4.5 9.2 2.8a2.8 2.8 0 0 1 4 4L11.5 8.5M8.5 11.5 6.8 13.2a2.8 2.8 0 0 1-4-4L4.5 7.5" />,
);
export const GalleryGlyph = glyph(
  <>
    <rect x="2" y="2" width="5" height="5" rx="1" />
    <rect x="9" y="2" width="5" height="5" rx="1" />
    <rect x="2" y="9" width="5" height="5" rx="1" />
    <rect x="9" y="9" width="5" height="5" rx="1" />
  </>,
);
export const MatrixGlyph = glyph(
  <path d="M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11" />,
);
export const PathsGlyph = glyph(<path d="M2 8h3c3 0 2-4.5 5-4.5h4M5 8c3 0 2 4.5 5 4.5h4M5 8h9" />);
export const LensGlyph = glyph(
  <>
    <circle cx="5.75" cy="8" r="4" />
    <circle cx="10.25" cy="8" r="4" />
  </>,
);
export const PresentGlyph = glyph(<path d="M5 3v10l8-5z" />);
export const LanguageGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M2 8h12M8 2c4.5 3.5 4.5 8.5 0 12M8 2C3.5 5.5 3.5 10.5 8 14" />
  </>,
);
export const SunGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
  </>,
);
export const MoonGlyph = glyph(<path d="M13.25 9.75A5.75 5.75 0 0 1 6.25 2.75a5.75 5.75 0 1 0 7 7z" />);
export const SystemThemeGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" />
  </>,
);
export const HelpGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.25 6.25A1.8 1.8 0 1 1 8 8.3v.7M8 11.2v.05" />
  </>,
);
export const FoldGlyph = glyph(<path d="M2.5 2.5h11v11h-11zM6.25 2.5v11M11 6.25 9.25 8 11 9.75" />);
export const UnfoldGlyph = glyph(<path d="M2.5 2.5h11v11h-11zM6.25 2.5v11M9.25 6.25 11 8 9.25 9.75" />);
export const LockGlyph = glyph(<path d="M3.5 7.25h9v6.25h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />);
export const WarningGlyph = glyph(<path d="M8 2.25 14.25 13.25H1.75zM8 6.5v3M8 11.4v.05" />);
export const FailureGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M5.75 5.75 10.25 10.25M10.25 5.75 5.75 10.25" />
  </>,
);
export const NoteGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.25V11.25M8 4.8v.05" />
  </>,
);
/** The signs of verdicts: each has a form of its own, so that colour is never alone. */
export const ArrivesGlyph = glyph(<path d="M2 8h10M8.5 4.5 12 8l-3.5 3.5" />);
export const BlockedGlyph = glyph(<path d="M2 8h4M9 5l5 6M14 5l-5 6" />);
export const CannotSayGlyph = glyph(
  <>
    <path d="M1.5 8h.05M4 8h.05M6.5 8h.05" />
    <path d="M9.25 6.25A2 2 0 1 1 11.5 8.3v.7M11.5 11.2v.05" />
  </>,
);
/** For kinds without an icon of AWS's: a shield, a table, a note. */
export const ShieldGlyph = glyph(
  <path d="M8 1.75 13.25 3.5v4.25c0 3-2.2 5.4-5.25 6.5-3.05-1.1-5.25-3.5-5.25-6.5V3.5z" />,
);
export const TableGlyph = glyph(<path d="M2 3h12v10H2zM2 6.5h12M2 9.75h12M6.5 6.5V13" />);
export const NoteTextGlyph = glyph(<path d="M2.5 2.5h11v8l-3 3h-8zM5 6h6M5 8.5h4" />);

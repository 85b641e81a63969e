/**
 * Pages as a PDF file: vectors and text that can be searched and copied, in both languages. It is tagged: who does not see a
 * picture is told what is on it.
 */
import { palettes } from '../../picture/palettes';
import type { Theme } from '../../picture/picture';
import type { Artwork } from '../../picture/svg/artwork';
import type { Images } from '../images';
import type { Page } from '../pages';
import { addSlide, addWhole } from './layOut';
import { letteringOn } from './lettering';
import type { Painting } from './paint';

export interface PdfOptions {
  readonly theme: Theme;
  /** The icons of all pages by name, as `iconsIn` names them. */
  readonly artwork: Artwork;
  /** A TrueType font with Japanese letters, where `wantsFont` asks for one. */
  readonly font?: Uint8Array;
  readonly images?: Images;
}

export interface PdfFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The letters that no font has, sorted: an empty square stands for each. */
  readonly missing: readonly string[];
}

export async function pdfOf(pages: readonly [Page, ...Page[]], options: PdfOptions): Promise<PdfFile> {
  const { theme, artwork, font, images = new Map() } = options;
  const [{ Sheets }, { toBytes }] = await Promise.all([sheetsLoaded(), import('pdfkit/output')]);
  const { title, language } = pages[0].picture;
  const sheets = new Sheets(title, language);
  const written = toBytes(sheets);
  const lettering = letteringOn(sheets, font);
  const painting: Painting = { sheets, lettering, palette: palettes[theme], artwork, images };
  pages.forEach((page, index) => {
    if (page.isSlide) addSlide(page, index, painting);
    else addWhole(page, painting);
  });
  sheets.end();
  return { bytes: await written, missing: [...lettering.missing].sort() };
}

/** What reads no files has the fonts that every PDF reader has as modules. */
async function sheetsLoaded(): Promise<typeof import('./sheets')> {
  // The published types are those of an earlier release.
  const { registerStdFonts } = (await import('pdfkit')) as {
    readonly registerStdFonts?: (...fonts: readonly object[]) => void;
  };
  if (registerStdFonts !== undefined) {
    const fonts = await Promise.all([
      import('pdfkit/standard-fonts/Helvetica'),
      import('pdfkit/standard-fonts/HelveticaBold'),
      import('pdfkit/standard-fonts/HelveticaOblique'),
      import('pdfkit/standard-fonts/HelveticaBoldOblique'),
      import('pdfkit/standard-fonts/Courier'),
      import('pdfkit/standard-fonts/CourierBold'),
      import('pdfkit/standard-fonts/CourierOblique'),
      import('pdfkit/standard-fonts/CourierBoldOblique'),
    ]);
    registerStdFonts(...fonts.map((font) => font.default));
  }
  return import('./sheets');
}

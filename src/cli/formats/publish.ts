/** The design as a publication: PDF pages and PowerPoint slides, in words of the language that was asked for. */
import type { Document } from '../../core/model/document';
import { iconPixels, unusualImages, type Images } from '../../core/publish/images';
import type { Page } from '../../core/publish/pages';
import { wantsFont } from '../../core/publish/pdf/wantsFont';
import { toBase64 } from '../../lib/base64';
import { keptImage } from '../../lib/imageData';
import type { Words } from '../../lib/words';
import { Refusal } from '../refusal';
import { iconsIn } from '../../core/picture/svg/svg';
import { artworkOf, themeOf } from './picture';
import type { Asked, Written } from './format';
import { pagesAsked } from './pages';

export async function writePdf(document: Document, asked: Asked): Promise<Written> {
  const theme = fixedTheme(asked, 'PDF');
  const { pdfOf } = await import('../../core/publish/pdf/pdfOf');
  const { japaneseFont } = await import('../rasterise');
  const pages = pagesAsked(document, asked);
  const font = wantsFont(pages) ? await japaneseFont() : undefined;
  const artwork = await artworkOf(
    pages.flatMap(({ picture }) => iconsIn(picture)),
    asked.io,
  );
  const { bytes, missing } = await pdfOf(pages, {
    theme,
    artwork,
    images: await imagesOf(pages),
    ...(font === undefined ? {} : { font }),
  });
  return {
    files: [],
    main: null,
    isFolder: false,
    isToLookAt: true,
    bytes,
    remarks: missing.length === 0 ? [] : [squares(missing)],
  };
}

export async function writePptx(document: Document, asked: Asked): Promise<Written> {
  const theme = fixedTheme(asked, 'PowerPoint');
  const [{ pptxOf }, { rasterisedImage }] = await Promise.all([
    import('../../core/publish/pptx/pptxOf'),
    import('../rasterise'),
  ]);
  const pages = pagesAsked(document, asked);
  const artwork = await artworkOf(
    pages.flatMap(({ picture }) => iconsIn(picture)),
    asked.io,
  );
  const bitmaps = new Map<string, Uint8Array>();
  for (const [icon, svg] of artwork) bitmaps.set(icon, await rasterisedImage(svg, iconPixels));
  const bytes = await pptxOf(pages, { theme, artwork, bitmaps, images: await imagesOf(pages) });
  return { files: [], main: null, isFolder: false, isToLookAt: true, bytes, remarks: [] };
}

function fixedTheme(asked: Asked, format: string): 'light' | 'dark' {
  const theme = themeOf(asked);
  if (theme === 'auto')
    throw new Refusal({
      en: `A ${format} file cannot follow the reader’s system; give --theme light or dark.`,
      ja: `${format} は閲覧環境の設定に従えません。--theme に light か dark を指定してください。`,
    });
  return theme;
}

/** What those files do not know as PNG images, as large as they are. */
async function imagesOf(pages: readonly Page[]): Promise<Images> {
  const images = new Map<string, string>();
  for (const { type, base64 } of unusualImages(pages)) {
    const href = `data:${type};base64,${base64}`;
    const header = keptImage(href);
    if (typeof header === 'string') continue;
    const { rasterisedImage } = await import('../rasterise');
    const { w, h } = header;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image href="${href}" width="${w}" height="${h}"/></svg>`;
    images.set(base64, `data:image/png;base64,${toBase64(await rasterisedImage(svg, w))}`);
  }
  return images;
}

const mostShown = 10;

function squares(letters: readonly string[]): Words {
  const shown = `${letters.slice(0, mostShown).join(' ')}${letters.length > mostShown ? ' …' : ''}`;
  return {
    en: `No font here has these letters; an empty square stands for each: ${shown}`,
    ja: `次の文字はフォントにないため、四角で示しました: ${shown}`,
  };
}

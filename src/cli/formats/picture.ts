/** The design as a picture, in words of the language that was asked for. */
import { catalog } from '../../aws';
import type { Document } from '../../core/model/document';
import { drawPicture } from '../../core/picture/drawPicture';
import type { Picture } from '../../core/picture/picture';
import { finishedPng, pngScale, usualScale } from '../../core/picture/png';
import { embeddable } from '../../core/picture/source';
import { iconsIn, svgOf } from '../../core/picture/svg/svg';
import { contextOf } from '../../core/rules/context';
import type { Words } from '../../lib/words';
import type { Io } from '../io';
import { Refusal } from '../refusal';
import type { Asked, Written } from './format';

export async function writeSvg(document: Document, asked: Asked): Promise<Written> {
  const { given, io } = asked;
  const picture = pictureOf(document, asked);
  const { source, remarks } = await sourceOf(document, asked);
  const text = svgOf(picture, {
    theme: themeOf(asked),
    artwork: await artworkOf(iconsIn(picture), io),
    animated: given.has('animated'),
    ...source,
  });
  const main = { path: 'diagram.svg', text };
  return { files: [main], main, isFolder: false, isToLookAt: true, remarks };
}

export async function writePng(document: Document, asked: Asked): Promise<Written> {
  const theme = themeOf(asked);
  if (theme === 'auto')
    throw new Refusal({
      en: 'A PNG file cannot follow the reader’s system; give --theme light or dark, or --to svg.',
      ja: 'PNG は閲覧環境の設定に従えません。--theme に light か dark を指定するか、--to svg を使用してください。',
    });
  const { rasterised } = await import('../rasterise');
  const picture = pictureOf(document, asked);
  const svg = svgOf(picture, { theme, artwork: await artworkOf(iconsIn(picture), asked.io) });
  const scale = pngScale(picture);
  const { png, remarks: ofFonts } = await rasterised(svg, picture, scale);
  const { source, remarks } = await sourceOf(document, asked);
  const smaller = scale < usualScale ? [tooLargeForScale] : [];
  return {
    files: [],
    main: null,
    isFolder: false,
    isToLookAt: true,
    bytes: finishedPng(png, picture, { scale, ...source }),
    remarks: [...smaller, ...ofFonts, ...remarks],
  };
}

function pictureOf(document: Document, { language }: Asked): Picture {
  const { traces } = contextOf(catalog, document);
  return drawPicture(catalog, document, traces, { language, legend: true });
}

export function themeOf({ given }: Asked): 'light' | 'dark' | 'auto' {
  const theme = given.value('theme');
  return theme === 'dark' || theme === 'auto' ? theme : 'light';
}

export async function artworkOf(icons: Iterable<string>, io: Io): Promise<ReadonlyMap<string, string>> {
  const artwork = new Map<string, string>();
  for (const icon of new Set(icons)) {
    const text = await io.readIcon(icon);
    if (text !== undefined) artwork.set(icon, text);
  }
  return artwork;
}

export async function sourceOf(
  document: Document,
  { given }: Asked,
): Promise<{ readonly source: { readonly source?: string }; readonly remarks: readonly Words[] }> {
  if (given.has('no-source')) return { source: {}, remarks: [] };
  const source = await embeddable(catalog, document);
  return source === undefined ? { source: {}, remarks: [noSource] } : { source: { source }, remarks: [] };
}

const noSource: Words = {
  en: 'The diagram is too large to be put into its picture, which cannot be opened again. Keep the diagram’s own file.',
  ja: 'ダイアグラムが大きすぎて画像に含められないため、この画像は再び開けません。ダイアグラムのファイルを保管してください。',
};

const tooLargeForScale: Words = {
  en: 'The diagram is so large that the picture is less sharp than usual; an SVG file is sharp at every size.',
  ja: 'ダイアグラムが大きいため、画像の解像度を通常より下げました。SVG ならどの大きさでも鮮明です。',
};

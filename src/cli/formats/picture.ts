/** The design as a picture, in words of the language that was asked for. */
import { catalog } from '../../aws';
import type { Document } from '../../core/model/document';
import { finishedPng, pngScale, usualScale } from '../../core/picture/png';
import { embeddable } from '../../core/picture/source';
import { iconsIn, svgOf } from '../../core/picture/svg/svg';
import type { Words } from '../../lib/words';
import type { Io } from '../io';
import { Refusal } from '../refusal';
import type { Asked, Written } from './format';
import { fileOfPage, pagesAsked } from './pages';

export async function writeSvg(document: Document, asked: Asked): Promise<Written> {
  const { given, io } = asked;
  const pages = pagesAsked(document, asked);
  const { source, remarks } = await sourceOf(document, asked);
  const artwork = await artworkOf(
    pages.flatMap(({ picture }) => iconsIn(picture)),
    io,
  );
  const theme = themeOf(asked);
  const files = pages.map((page, index) => ({
    path: pages.length === 1 ? 'diagram.svg' : fileOfPage(page, index, pages.length, '.svg'),
    text: svgOf(page.picture, { theme, artwork, animated: given.has('animated'), ...source }),
  }));
  const isFolder = files.length > 1;
  return { files, main: isFolder ? null : (files[0] ?? null), isFolder, isToLookAt: true, remarks };
}

export async function writePng(document: Document, asked: Asked): Promise<Written> {
  const theme = themeOf(asked);
  if (theme === 'auto')
    throw new Refusal({
      en: 'A PNG file cannot follow the reader’s system; give --theme light or dark, or --to svg.',
      ja: 'PNG は閲覧環境の設定に従えません。--theme に light か dark を指定するか、--to svg を使用してください。',
    });
  const { rasterised } = await import('../rasterise');
  const pages = pagesAsked(document, asked);
  const { source, remarks } = await sourceOf(document, asked);
  const told = new Map<string, Words>();
  const byteFiles: { path: string; bytes: Uint8Array }[] = [];
  for (const [index, page] of pages.entries()) {
    const { picture } = page;
    const svg = svgOf(picture, { theme, artwork: await artworkOf(iconsIn(picture), asked.io) });
    const scale = pngScale(picture);
    const { png, remarks: ofFonts } = await rasterised(svg, picture, scale);
    for (const remark of scale < usualScale ? [tooLargeForScale, ...ofFonts] : ofFonts)
      told.set(remark.en, remark);
    const bytes = finishedPng(png, picture, { scale, ...source });
    byteFiles.push({ path: fileOfPage(page, index, pages.length, '.png'), bytes });
  }
  const [only, ...others] = byteFiles;
  const isFolder = others.length > 0;
  return {
    files: [],
    main: null,
    isFolder,
    isToLookAt: true,
    ...(isFolder || only === undefined ? { byteFiles } : { bytes: only.bytes }),
    remarks: [...told.values(), ...remarks],
  };
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

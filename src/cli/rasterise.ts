/**
 * An SVG file of ours as pixels. The letters are those of a font that comes with the project, so that a picture is the same on
 * every machine and Japanese is there on one without Japanese fonts; the system's fonts serve where that has a letter not.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RenderedImage } from '@resvg/resvg-js';
import type { Picture } from '../core/picture/picture';
import { createCoverage } from '../lib/fontCoverage';
import type { Words } from '../lib/words';
import { Refusal } from './refusal';

const fontPackage = '@expo-google-fonts/noto-sans-jp';
const fontFiles = ['400Regular/NotoSansJP_400Regular.ttf', '600SemiBold/NotoSansJP_600SemiBold.ttf'];

export async function rasterised(
  svg: string,
  picture: Picture,
  scale: number,
): Promise<{ readonly png: Uint8Array; readonly remarks: readonly Words[] }> {
  const { image, remarks } = await painted(svg, picture, { mode: 'zoom', value: scale });
  return { png: image.asPng(), remarks };
}

/** RGBA pixels, so many in a line and in so many lines; opacity apart from the colours. */
export async function pixelsOf(
  svg: string,
  picture: Picture,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<{ readonly pixels: Uint8ClampedArray; readonly remarks: readonly Words[] }> {
  const { image, remarks } = await painted(svg, picture, { mode: 'width', value: width });
  // By rounding it may have come to one line more.
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.set(image.pixels.subarray(0, pixels.length));
  // They come multiplied by their opacity.
  for (let at = 0; at < pixels.length; at += 4) {
    const opacity = (pixels[at + 3] ?? 0) / 255;
    if (opacity === 0 || opacity === 1) continue;
    for (let channel = at; channel < at + 3; channel++) pixels[channel] = (pixels[channel] ?? 0) / opacity;
  }
  return { pixels, remarks };
}

async function painted(
  svg: string,
  picture: Picture,
  fitTo: { readonly mode: 'zoom' | 'width'; readonly value: number },
): Promise<{ readonly image: RenderedImage; readonly remarks: readonly Words[] }> {
  const { Resvg } = await resvg();
  const fonts = ownFonts();
  const strange = await strangeLetters(picture, fonts[0]);
  const image = new Resvg(svg, {
    fitTo,
    font: {
      fontFiles: [...fonts],
      // Looking through a system's fonts takes as long as all the rest.
      loadSystemFonts: strange.length > 0,
      ...(fonts.length === 0
        ? {}
        : {
            defaultFontFamily: 'Noto Sans JP',
            sansSerifFamily: 'Noto Sans JP',
            monospaceFamily: 'Noto Sans JP',
          }),
    },
  }).render();
  return {
    image,
    remarks: strange.length === 0 ? [] : [systemFonts(strange, fonts.length > 0)],
  };
}

async function resvg(): Promise<typeof import('@resvg/resvg-js')> {
  return import('@resvg/resvg-js').catch(() => {
    throw new Refusal({
      en: 'PNG and GIF files need the package @resvg/resvg-js, which is not installed here: npm install @resvg/resvg-js@2.6.2. An SVG file (--to svg) needs nothing.',
      ja: 'PNG と GIF の出力にはパッケージ @resvg/resvg-js が必要ですが、インストールされていません: npm install @resvg/resvg-js@2.6.2。SVG (--to svg) は追加のパッケージなしで出力できます。',
    });
  });
}

/** An SVG image, an icon say, as a PNG file so many pixels wide. */
export async function rasterisedImage(svg: string, width: number): Promise<Uint8Array> {
  const { Resvg } = await resvg();
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/** The font with Japanese letters, where it is installed. */
export async function japaneseFont(): Promise<Uint8Array | undefined> {
  const [font] = ownFonts();
  return font === undefined ? undefined : readFile(font);
}

/** Where they are installed: beside a clone of the project they are, beside the packed command line they may be. */
function ownFonts(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  try {
    return fontFiles.map((file) => resolve(`${fontPackage}/${file}`));
  } catch {
    return [];
  }
}

/** The letters of a picture that the font does not have; without a font of ours, all that are not plain Latin ones. */
async function strangeLetters({ groups }: Picture, font: string | undefined): Promise<readonly string[]> {
  const letters = new Set<string>();
  for (const { parts } of groups)
    for (const part of parts) if (part.draw === 'text') for (const letter of part.text) letters.add(letter);
  const has =
    font === undefined
      ? (letter: string): boolean => /^[ -~]$/.test(letter)
      : createCoverage(await readFile(font));
  return [...letters].filter((letter) => !has(letter)).sort();
}

const mostShown = 10;

function systemFonts(letters: readonly string[], hasOwn: boolean): Words {
  const shown = `${letters.slice(0, mostShown).join(' ')}${letters.length > mostShown ? ' …' : ''}`;
  return hasOwn
    ? {
        en: `The font of pictures does not have these letters, so they are those of a font of this system; where it has none, they are missing: ${shown}`,
        ja: `画像用のフォントにない文字はこのシステムのフォントで描画しました (システムにもない文字は表示されません): ${shown}`,
      }
    : {
        en: `The package ${fontPackage} is not installed, so the letters are those of this system’s fonts; where it has none, these are missing: ${shown}`,
        ja: `パッケージ ${fontPackage} がインストールされていないため、このシステムのフォントで描画しました (システムにもない文字は表示されません): ${shown}`,
      };
}

/** The user's own images, for files that know fewer kinds of them than browsers do. */
import type { Raster } from '../picture/picture';
import type { Page } from './pages';

/** PNG images, as data URLs, by the Base64 text of those that they stand for. */
export type Images = ReadonlyMap<string, string>;

/** How wide the PNG file of an icon is that stands for it where SVG is not known: four times its size, for print. */
export const iconPixels = 192;

/** The images on some pages that are neither PNG nor JPEG, each once. */
export function unusualImages(pages: readonly Page[]): readonly Raster[] {
  const found = new Map<string, Raster>();
  for (const { picture } of pages)
    for (const { parts } of picture.groups)
      for (const part of parts)
        if (part.draw === 'raster' && (part.type === 'image/gif' || part.type === 'image/webp'))
          found.set(part.base64, part);
  return [...found.values()];
}

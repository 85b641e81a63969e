import { iconAddress } from '../builtFile';

const images = new Map<string, HTMLImageElement>();

/** The picture, once the browser has it; `again` is called when it has. */
export function artwork(icon: string, again: () => void): HTMLImageElement | undefined {
  let image = images.get(icon);
  if (image === undefined) {
    image = new Image();
    image.src = iconAddress(icon);
    images.set(icon, image);
  }
  if (image.complete && image.naturalWidth > 0) return image;
  image.addEventListener('load', again, { once: true });
  return undefined;
}

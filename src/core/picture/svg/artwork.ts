/**
 * The icons of a file, each once. AWS lets its icons be passed on unmodified (CC BY-ND 2.0): what the icon pack's file says is
 * put in as it is, and never cropped, recoloured or moved.
 */
import { toBase64 } from '../../../lib/base64';
import { element } from './xml';

/** The SVG text of icons by their name. */
export type Artwork = ReadonlyMap<string, string>;

export interface EmbeddedIcons {
  readonly ids: ReadonlyMap<string, string>;
  readonly definitions: string;
  /** Whose the icons are, as the licence asks. */
  readonly notice: string;
}

export function artworkOf(icons: readonly string[], artwork: Artwork, prefix: string): EmbeddedIcons {
  const ids = new Map<string, string>();
  let definitions = '';
  for (const icon of icons) {
    const text = artwork.get(icon);
    if (text === undefined || !/^<svg[\s>]/.test(text)) continue;
    const id = `${prefix}-i${ids.size + 1}`;
    ids.set(icon, id);
    definitions += embedded(text.trim(), id);
  }
  const notice =
    ids.size === 0 ? '' : element('vpcanvas:notice', { 'xmlns:vpcanvas': 'urn:vpcanvas' }, iconNotice);
  return { ids, definitions, notice };
}

/** Plain ASCII without anything that XML means something by. */
export const iconNotice =
  'AWS Architecture Icons, (c) Amazon Web Services, Inc. or its affiliates, unmodified, under CC BY-ND 2.0 (https://creativecommons.org/licenses/by-nd/2.0/). Not affiliated with or endorsed by Amazon Web Services.';

/**
 * As it stands, with an id. Ids of its own would be known in the whole file, where another icon may have the same: such an
 * icon is an image within the image.
 */
function embedded(text: string, id: string): string {
  if (!/\sid=/.test(text)) return text.replace('<svg', `<svg id="${id}"`);
  const viewBox = /\sviewBox="([\d. ]+)"/.exec(text)?.[1] ?? '0 0 48 48';
  const [, , width, height] = viewBox.split(' ');
  const href = `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(text))}`;
  return element('symbol', { id, viewBox }, element('image', { href, width, height }));
}

/** Publications of the diagram on the desk, made in a worker, with the font and the images that they need. */
import fontAddress from '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf?url';
import type { Raster, Theme } from '../../core/picture/picture';
import { iconPixels } from '../../core/publish/images';
import type { PageOptions } from '../../core/publish/pages';
import { keptImage } from '../../lib/imageData';
import { toBase64 } from '../../lib/base64';
import type { Editor } from '../../editor/editor';
import type { PublishAnswer, PublishAnswers, PublishRequest, Wanted } from '../../worker/publishProtocol';
import { artworkFor } from './drawn';
import { rasterised } from './rasterised';

type Asked = PublishRequest extends infer R ? (R extends PublishRequest ? Omit<R, 'number'> : never) : never;

let worker: Worker | undefined;
let last = 0;

export function pagesFor({ store }: Editor, options: PageOptions): Promise<PublishAnswers['pages']> {
  return asked('pages', { want: 'pages', document: store.document, options });
}

export async function pdfFor(
  { pages, wantsFont, unusual }: PublishAnswers['pages'],
  theme: Theme,
): Promise<PublishAnswers['pdf']> {
  const [artwork, font, images] = await Promise.all([
    artworkForAll(pages),
    wantsFont ? fontBytes() : undefined,
    asPng(unusual),
  ]);
  const options = { theme, artwork, images, ...(font === undefined ? {} : { font }) };
  return asked('pdf', { want: 'pdf', pages, options });
}

export async function pptxFor(
  { pages, unusual }: PublishAnswers['pages'],
  theme: Theme,
): Promise<PublishAnswers['pptx']> {
  const [artwork, images] = await Promise.all([artworkForAll(pages), asPng(unusual)]);
  const bitmaps = new Map<string, Uint8Array>();
  for (const [icon, svg] of artwork)
    bitmaps.set(icon, await rasterised(sized(svg), { w: iconPixels, h: iconPixels }, 1));
  return asked('pptx', { want: 'pptx', pages, options: { theme, artwork, bitmaps, images } });
}

/** The icons of all pages, and no others that are known besides. */
async function artworkForAll(pages: PublishAnswers['pages']['pages']): Promise<ReadonlyMap<string, string>> {
  const artwork = new Map<string, string>();
  for (const { picture } of pages) {
    const known = await artworkFor(picture);
    for (const { parts } of picture.groups)
      for (const part of parts) {
        const svg = part.draw === 'icon' ? known.get(part.icon) : undefined;
        if (part.draw === 'icon' && svg !== undefined) artwork.set(part.icon, svg);
      }
  }
  return artwork;
}

/** Some browsers draw no image of an SVG file that says no size. */
function sized(svg: string): string {
  return svg.replace('<svg', `<svg width="${iconPixels}" height="${iconPixels}"`);
}

/** Undefined where it cannot be had: squares stand for its letters then, and that is told. */
async function fontBytes(): Promise<Uint8Array | undefined> {
  const answer = await fetch(fontAddress).catch(() => undefined);
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

async function asPng(unusual: readonly Raster[]): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>();
  for (const { type, base64 } of unusual) {
    const href = `data:${type};base64,${base64}`;
    const header = keptImage(href);
    if (typeof header === 'string') continue;
    const { w, h } = header;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><image href="${href}" width="${w}" height="${h}"/></svg>`;
    images.set(base64, `data:image/png;base64,${toBase64(await rasterised(svg, header, 1))}`);
  }
  return images;
}

function asked<W extends Wanted>(_: W, request: Asked): Promise<PublishAnswers[W]> {
  const publisher = (worker ??= new Worker(new URL('../../worker/publishWorker.ts', import.meta.url), {
    type: 'module',
  }));
  const number = ++last;
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<PublishAnswer<W>>): void => {
      if (data.number !== number) return;
      stop();
      resolve(data.answer);
    };
    const failed = (event: ErrorEvent): void => {
      stop();
      // The next one gets a fresh worker.
      publisher.terminate();
      if (worker === publisher) worker = undefined;
      reject(new Error(event.message));
    };
    const stop = (): void => {
      publisher.removeEventListener('message', heard);
      publisher.removeEventListener('error', failed);
    };
    publisher.addEventListener('message', heard);
    publisher.addEventListener('error', failed);
    publisher.postMessage({ ...request, number });
  });
}

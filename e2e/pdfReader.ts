/** Opens PDF files with Mozilla's reader, pdf.js, in a bare page of the browser. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';

const reader = 'http://reader.test';
const folder = 'node_modules/pdfjs-dist/build';

export interface OpenedPdf {
  readonly language: string;
  readonly bookmarks: readonly string[];
  /** The text of each page as somebody selects it. */
  readonly texts: readonly string[];
  /** The first page as it is painted, at a px for each px of the canvas: a PNG file as a data URL. */
  readonly image: string;
}

export async function openedByPdfJs(context: BrowserContext, bytes: Buffer): Promise<OpenedPdf> {
  const page = await barePage(context);
  const opened = await page.evaluate(async (base64) => {
    const library = '/pdf.min.mjs';
    // The part of it that is used; its own types are those of a module that is not loaded here.
    const pdfjs = (await import(library)) as {
      readonly GlobalWorkerOptions: { workerSrc: string };
      getDocument(given: object): { readonly promise: Promise<Pdf> };
    };
    interface Pdf {
      readonly numPages: number;
      getMetadata(): Promise<{ readonly info: Readonly<Record<string, string>> }>;
      getOutline(): Promise<readonly { readonly title: string }[] | null>;
      getPage(number: number): Promise<PdfPage>;
    }
    interface PdfPage {
      getViewport(given: object): { readonly width: number; readonly height: number };
      getTextContent(): Promise<{ readonly items: readonly { readonly str?: string }[] }>;
      render(given: object): { readonly promise: Promise<void> };
    }
    pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const pdf = await pdfjs.getDocument({ data }).promise;
    const texts: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      texts.push(items.map(({ str = '' }) => str).join('\n'));
    }
    const first = await pdf.getPage(1);
    const viewport = first.getViewport({ scale: 96 / 72 });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    await first.render({ canvas, viewport }).promise;
    return {
      language: (await pdf.getMetadata()).info['Language'] ?? '',
      bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
      texts,
      image: canvas.toDataURL('image/png'),
    };
  }, bytes.toString('base64'));
  await page.close();
  return opened;
}

/** How much of two images of the same size is different to the eye, from 0 to 1. */
export async function difference(
  context: BrowserContext,
  images: readonly [string, string],
): Promise<number> {
  const page = await barePage(context);
  const found = await page.evaluate(async (addresses) => {
    const pixels: Uint8ClampedArray[] = [];
    let size: readonly [number, number] | undefined;
    for (const address of addresses) {
      const image = new Image();
      image.src = address;
      await image.decode();
      size ??= [image.naturalWidth, image.naturalHeight];
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = size;
      const painting = canvas.getContext('2d');
      painting?.drawImage(image, 0, 0, ...size);
      pixels.push(painting?.getImageData(0, 0, ...size).data ?? new Uint8ClampedArray());
    }
    const [one = new Uint8ClampedArray(), other = one] = pixels;
    let different = 0;
    for (let at = 0; at < one.length; at += 4)
      if ([0, 1, 2].some((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > 64))
        different++;
    return different / (one.length / 4);
  }, images);
  await page.close();
  return found;
}

async function barePage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${reader}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return name === ''
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Reader</title>' })
      : route.fulfill({ contentType: 'text/javascript', body: readFileSync(`${folder}/${name}`) });
  });
  await page.goto(`${reader}/`);
  return page;
}

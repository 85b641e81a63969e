/** PDF files in tests, read by somebody else's reader. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly bookmarks: readonly string[];
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  /** In points. */
  readonly size: readonly [number, number];
  /** Its lines, in the order in which they are painted. */
  readonly texts: readonly string[];
  /** What is said of its pictures to those who do not see them. */
  readonly alts: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // It takes what it is given away from whoever gives it.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const outline: readonly { readonly title: string }[] = (await pdf.getOutline()) ?? [];
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      size: [width, height],
      texts: linesOf(items),
      alts: [...JSON.stringify(await page.getStructTree()).matchAll(/"alt":("(?:[^"\\]|\\.)*")/g)].map(
        ([, alt = '""']) => JSON.parse(alt) as string,
      ),
    });
  }
  // What the reader found in a file of ours.
  const { Title = '', Language = '' } = info as Readonly<Record<string, string>>;
  await task.destroy();
  return { title: Title, language: Language, bookmarks: outline.map(({ title }) => title), pages };
}

/** Pieces on one base line are one line. */
function linesOf(items: readonly object[]): readonly string[] {
  const lines: { y: number; end: number; text: string }[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    // Of its kinds, those with a string are texts.
    const { str, transform, width } = item as { str: string; transform: number[]; width: number };
    const [x = 0, y = 0] = transform.slice(4);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 0.5 && Math.abs(last.end - x) < 1) {
      last.text += str;
      last.end = x + width;
    } else lines.push({ y, end: x + width, text: str });
  }
  return lines.map(({ text }) => text).filter((text) => text.trim() !== '');
}

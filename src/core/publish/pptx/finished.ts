/**
 * What PptxGenJS made, with what we say ourselves in it: the shapes of slides, notes, a Japanese typeface; and without the date,
 * so that the same pages give the same file.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipOf } from '../../cdk/zip';
import { element } from '../../picture/svg/xml';
import type { MediaFile, Relationship } from './media';
import { japaneseTypeface } from './shapes';

export interface SlideParts {
  /** All that is on it, from the ground upwards, as XML. */
  readonly shapes: string;
  readonly relationships: readonly Relationship[];
  /** Paragraphs, as XML. */
  readonly notes: string;
}

export function finished(
  written: Uint8Array,
  slides: readonly SlideParts[],
  media: readonly MediaFile[],
): Uint8Array<ArrayBuffer> {
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const [path, bytes] of Object.entries(unzipSync(written))) {
    if (path.endsWith('/')) continue;
    const isXml = /\.(?:xml|rels)$/.test(path);
    files.push({ path, bytes: isXml ? strToU8(changed(path, strFromU8(bytes), slides)) : bytes });
  }
  for (const { name, bytes } of media) files.push({ path: `ppt/media/${name}`, bytes });
  return zipOf(files);
}

function changed(path: string, xml: string, slides: readonly SlideParts[]): string {
  const [, name, isRelationships, number] =
    /^ppt\/(slides|notesSlides)\/(_rels\/)?\w+?(\d+)\.xml/.exec(path) ?? [];
  const slide = slides[Number(number) - 1];
  if (slide !== undefined && name === 'slides')
    return isRelationships === undefined ? shaped(xml, slide) : related(xml, slide);
  if (slide !== undefined && name === 'notesSlides' && isRelationships === undefined)
    return noted(xml, slide);
  if (path === 'docProps/core.xml')
    return xml.replaceAll(/\s*<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  if (path === '[Content_Types].xml')
    return xml.replace('</Types>', '<Default Extension="webp" ContentType="image/webp"/></Types>');
  return xml.replaceAll(/<a:ea typeface="[^"]+"[^>]*\/>/g, `<a:ea typeface="${japaneseTypeface}"/>`);
}

/** In place of the empty boxes that stand for those of the layout. Functions, since a `$` would mean something in a string. */
function shaped(xml: string, { shapes }: SlideParts): string {
  return xml.replace(
    /(<\/p:grpSpPr>).*(<\/p:spTree>)/s,
    (_, start: string, end: string) => start + shapes + end,
  );
}

function related(xml: string, { relationships }: SlideParts): string {
  const all = relationships.map(({ id, name }) =>
    element('Relationship', {
      Id: id,
      Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image',
      Target: `../media/${name}`,
    }),
  );
  return xml.replace('</Relationships>', () => `${all.join('')}</Relationships>`);
}

function noted(xml: string, { notes }: SlideParts): string {
  return xml.replace(
    /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>)<a:p>.*?<\/a:p>(<\/p:txBody>)/s,
    (_, before: string, after: string) => before + notes + after,
  );
}

/** The diagram on the desk as a picture file, as somebody wants it. */
import { takesRoom } from '../../core/drawing/boxes';
import type { ResourceId } from '../../core/model/document';
import type { Shown } from '../../core/picture/drawPicture';
import type { Picture, Theme } from '../../core/picture/picture';
import { finishedPng, pngScale, usualScale } from '../../core/picture/png';
import { embeddable } from '../../core/picture/source';
import { svgOf } from '../../core/picture/svg/svg';
import { zipOf } from '../../core/cdk/zip';
import type { PageOptions, Pages } from '../../core/publish/pages';
import type { Editor } from '../../editor/editor';
import type { Language } from '../../lib/words';
import { nameWords } from '../../lib/nameWords';
import { safeName } from '../files/saveDiagram';
import { ownPrices } from '../cost/ownPrices';
import { artworkFor, drawn } from './drawn';
import { formats, type PictureFormat } from './formats';
import type { Waiting } from './publication';
import { pagesFor, pdfFor, pptxFor } from './published';
import { rasterised } from './rasterised';

export interface PictureChoice {
  readonly format: PictureFormat;
  /** Where a format cannot be as the reader's system is, `auto` is light. */
  readonly theme: Theme | 'auto';
  readonly language: Language;
  readonly pages: Pages;
  /** Whether only what is selected is shown, where something is. */
  readonly onlySelected: boolean;
  readonly legend: boolean;
  /** The name of the diagram above it. */
  readonly heading: boolean;
  /** Whether the diagram is in the file, so that this can be opened again. */
  readonly source: boolean;
  /** Whether dots move along the arrows of an SVG file. */
  readonly animated: boolean;
}

export interface PictureFile {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Of the file's name, with its dot: `.zip` where several pages are a file each. */
  readonly ending: string;
  /** Whether the diagram was to be in it, and was too large. */
  readonly lacksSource: boolean;
  /** Whether it has fewer pixels than usual, because it would have too many. */
  readonly isCoarse: boolean;
  /** Letters that no font had. */
  readonly missing: readonly string[];
}

/** Throws where it cannot be made, and where it is not wanted any more. */
export async function pictureFile(
  editor: Editor,
  choice: PictureChoice,
  waiting: Waiting = {},
): Promise<PictureFile> {
  const { format } = choice;
  if (format === 'html') return (await import('./playerFile')).playerFile(editor, choice, waiting);
  if (format === 'gif') return (await import('./animationFile')).animationFile(editor, choice, waiting);
  if (formats[format].hasPages) return publication(editor, choice, format === 'pptx' ? 'pptx' : 'pdf');
  if (choice.pages === 'diagram') return pictureFrom(editor, await wholePicture(editor, choice), choice);
  const { pages } = await pagesFor(editor, pageOptions(editor, choice));
  const [first, ...others] = pages;
  if (others.length === 0) return pictureFrom(editor, first.picture, choice);
  const made: PictureFile[] = [];
  // One after the other: each holds a canvas of its size.
  for (const { picture } of pages) made.push(await pictureFrom(editor, picture, choice));
  const digits = String(pages.length).length;
  const content = zipOf(
    made.map(({ content: each, ending }, index) => {
      const number = String(index + 1).padStart(digits, '0');
      const path = `${number} ${safeName(pages[index]?.title ?? '')}${ending}`;
      return typeof each === 'string' ? { path, text: each } : { path, bytes: each };
    }),
  );
  return {
    content,
    type: 'application/zip',
    ending: '.zip',
    lacksSource: made.some(({ lacksSource }) => lacksSource),
    isCoarse: made.some(({ isCoarse }) => isCoarse),
    missing: [],
  };
}

/** The first page as an SVG file, and how many there are: what somebody is about to get, at a glance. */
export async function previewOf(
  editor: Editor,
  choice: PictureChoice,
): Promise<{ readonly svg: string; readonly title: string; readonly count: number }> {
  const theme = themeOf(choice);
  const { animated } = choice;
  if (choice.pages === 'diagram') {
    const picture = await wholePicture(editor, choice);
    const artwork = await artworkFor(picture);
    return { svg: svgOf(picture, { theme, artwork, animated }), title: picture.title, count: 1 };
  }
  const { pages } = await pagesFor(editor, pageOptions(editor, choice));
  const [{ picture, title }] = pages;
  const artwork = await artworkFor(picture);
  return { svg: svgOf(picture, { theme, artwork, animated }), title, count: pages.length };
}

async function publication(
  editor: Editor,
  choice: PictureChoice,
  format: 'pdf' | 'pptx',
): Promise<PictureFile> {
  const pages = await pagesFor(editor, pageOptions(editor, choice));
  const theme = choice.theme === 'dark' ? 'dark' : 'light';
  const besides = { ending: formats[format].ending, lacksSource: false, isCoarse: false };
  if (format === 'pptx')
    return { ...besides, content: await pptxFor(pages, theme), type: pptxType, missing: [] };
  const { bytes, missing } = await pdfFor(pages, theme);
  return { ...besides, content: bytes, type: 'application/pdf', missing };
}

const pptxType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

async function pictureFrom(editor: Editor, picture: Picture, choice: PictureChoice): Promise<PictureFile> {
  const { animated } = choice;
  const found = choice.source ? await embeddable(editor.catalog, editor.store.document) : undefined;
  const source = found === undefined ? {} : { source: found };
  const besides = { lacksSource: choice.source && found === undefined, missing: [] };
  const artwork = await artworkFor(picture);
  if (choice.format === 'svg') {
    const content = svgOf(picture, { theme: choice.theme, artwork, animated, ...source });
    return { ...besides, content, type: 'image/svg+xml', ending: '.svg', isCoarse: false };
  }
  const theme = choice.theme === 'dark' ? 'dark' : 'light';
  const scale = pngScale(picture);
  const png = await rasterised(svgOf(picture, { theme, artwork }), picture.view, scale);
  const content = finishedPng(png, picture, { scale, ...source });
  return { ...besides, content, type: 'image/png', ending: '.png', isCoarse: scale < usualScale };
}

function wholePicture(editor: Editor, choice: PictureChoice): Promise<Picture> {
  const { pages: _, prices: __, ...options } = pageOptions(editor, choice);
  return drawn(editor, options);
}

function pageOptions(editor: Editor, choice: PictureChoice): PageOptions {
  const { language, legend, pages } = choice;
  const { name } = editor.store.document;
  return {
    pages,
    language,
    legend,
    prices: ownPrices.getState().prices,
    show: choice.onlySelected ? (selected(editor) ?? all) : all,
    ...(choice.heading && !formats[choice.format].isTitled ? { heading: nameWords(name)[language] } : {}),
  };
}

/** Where a format cannot be as the reader's system is, it is light. */
function themeOf({ format, theme }: PictureChoice): Theme | 'auto' {
  return theme === 'auto' && !formats[format].followsSystem ? 'light' : theme;
}

const all: Shown = { what: 'all' };

/** Undefined where nothing is selected that stands anywhere. Of an arrow, its ends. */
export function selected({ catalog, session, store }: Editor): Shown | undefined {
  const { resources, flows } = store.document;
  const found = new Set<ResourceId>();
  for (const id of session.getState().selection) {
    const flow = flows.get(id);
    for (const each of flow === undefined ? [id] : [flow.from, flow.to]) {
      const resource = resources.get(each);
      if (resource !== undefined && takesRoom(catalog, resource)) found.add(each);
    }
  }
  return found.size === 0 ? undefined : { what: 'some', resources: found };
}

/** The theme in which the canvas is seen now. */
export function themeNow(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

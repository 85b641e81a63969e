/** The diagram on the desk as a picture file, as somebody wants it. */
import { takesRoom } from '../../core/drawing/boxes';
import type { ResourceId } from '../../core/model/document';
import type { Shown } from '../../core/picture/drawPicture';
import type { Theme } from '../../core/picture/picture';
import { finishedPng, pngScale, usualScale } from '../../core/picture/png';
import { embeddable } from '../../core/picture/source';
import { svgOf } from '../../core/picture/svg/svg';
import type { Editor } from '../../editor/editor';
import type { Language } from '../../lib/words';
import { nameWords } from '../../lib/nameWords';
import { artworkFor, drawn } from './drawn';
import type { PictureFormat } from './formats';
import { rasterised } from './rasterised';

export interface PictureChoice {
  readonly format: PictureFormat;
  /** `auto` is for SVG files; a PNG file is light then. */
  readonly theme: Theme | 'auto';
  readonly language: Language;
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
  /** Whether the diagram was to be in it, and was too large. */
  readonly lacksSource: boolean;
  /** Whether it has fewer pixels than usual, because it would have too many. */
  readonly isCoarse: boolean;
}

export async function pictureFile(editor: Editor, choice: PictureChoice): Promise<PictureFile> {
  const { language, legend, animated } = choice;
  const { document } = editor.store;
  const picture = await drawn(editor, {
    language,
    legend,
    show: choice.onlySelected ? (selected(editor) ?? all) : all,
    ...(choice.heading ? { heading: nameWords(document.name)[language] } : {}),
  });
  const found = choice.source ? await embeddable(editor.catalog, document) : undefined;
  const source = found === undefined ? {} : { source: found };
  const lacksSource = choice.source && found === undefined;
  const artwork = await artworkFor(picture);
  if (choice.format === 'svg') {
    const content = svgOf(picture, { theme: choice.theme, artwork, animated, ...source });
    return { content, type: 'image/svg+xml', lacksSource, isCoarse: false };
  }
  const theme = choice.theme === 'dark' ? 'dark' : 'light';
  const scale = pngScale(picture);
  const png = await rasterised(svgOf(picture, { theme, artwork }), picture.view, scale);
  const content = finishedPng(png, picture, { scale, ...source });
  return { content, type: 'image/png', lacksSource, isCoarse: scale < usualScale };
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

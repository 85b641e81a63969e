/** What a publication consists of, page by page: the whole diagram on one, or each scene, or each frame, on one of its own. */
import type { Catalog } from '../catalog/catalog';
import type { PriceTable } from '../cost/prices';
import type { LensView } from '../lenses/lens';
import { lensView } from '../lenses/lensView';
import { compareOrder } from '../../lib/order';
import { grown, type Rect } from '../../lib/rect';
import type { Language } from '../../lib/words';
import type { Document, FlowId, ResourceId, Scene, SceneId } from '../model/document';
import { absolutePosition } from '../model/queries';
import type { Trace } from '../network/trace';
import { drawPicture, type Shown } from '../picture/drawPicture';
import { printable } from '../picture/lines';
import type { Picture } from '../picture/picture';
import { contextOf } from '../rules/context';
import { markdownBlocks, type Block } from '../scenes/markdown';
import { momentsOf, type Moment } from '../scenes/moments';
import { shownBy } from '../scenes/shown';

export interface Page {
  /** Undefined where the page is no scene. */
  readonly scene?: SceneId;
  /** Of the scene or the frame; of the diagram where it is on one page. In the language that was asked for; may be empty. */
  readonly title: string;
  /** What the audience reads beside the picture. */
  readonly text: readonly Block[];
  /** What only the presenter sees. */
  readonly notes: readonly Block[];
  readonly picture: Picture;
  /** Whether it is a sheet of a presentation, with its title above the picture; else the picture is all there is. */
  readonly isSlide: boolean;
}

export type Pages = 'diagram' | 'scenes' | 'frames';

export interface PageOptions {
  readonly language: Language;
  readonly pages: Pages;
  /** By which scenes that show costs say them. */
  readonly prices: PriceTable;
  /** What the lines mean, below the diagram; on the page of the whole diagram. */
  readonly legend?: boolean;
  /** Above the diagram; on that page as well. */
  readonly heading?: string;
  /** What of the diagram is on that page; absent: all. */
  readonly show?: Shown;
}

/** At least one page: a design without scenes, or without frames, is shown on one as a whole. */
export function pagesOf(
  catalog: Catalog,
  document: Document,
  options: PageOptions,
): readonly [Page, ...Page[]] {
  const found = { diagram: () => [], scenes: scenePages, frames: framePages }[options.pages](
    catalog,
    document,
    options,
  );
  const [first, ...others] = found;
  return first === undefined ? [wholePage(catalog, document, options)] : [first, ...others];
}

/** What a design can be divided into: always the whole of it, and what there is at least one of. */
export function possiblePages(catalog: Catalog, document: Document): readonly Pages[] {
  return [
    'diagram',
    ...(document.scenes.size > 0 ? (['scenes'] as const) : []),
    ...(framesInOrder(catalog, document).length > 0 ? (['frames'] as const) : []),
  ];
}

/** A scene as the audience sees it at one of its moments, in the design that it shows. */
export interface SceneView {
  readonly design: Document;
  readonly moments: readonly [Moment, ...Moment[]];
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly lens?: LensView;
}

export function sceneView(catalog: Catalog, document: Document, scene: Scene, prices: PriceTable): SceneView {
  const { document: design } = shownBy({ catalog }, document, scene);
  return {
    design,
    moments: momentsOf(design, scene),
    traces: contextOf(catalog, design).traces,
    ...(scene.lens === undefined ? {} : { lens: lensView(catalog, design, scene.lens, prices) }),
  };
}

export function scenesInOrder({ scenes }: Document): readonly Scene[] {
  return [...scenes.values()].sort(compareOrder);
}

function wholePage(catalog: Catalog, document: Document, options: PageOptions): Page {
  const { traces } = contextOf(catalog, document);
  const picture = drawPicture(catalog, document, traces, options);
  return { title: picture.title, text: [], notes: [], picture, isSlide: false };
}

/** As each scene is when everything in it has come. */
function scenePages(
  catalog: Catalog,
  document: Document,
  { language, prices }: PageOptions,
): readonly Page[] {
  return scenesInOrder(document).map((scene) => {
    const { design, moments, traces, lens } = sceneView(catalog, document, scene, prices);
    const last = moments.at(-1) ?? moments[0];
    return {
      scene: scene.id,
      isSlide: true,
      title: printable(scene.title[language]).trim(),
      text: markdownBlocks(scene.text[language]),
      notes: markdownBlocks(scene.notes?.[language] ?? ''),
      picture: drawPicture(catalog, design, traces, {
        language,
        show: { what: 'rect', rect: scene.camera },
        // A scene that names no flow is about all of them.
        ...(last.flows.size === 0 ? {} : { inFocus: last.flows }),
        lens,
        namesLens: true,
      }),
    };
  });
}

function framePages(catalog: Catalog, document: Document, { language }: PageOptions): readonly Page[] {
  const { traces } = contextOf(catalog, document);
  return framesInOrder(catalog, document).map((id) => ({
    isSlide: true,
    title: printable(document.resources.get(id)?.name ?? '').trim(),
    text: [],
    notes: [],
    picture: drawPicture(catalog, document, traces, {
      language,
      show: { what: 'rect', rect: grown(boxOf(document, id), frameMargin) },
    }),
  }));
}

/** So that the line of the frame itself is not cut. */
const frameMargin = 8;

/** From top to bottom, and in a row from left to right. */
function framesInOrder(catalog: Catalog, document: Document): readonly ResourceId[] {
  return [...document.resources.values()]
    .filter(({ kind }) => {
      const { shape } = catalog.kind(kind);
      return shape.as === 'picture' && shape.draws === 'frame';
    })
    .map(({ id }) => ({ id, ...boxOf(document, id) }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ id }) => id);
}

function boxOf(document: Document, id: ResourceId): Rect {
  const { w = 0, h = 0 } = document.resources.get(id) ?? {};
  return { ...absolutePosition(document, id), w, h };
}

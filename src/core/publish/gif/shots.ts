/**
 * What an animated picture shows, one shot after another: the whole diagram, or each scene with its title. In a shot dots
 * move along the arrows; the icons never move.
 */
import type { Catalog } from '../../catalog/catalog';
import type { PriceTable } from '../../cost/prices';
import type { Document, Scene } from '../../model/document';
import { drawPicture } from '../../picture/drawPicture';
import { lensPlate } from '../../picture/lens';
import { fitted, printable, textAt } from '../../picture/lines';
import type { Group, Layer, Picture } from '../../picture/picture';
import { contextOf } from '../../rules/context';
import { clamp, type Rect } from '../../../lib/rect';
import type { Language } from '../../../lib/words';
import { sceneView, scenesInOrder } from '../pages';

export interface Shots {
  /** Of the picture in px. */
  readonly width: number;
  readonly height: number;
  /** At least one. */
  readonly shots: readonly Shot[];
}

export interface Shot {
  /** Its view has the form of the whole. */
  readonly picture: Picture;
  /** How long it stands still before dots move, and after, in ms. */
  readonly before: number;
  readonly after: number;
}

/** In px: wider ones are heavy, and are made smaller where they are shown. */
const widest = 960;
const highest = 960;
/** Of the title above a scene. */
const band = 48;

export interface ShotOptions {
  readonly language: Language;
  /** By which scenes that show costs say them. */
  readonly prices: PriceTable;
}

export function shotsOf(catalog: Catalog, document: Document, options: ShotOptions): Shots {
  const scenes = scenesInOrder(document);
  return scenes.length === 0
    ? wholeShot(catalog, document, options.language)
    : sceneShots(catalog, document, scenes, options);
}

function wholeShot(catalog: Catalog, document: Document, language: Language): Shots {
  const { traces } = contextOf(catalog, document);
  const picture = drawPicture(catalog, document, traces, { language, legend: true });
  const { w, h } = picture.view;
  const scale = Math.min(1, widest / w, highest / h);
  const [width, height] = [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))];
  const view = framed(picture.view, width / height);
  return { width, height, shots: [{ picture: { ...picture, view }, before: 400, after: 1200 }] };
}

function sceneShots(
  catalog: Catalog,
  document: Document,
  scenes: readonly Scene[],
  { language, prices }: ShotOptions,
): Shots {
  const width = widest;
  const usual = [...scenes].map(({ camera }) => camera.w / Math.max(1, camera.h)).sort((a, b) => a - b);
  const form = clamp(usual[usual.length >> 1] ?? 1.6, 1.25, 1.9);
  const height = Math.round(width / form) + band;
  const shots = scenes.map((scene): Shot => {
    const { design, moments, traces, lens } = sceneView(catalog, document, scene, prices);
    const { flows } = moments.at(-1) ?? moments[0];
    const below = framed(scene.camera, width / (height - band));
    const top = (band * below.w) / width;
    const view = { x: below.x, y: below.y - top, w: below.w, h: below.h + top };
    const picture = drawPicture(catalog, design, traces, {
      language,
      show: { what: 'rect', rect: view },
      ...(flows.size === 0 ? {} : { inFocus: flows }),
      lens,
    });
    const title = titleOf(printable(scene.title[language]).trim(), view, top);
    const plate =
      lens === undefined
        ? []
        : [lensPlate(lens, { ...below, y: below.y + below.w / 18 }, (words) => words[language])];
    const groups = [...picture.groups, ...plate, title];
    return {
      picture: { ...picture, title: scene.title[language], view, groups },
      before: 1200,
      after: 1600,
    };
  });
  return { width, height, shots };
}

/** Over everything, as high as the band on top of the view. */
function titleOf(title: string, { x, y, w }: Rect, height: number): Group {
  const type = { size: height * 0.46, weight: 600, ink: 'text' } as const;
  const side = height * 0.42;
  return {
    id: 'heading',
    layer: 'legend',
    parts: [
      { draw: 'box', x, y, w, h: height, fill: { ink: 'surface' } },
      {
        draw: 'line',
        points: [
          { x, y: y + height },
          { x: x + w, y: y + height },
        ],
        corner: 0,
        stroke: { ink: 'line', width: height / band },
      },
      textAt(fitted(title, w - 2 * side, type), x + side, y + height / 2, type),
    ],
  };
}

/** The smallest rectangle of a form (its width by its height) that has all of another one in its middle. */
function framed({ x, y, w, h }: Rect, form: number): Rect {
  const width = Math.max(w, h * form);
  const height = width / form;
  return { x: x - (width - w) / 2, y: y - (height - h) / 2, w: width, h: height };
}

const inFront: ReadonlySet<Layer> = new Set(['resources', 'labels', 'numbers', 'legend']);

/** A picture in two parts, between which dots move: they pass behind the icons. */
export function layersOf(picture: Picture): { readonly behind: Picture; readonly front: Picture } {
  const part = (isFront: boolean): Picture => ({
    ...picture,
    groups: picture.groups.filter(({ layer }) => inFront.has(layer) === isFront),
  });
  return { behind: part(false), front: part(true) };
}

/**
 * Each part of a picture as a shape of PowerPoint (DrawingML, ECMA-376-1, part 20 and 21): a rectangle is a rectangle, a line
 * a line, a text a text box, and what belongs to one resource or one flow is a group with its name.
 */
import type { Point, Rect } from '../../../lib/rect';
import { colourOf } from '../../picture/palettes';
import type { Fill, Group, Palette, Part, Picture, Stroke, Text } from '../../picture/picture';
import { attributes, element, escaped } from '../../picture/svg/xml';
import { boundsOf } from '../../picture/bounds';
import { cutToView } from '../cropped';

export interface Drawing {
  readonly palette: Palette;
  readonly language: string;
  /** Points for each px of the canvas. */
  readonly scale: number;
  /** Where the view stands on the slide, in points. */
  readonly place: Rect;
  readonly view: Rect;
  /** The elements that name the image of an icon, or one of the user's; undefined where there is none. */
  readonly imageOf: (part: Extract<Part, { readonly draw: 'icon' | 'raster' }>) => ImageReference | undefined;
  /** Gives every shape of the slide a number of its own. */
  readonly nextId: () => number;
}

export interface ImageReference {
  /** The ids of relationships of the slide. */
  readonly bitmap: string;
  readonly vector?: string;
}

/** Of a point: DrawingML counts in 914,400ths of an inch. */
export const emuPerPoint = 12_700;

/** The shapes of a picture's view, from the ground upwards. */
export function shapesOf(picture: Picture, drawing: Drawing): string {
  return cutToView(picture)
    .groups.map((group) => groupShape(group, drawing))
    .join('');
}

/** The ground of the picture. It is what the picture as a whole is described by. */
export function groundShape({ title, description }: Picture, drawing: Drawing): string {
  const { palette, place, nextId } = drawing;
  const box = emuRect(place);
  return shape(
    { id: nextId(), name: title, about: description },
    `${xfrm(box)}${preset('rect')}<a:noFill/>${lineOf({ ink: 'line', width: 0.75 / drawing.scale }, 1, { ...drawing, palette })}`,
  );
}

/** A text in one of the boxes of the layout, by which programs know what is the title and what the text. */
export function placeholderShape(
  {
    id,
    name,
    type,
    index,
  }: { readonly id: number; readonly name: string; readonly type: string; readonly index: number },
  room: Rect,
  paragraphs: string,
): string {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }) +
        `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${element('p:nvPr', {}, element('p:ph', { type, idx: index }))}`,
    ) +
      element('p:spPr', {}, xfrm(emuRect(room))) +
      element(
        'p:txBody',
        {},
        `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}`,
      ),
  );
}

function groupShape(group: Group, drawing: Drawing): string {
  const { name, parts, opacity = 1 } = group;
  const room = boundsOf([group]);
  if (room === undefined) return '';
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return partShape(only, opacity, drawing, name);
  const inside = parts.map((part) => partShape(part, opacity, drawing)).join('');
  if (inside === '') return '';
  const { x, y, w, h } = placed(room, drawing);
  const place =
    element('a:off', { x, y }) +
    element('a:ext', { cx: w, cy: h }) +
    element('a:chOff', { x, y }) +
    element('a:chExt', { cx: w, cy: h });
  return element(
    'p:grpSp',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      `${named({ id: drawing.nextId(), name, about: name })}<p:cNvGrpSpPr/><p:nvPr/>`,
    ) +
      element('p:grpSpPr', {}, element('a:xfrm', {}, place)) +
      inside,
  );
}

function partShape(part: Part, opacity: number, drawing: Drawing, name?: string): string {
  const id = drawing.nextId();
  const called = { id, name, about: name };
  switch (part.draw) {
    case 'box': {
      const { radius = 0, w, h } = part;
      const corner = Math.min(radius, w / 2, h / 2);
      const form =
        corner > 0 ? preset('roundRect', Math.round((corner / Math.min(w, h)) * 100_000)) : preset('rect');
      const paint = fillOf(part.fill, opacity, drawing) + lineOf(part.stroke, opacity, drawing);
      return shape(called, xfrm(placed(part, drawing)) + form + paint);
    }
    case 'line': {
      const [from, to] = part.points;
      if (from === undefined || to === undefined) return '';
      const line = lineOf(part.stroke, opacity, drawing);
      if (part.points.length === 2) return connector(called, from, to, line, drawing);
      return freeform(called, roundedCommands(part.points, part.corner), `<a:noFill/>${line}`, drawing);
    }
    case 'outline': {
      const commands = part.segments.map(([letter, ...numbers]): Command => ({
        letter,
        points: pairs(numbers),
      }));
      const paint = fillOf(part.fill, opacity, drawing) + lineOf(part.stroke, opacity, drawing);
      return freeform(called, commands, paint, drawing);
    }
    case 'text':
      return textShape(called, part, opacity, drawing);
    case 'icon':
    case 'raster': {
      const image = drawing.imageOf(part);
      return image === undefined ? '' : imageShape(called, image, placed(part, drawing), opacity);
    }
  }
}

interface Named {
  readonly id: number;
  readonly name: string | undefined;
  /** What is said of it to those who do not see it; undefined for what only belongs to something else. */
  readonly about: string | undefined;
}

/** https://learn.microsoft.com/en-us/openspecs/office_standards/ms-odrawxml (adec:decorative). */
const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

function named({ id, name, about }: Named): string {
  const given = { id, name: name ?? `${id}`, descr: about };
  return element('p:cNvPr', given, about === undefined ? decorative : '');
}

function shape(called: Named, properties: string): string {
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, `${named(called)}<p:cNvSpPr/><p:nvPr/>`) + element('p:spPr', {}, properties),
  );
}

/** A straight line, as PowerPoint's own. */
function connector(called: Named, from: Point, to: Point, line: string, drawing: Drawing): string {
  const box = placed(
    {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
    },
    drawing,
  );
  const flips = {
    flipH: to.x < from.x ? 1 : undefined,
    flipV: to.y < from.y ? 1 : undefined,
  };
  return element(
    'p:cxnSp',
    {},
    element('p:nvCxnSpPr', {}, `${named(called)}<p:cNvCxnSpPr/><p:nvPr/>`) +
      element('p:spPr', {}, xfrm(box, flips) + preset('line') + line),
  );
}

interface Command {
  readonly letter: 'M' | 'L' | 'C' | 'Z';
  readonly points: readonly Point[];
}

function freeform(called: Named, commands: readonly Command[], paint: string, drawing: Drawing): string {
  const all = commands.flatMap(({ points }) => points);
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = placed({ x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }, drawing);
  const point = (at: Point): string => {
    const { x: left, y: top } = placed({ ...at, w: 0, h: 0 }, drawing);
    return element('a:pt', { x: left - box.x, y: top - box.y });
  };
  const names = { M: 'a:moveTo', L: 'a:lnTo', C: 'a:cubicBezTo', Z: 'a:close' } as const;
  const path = commands.map(({ letter, points }) => element(names[letter], {}, points.map(point).join('')));
  const form =
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>' +
    element('a:pathLst', {}, element('a:path', { w: box.w, h: box.h }, path.join(''))) +
    '</a:custGeom>';
  return shape(called, xfrm(box) + form + paint);
}

/** Straight pieces with round corners, as curves of which PowerPoint lets one move the points. */
function roundedCommands(points: readonly Point[], radius: number): readonly Command[] {
  const commands: Command[] = [];
  points.forEach((corner, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) commands.push({ letter: 'M', points: [corner] });
    else if (after === undefined) commands.push({ letter: 'L', points: [corner] });
    else {
      const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
      const [start, end] = [towards(corner, before, r), towards(corner, after, r)];
      commands.push({ letter: 'L', points: [start] });
      // A quadratic curve through the corner, as a cubic one.
      if (r > 0)
        commands.push({
          letter: 'C',
          points: [towards(start, corner, (r * 2) / 3), towards(end, corner, (r * 2) / 3), end],
        });
    }
  });
  return commands;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function pairs(numbers: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2)
    points.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  return points;
}

/** One line of text, in a box around it that does not break it: where fonts are wider it grows. */
function textShape(called: Named, part: Text, opacity: number, drawing: Drawing): string {
  const { text, at, anchor, size, weight, face, ink, width } = part;
  const left = anchor === 'start' ? at.x : anchor === 'middle' ? at.x - width / 2 : at.x - width;
  // The middle of the letters, as where the picture was drawn.
  const middle = at.y - size * 0.3465;
  const box = placed({ x: left, y: middle - size * 0.6, w: width, h: size * 1.2 }, drawing);
  const align = { start: 'l', middle: 'ctr', end: 'r' }[anchor];
  const letters = element(
    'a:rPr',
    {
      ...languages(drawing.language),
      sz: Math.max(100, Math.round(size * drawing.scale * 100)),
      b: weight === 600 ? 1 : 0,
      dirty: 0,
    },
    fillOf({ ink }, opacity, drawing) + fonts(face),
  );
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, `${named(called)}<p:cNvSpPr txBox="1"/><p:nvPr/>`) +
      element('p:spPr', {}, `${xfrm(box)}${preset('rect')}<a:noFill/>`) +
      element(
        'p:txBody',
        {},
        '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>' +
          element(
            'a:p',
            {},
            `<a:pPr algn="${align}"/>${element('a:r', {}, letters + element('a:t', {}, escaped(text)))}`,
          ),
      ),
  );
}

export function languages(language: string): Readonly<Record<string, string>> {
  return language === 'ja' ? { lang: 'ja-JP', altLang: 'en-US' } : { lang: 'en-US', altLang: 'ja-JP' };
}

/** Those that come with Office; elsewhere something like them stands in. */
export function fonts(face: 'sans' | 'mono'): string {
  const latin = face === 'mono' ? 'Courier New' : 'Arial';
  return `<a:latin typeface="${latin}"/><a:ea typeface="${japaneseTypeface}"/><a:cs typeface="${latin}"/>`;
}

export const japaneseTypeface = 'Yu Gothic';

function imageShape(
  called: Named,
  { bitmap, vector }: ImageReference,
  box: EmuRect,
  opacity: number,
): string {
  const faint = opacity === 1 ? '' : element('a:alphaModFix', { amt: Math.round(opacity * 100_000) });
  const drawn =
    vector === undefined
      ? ''
      : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst>`;
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      `${named(called)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>`,
    ) +
      element(
        'p:blipFill',
        {},
        `${element('a:blip', { 'r:embed': bitmap }, faint + drawn)}<a:stretch><a:fillRect/></a:stretch>`,
      ) +
      element('p:spPr', {}, xfrm(box) + preset('rect')),
  );
}

function preset(form: string, corner?: number): string {
  const given = corner === undefined ? '' : element('a:gd', { name: 'adj', fmla: `val ${corner}` });
  return element('a:prstGeom', { prst: form }, element('a:avLst', {}, given));
}

function fillOf(fill: Fill | undefined, opacity: number, { palette }: Drawing): string {
  const colour = fill === undefined ? undefined : colourOf(fill.ink, palette);
  if (fill === undefined || colour === undefined) return '<a:noFill/>';
  return solid(colour, (fill.opacity ?? 1) * opacity);
}

function lineOf(stroke: Stroke | undefined, opacity: number, { palette, scale }: Drawing): string {
  const colour = stroke === undefined ? undefined : colourOf(stroke.ink, palette);
  if (stroke === undefined || colour === undefined) return '<a:ln><a:noFill/></a:ln>';
  const { width, dash } = stroke;
  const isDotted = dash !== undefined && dash[0] < 1;
  const dashed =
    dash === undefined
      ? ''
      : element('a:prstDash', { val: isDotted ? 'sysDot' : dash[0] > 3 ? 'dash' : 'sysDash' });
  const given = {
    w: Math.round(width * scale * emuPerPoint),
    cap: dash === undefined || isDotted ? 'rnd' : 'flat',
  };
  return element('a:ln', given, `${solid(colour, (stroke.opacity ?? 1) * opacity)}${dashed}<a:round/>`);
}

function solid(colour: string, opacity: number): string {
  const alpha = opacity >= 1 ? '' : element('a:alpha', { val: Math.round(opacity * 100_000) });
  return element('a:solidFill', {}, element('a:srgbClr', { val: colour.slice(1).toUpperCase() }, alpha));
}

/** Whole numbers: DrawingML knows no others. */
type EmuRect = Rect;

/** From px of the canvas. */
function placed({ x, y, w, h }: Rect, { place, view, scale }: Drawing): EmuRect {
  return emuRect({
    x: place.x + (x - view.x) * scale,
    y: place.y + (y - view.y) * scale,
    w: w * scale,
    h: h * scale,
  });
}

/** From points. */
function emuRect({ x, y, w, h }: Rect): EmuRect {
  const emu = (value: number): number => Math.round(value * emuPerPoint);
  return { x: emu(x), y: emu(y), w: Math.max(0, emu(w)), h: Math.max(0, emu(h)) };
}

function xfrm({ x, y, w, h }: EmuRect, flips: Parameters<typeof attributes>[0] = {}): string {
  return element('a:xfrm', flips, element('a:off', { x, y }) + element('a:ext', { cx: w, cy: h }));
}

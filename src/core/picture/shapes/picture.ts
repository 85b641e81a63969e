/** What stands beside the model: frames, images, plain lines, and the numbers of call-outs. */
import type { PictureShape } from '../../catalog/kind';
import { propWhere } from '../../catalog/propWhere';
import { lineOnCanvas, type LineShape } from '../../drawing/plainLines';
import { longestPiece } from '../../layout/polyline';
import { known } from '../../model/value';
import { valuesOf } from '../../model/queries';
import { keptImage } from '../../../lib/imageData';
import type { Point, Rect } from '../../../lib/rect';
import { paragraphLines, textAt, widthOf } from '../lines';
import type { Layer, Part, Segment } from '../picture';
import { drawContainer } from './container';
import type { Drawer } from './drawing';
import { drawPlain } from './plain';

/** Where each is painted: numbers over everything, images and lines between arrows and resources. */
export const layerOfPicture: Readonly<Record<PictureShape['draws'], Layer>> = {
  frame: 'containers',
  image: 'images',
  line: 'plain-lines',
  number: 'numbers',
};

export const drawPictureShape: Drawer = (standing, drawing) => {
  const { shape } = drawing.catalog.kind(standing.resource.kind);
  if (shape.as !== 'picture') return [];
  switch (shape.draws) {
    case 'frame':
      return drawContainer(standing, drawing);
    case 'image':
      return drawImage(standing, drawing);
    case 'line':
      return drawLine(shape, standing, drawing);
    case 'number':
      return drawNumber(standing, drawing);
  }
};

/** Whole and undistorted in the middle of its box; a box with its name where there is no image that can be shown. */
const drawImage: Drawer = (standing, drawing) => {
  const { resource, x, y, w, h } = standing;
  const value = known(valuesOf(resource)[propWhere(drawing.catalog, resource.kind, 'art')]);
  const image = typeof value === 'string' ? value : '';
  const header = keptImage(image);
  if (typeof header === 'string') return drawPlain(standing, drawing);
  const scale = Math.min(w / header.w, h / header.h);
  const size = { w: header.w * scale, h: header.h * scale };
  return [
    {
      draw: 'raster',
      type: `image/${header.type}`,
      base64: image.slice(image.indexOf(',') + 1),
      x: x + (w - size.w) / 2,
      y: y + (h - size.h) / 2,
      ...size,
    },
  ];
};

const label = { size: 12, ink: 'text' } as const;
const labelRoom = 150;
const labelLine = 15;
const stroke = { ink: 'text', width: 1.67 } as const;

function drawLine(shape: LineShape, ...[standing, { catalog }]: Parameters<Drawer>): readonly Part[] {
  const { resource } = standing;
  const values = valuesOf(resource);
  const { heads, dashed } = shape.line(values);
  const points = lineOnCanvas(shape, standing);
  const ends = [
    ...(heads.start ? [openHead(points[1], points[0])] : []),
    ...(heads.end ? [openHead(points.at(-2), points.at(-1))] : []),
  ];
  const text = known(values[propWhere(catalog, resource.kind, 'text')]);
  return [
    { draw: 'line', points, corner: 0, stroke: { ...stroke, ...(dashed ? { dash: [6, 5] } : {}) } },
    ...ends.map((segments): Part => ({ draw: 'outline', segments, stroke })),
    ...(typeof text === 'string' && text.trim() !== '' ? labelAt(longestPiece(points).middle, text) : []),
  ];
}

/** The wings of an open arrowhead: how long, in px, and how far apart, in radians. */
const wing = 9;
const spread = 0.45;

function openHead(from: Point | undefined, to: Point | undefined): readonly Segment[] {
  if (from === undefined || to === undefined) return [];
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = (turn: number): readonly [number, number] => [
    to.x - wing * Math.cos(angle + turn),
    to.y - wing * Math.sin(angle + turn),
  ];
  return [
    ['M', ...end(spread)],
    ['L', to.x, to.y],
    ['L', ...end(-spread)],
  ];
}

/** Over the line, on the ground of the canvas. */
function labelAt(middle: Point, text: string): Part[] {
  const lines = paragraphLines(text, labelRoom, 4, label);
  const w = Math.max(...lines.map((line) => widthOf(line, label))) + 10;
  const h = lines.length * labelLine + 2;
  const ground: Rect = { x: middle.x - w / 2, y: middle.y - h / 2, w, h };
  return [
    { draw: 'box', ...ground, radius: 3, fill: { ink: 'canvas' } },
    ...lines.map((line, index) =>
      textAt(line, middle.x, ground.y + 1 + (index + 0.5) * labelLine, label, 'middle'),
    ),
  ];
}

/** A black disc with a bold white number, as AWS's deck has them; ringed, so that it stands out on a dark ground. */
const drawNumber: Drawer = (standing, { looks }) => {
  const { resource, x, y, w, h } = standing;
  const number = looks.look(resource.id).detail ?? '';
  const digits = { size: number.length > 2 ? 12 : 15, weight: 600, ink: '#ffffff' } as const;
  return [
    {
      draw: 'outline',
      segments: ellipse({ x, y, w, h }),
      fill: { ink: '#000000' },
      stroke: { ink: 'text', width: 1.5 },
    },
    ...(number === '' ? [] : [textAt(number, x + w / 2, y + h / 2, digits, 'middle')]),
  ];
};

/** The control points of a quarter of a circle stand so far along its tangents, in radii. */
const tangent = 0.5523;

function ellipse({ x, y, w, h }: Rect): readonly Segment[] {
  const [rx, ry] = [w / 2, h / 2];
  const [cx, cy] = [x + rx, y + ry];
  const [tx, ty] = [rx * tangent, ry * tangent];
  return [
    ['M', cx, y],
    ['C', cx + tx, y, x + w, cy - ty, x + w, cy],
    ['C', x + w, cy + ty, cx + tx, y + h, cx, y + h],
    ['C', cx - tx, y + h, x, cy + ty, x, cy],
    ['C', x, cy - ty, cx - tx, y, cx, y],
    ['Z'],
  ];
}

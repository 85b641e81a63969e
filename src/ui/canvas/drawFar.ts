/** Draws resources and arrows as pixels: artwork and names as far as they can be read, and of what is smaller a summary. */
import type { LensView } from '../../core/lenses/lens';
import type { ResourceId } from '../../core/model/document';
import type { Arrows } from '../../core/drawing/arrows';
import type { Editor } from '../../editor/editor';
import type { FlowVerdict } from '../../core/network/flowVerdict';
import { summarisedBelow } from '../../editor/levelOfDetail';
import type { CanvasNode } from '../../editor/projection';
import type { Region } from '../../editor/region';
import type { Point } from '../../lib/rect';
import { artwork } from './artwork';
import { drawFarPicture, type Paper } from './drawFarPicture';
import { drawSummaries } from './drawSummaries';

export interface FarPicture {
  /** Containers before what stands in them. */
  readonly nodes: readonly CanvasNode[];
  readonly arrows: Pick<Arrows, 'flows' | 'references'>;
  readonly region: Region;
  /** How much stands in each of the innermost containers. */
  readonly contents: ReadonlyMap<ResourceId, number>;
  readonly colours: FarColours;
  /** What does not matter to it is faded. */
  readonly lens: LensView | null;
  /** By how much each is being dragged. */
  readonly shiftOf?: (id: ResourceId) => Point;
}

export interface FarColours {
  readonly canvas: string;
  readonly text: string;
  readonly ink: string;
  readonly plate: string;
  readonly verdicts: Readonly<Record<FlowVerdict, string>>;
}

/** Below this zoom names are too small to read and are left out. */
const namesFrom = 0.45;
/** Below this zoom the artwork is a few px and a plain square says as much. */
const artFrom = 0.12;
/** In px of the screen, however far away one is. */
const thinnest = 1;

/** How much is left of what does not matter to the lens. */
const faded = 0.25;

/** `again` is called when artwork has come that is not there yet. */
export function drawFar(
  editor: Editor,
  element: HTMLCanvasElement,
  picture: FarPicture,
  again: () => void,
): void {
  const { nodes, region, contents, colours, lens } = picture;
  const { rect, zoom } = region;
  const scale = zoom * window.devicePixelRatio;
  // Measured: a canvas that can be drawn on is copied for each frame, which takes 2 ms; one that shows a bitmap is not.
  const paper = new OffscreenCanvas(Math.ceil(rect.w * scale), Math.ceil(rect.h * scale));
  const context = paper.getContext('2d');
  if (context === null) return;
  context.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale);
  const isSummary = zoom < summarisedBelow;
  const shiftOf = picture.shiftOf ?? (() => still);
  const strengthOf = (id: ResourceId): number => (lens === null || lens.marks.has(id) ? 1 : faded);

  for (const { id, type, position, width, height, data } of nodes) {
    if (type !== 'container') continue;
    const by = shiftOf(id);
    const [x, y] = [position.x + by.x, position.y + by.y];
    const { shape } = editor.catalog.kind(data.resource.kind);
    const edge = data.look.colour ?? (shape.as === 'container' ? shape.border.colour : colours.ink);
    context.fillStyle = edge;
    context.globalAlpha = strengthOf(id) * (isSummary && contents.has(id) ? 0.16 : 0.025);
    context.fillRect(x, y, width, height);
    context.globalAlpha = strengthOf(id);
    context.strokeStyle = edge;
    context.lineWidth = Math.max(1.5, thinnest / zoom);
    context.strokeRect(x, y, width, height);
  }
  context.globalAlpha = 1;

  drawLines(context, picture);

  context.font = '12px Arial, "Liberation Sans", "Noto Sans JP", sans-serif';
  context.textAlign = 'center';
  const pen = { context, thinnest: thinnest / zoom, colours };
  for (const { id, type, position, width, height, data } of nodes) {
    const { parentId } = data.resource;
    if (type === 'container' || (isSummary && parentId !== null && contents.has(parentId))) continue;
    context.globalAlpha = strengthOf(id);
    const by = shiftOf(id);
    const [x, y] = [position.x + by.x, position.y + by.y];
    const { shape } = editor.catalog.kind(data.resource.kind);
    if (shape.as === 'picture') {
      drawFarPicture(pen, shape, { width, height, data }, { x, y });
      if (zoom < namesFrom || shape.draws !== 'frame') continue;
      context.fillStyle = colours.text;
      context.textAlign = 'left';
      context.fillText(data.resource.name, x + 8, y + 16, width - 16);
      context.textAlign = 'center';
      continue;
    }
    if (type === 'note') {
      context.strokeStyle = colours.ink;
      context.lineWidth = thinnest / zoom;
      context.strokeRect(x, y, width, height);
      continue;
    }
    const left = x + width / 2 - 24;
    const icon = data.look.icon ?? editor.catalog.kind(data.resource.kind).icon;
    const art = icon === null || zoom < artFrom ? undefined : artwork(icon, again);
    if (art === undefined) {
      const side = Math.max(40, 4 / zoom);
      context.fillStyle = colours.ink;
      context.fillRect(left + 24 - side / 2, y + 24 - side / 2, side, side);
    } else {
      context.fillStyle = colours.plate;
      if (colours.plate !== 'transparent') context.fillRect(left, y, 48, 48);
      context.drawImage(art, left, y, 48, 48);
    }
    if (zoom >= namesFrom) {
      context.fillStyle = colours.text;
      context.fillText(data.resource.name, x + width / 2, y + 63, 112);
    }
  }

  context.globalAlpha = 1;

  if (isSummary) drawSummaries(context, picture, zoom, shiftOf);
  element.width = paper.width;
  element.height = paper.height;
  element.getContext('bitmaprenderer')?.transferFromImageBitmap(paper.transferToImageBitmap());
}

const still: Point = { x: 0, y: 0 };

/** Thin and quiet: one line is a verdict, a hundred are a bundle of them. */
function drawLines(context: Paper, { arrows, region, colours, lens }: FarPicture): void {
  const { zoom } = region;
  context.lineJoin = 'round';
  const draw = (lines: readonly (readonly Point[])[]): void => {
    context.beginPath();
    for (const points of lines)
      points.forEach(({ x, y }, index) => {
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
    context.stroke();
  };
  context.globalAlpha = lens === null ? 0.45 : faded;
  context.lineWidth = thinnest / zoom;
  context.strokeStyle = colours.ink;
  draw(arrows.references.map(({ points }) => points));
  for (const [verdict, colour] of Object.entries(colours.verdicts)) {
    const flows = arrows.flows.filter((arrow) => arrow.verdict === verdict);
    if (flows.length === 0) continue;
    context.strokeStyle = colour;
    draw(flows.flatMap(({ reached }) => reached));
    context.setLineDash([4 / zoom, 4 / zoom]);
    draw(flows.flatMap(({ beyond }) => beyond));
    context.setLineDash([]);
    const arm = 4 / zoom;
    draw(
      flows.flatMap(({ cross }) =>
        cross === null
          ? []
          : [
              [plus(cross, -arm, -arm), plus(cross, arm, arm)],
              [plus(cross, arm, -arm), plus(cross, -arm, arm)],
            ],
      ),
    );
  }
  context.globalAlpha = 1;
}

function plus({ x, y }: Point, dx: number, dy: number): Point {
  return { x: x + dx, y: y + dy };
}

/** Draws a picture as pixels: frames and lines as they are, an image as its box, a number as its disc. */
import type { Border, PictureShape } from '../../core/catalog/kind';
import { valuesOf } from '../../core/model/queries';
import { pointsOf } from '../../core/drawing/plainLines';
import type { CanvasNode } from '../../editor/projection';
import type { Point } from '../../lib/rect';
import type { FarColours } from './drawFar';

/** In canvas px. */
const dashes: Readonly<Record<Border['style'], number[]>> = { solid: [], dashed: [6, 5], dotted: [2, 4] };

/** What is drawn on, on the page or off it. */
export type Paper = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface FarPen {
  readonly context: Paper;
  /** In canvas px: what is thinner than that cannot be seen. */
  readonly thinnest: number;
  readonly colours: Pick<FarColours, 'text' | 'ink'>;
}

export function drawFarPicture(
  { context, thinnest, colours }: FarPen,
  shape: PictureShape,
  { width, height, data }: Pick<CanvasNode, 'width' | 'height' | 'data'>,
  { x, y }: Point,
): void {
  const { border } = data.look;
  context.lineWidth = Math.max(1.5, thinnest);
  switch (shape.draws) {
    case 'frame':
      context.strokeStyle =
        border === undefined ? colours.ink : border.colour === 'currentColor' ? colours.text : border.colour;
      context.setLineDash(dashes[border?.style ?? 'solid']);
      context.strokeRect(x, y, width, height);
      break;
    case 'image':
      context.strokeStyle = colours.ink;
      context.strokeRect(x, y, width, height);
      break;
    case 'number':
      context.fillStyle = colours.text;
      context.beginPath();
      context.arc(x + width / 2, y + height / 2, Math.min(width, height) / 2, 0, 2 * Math.PI);
      context.fill();
      break;
    case 'line': {
      const line = shape.line(valuesOf(data.resource));
      context.strokeStyle = colours.text;
      context.setLineDash(dashes[line.dashed ? 'dashed' : 'solid']);
      context.beginPath();
      for (const [index, point] of pointsOf(line, { w: width, h: height }).entries())
        if (index === 0) context.moveTo(x + point.x, y + point.y);
        else context.lineTo(x + point.x, y + point.y);
      context.stroke();
    }
  }
  context.setLineDash([]);
}

/** Each part of a picture on a sheet of a PDF file, as vectors. */
import { roundedPath } from '../../layout/polyline';
import { colourOf } from '../../picture/palettes';
import type { Fill, Icon, Palette, Part, Picture, Raster, Stroke } from '../../picture/picture';
import type { Artwork } from '../../picture/svg/artwork';
import type { Rect } from '../../../lib/rect';
import { iconShapes } from '../iconShapes';
import type { Images } from '../images';
import { withinView } from '../cropped';
import type { Lettering } from './lettering';
import type { Sheets } from './sheets';

export interface Painting {
  readonly sheets: Sheets;
  readonly lettering: Lettering;
  readonly palette: Palette;
  readonly artwork: Artwork;
  readonly images: Images;
}

/** The view of a picture in a rectangle of the sheet, and nothing beside it. */
export function paintPicture(picture: Picture, place: Rect, painting: Painting): void {
  const { sheets } = painting;
  const { view, groups } = withinView(picture);
  sheets.save();
  sheets.rect(place.x, place.y, place.w, place.h).clip();
  sheets
    .translate(place.x, place.y)
    .scale(place.w / view.w)
    .translate(-view.x, -view.y);
  for (const { parts, opacity = 1 } of groups) for (const part of parts) paintPart(part, opacity, painting);
  sheets.restore();
}

function paintPart(part: Part, opacity: number, painting: Painting): void {
  const { sheets, lettering, palette } = painting;
  switch (part.draw) {
    case 'box': {
      const { x, y, radius = 0 } = part;
      const [w, h] = [Math.max(0, part.w), Math.max(0, part.h)];
      const paint = painted(part.fill, part.stroke, opacity, painting);
      if (paint === undefined) return;
      const corner = Math.min(radius, w / 2, h / 2);
      if (corner > 0) sheets.roundedRect(x, y, w, h, corner);
      else sheets.rect(x, y, w, h);
      return paint();
    }
    case 'line': {
      const paint = painted(undefined, part.stroke, opacity, painting);
      const path = roundedPath(part.points, part.corner);
      if (paint === undefined || path === '') return;
      sheets.path(path);
      return paint();
    }
    case 'outline': {
      const paint = painted(part.fill, part.stroke, opacity, painting);
      if (paint === undefined) return;
      for (const segment of part.segments)
        switch (segment[0]) {
          case 'M':
            sheets.moveTo(segment[1], segment[2]);
            break;
          case 'L':
            sheets.lineTo(segment[1], segment[2]);
            break;
          case 'C': {
            const [, ...numbers] = segment;
            sheets.bezierCurveTo(...numbers);
            break;
          }
          case 'Z':
            sheets.closePath();
        }
      return paint();
    }
    case 'text': {
      const { text, at, anchor, size, weight, face, ink } = part;
      const colour = colourOf(ink, palette);
      if (colour !== undefined)
        lettering.put(text, at.x, at.y, { size, weight, face, anchor, colour, opacity });
      return;
    }
    case 'icon':
      return paintIcon(part, opacity, painting);
    case 'raster':
      return paintRaster(part, opacity, painting);
  }
}

/** Sets the colours; what it gives back paints the path that was made since. Undefined where there is nothing to paint. */
function painted(
  fill: Fill | undefined,
  stroke: Stroke | undefined,
  opacity: number,
  { sheets, palette }: Painting,
): (() => void) | undefined {
  const filled = fill === undefined ? undefined : colourOf(fill.ink, palette);
  const stroked = stroke === undefined ? undefined : colourOf(stroke.ink, palette);
  if (fill !== undefined && filled !== undefined) sheets.fillColor(filled, (fill.opacity ?? 1) * opacity);
  if (stroke !== undefined && stroked !== undefined) {
    const { width, dash } = stroke;
    sheets
      .strokeColor(stroked, (stroke.opacity ?? 1) * opacity)
      .lineWidth(width)
      .lineJoin('round');
    sheets.lineCap(dash === undefined || dash[0] < 1 ? 'round' : 'butt');
    if (dash === undefined) sheets.undash();
    else sheets.dash(dash[0], { space: dash[1] });
  }
  if (filled !== undefined && stroked !== undefined) return () => void sheets.fillAndStroke();
  if (filled !== undefined) return () => void sheets.fill();
  return stroked === undefined ? undefined : () => void sheets.stroke();
}

/** As the icon pack has it; each icon is in the file once. */
function paintIcon({ icon, x, y, w, h }: Icon, opacity: number, { sheets, artwork }: Painting): void {
  const svg = artwork.get(icon);
  const read = svg === undefined ? undefined : iconShapes(svg);
  if (read === undefined) return;
  const { width, height, shapes } = read;
  sheets.save();
  sheets.opacity(opacity);
  sheets.translate(x, y).scale(w / width, h / height);
  sheets.drawForm(icon, [width, height], () => {
    for (const { path, fill, rule, stroke, clip } of shapes) {
      sheets.save();
      if (clip !== undefined) sheets.path(clip).clip();
      if (fill !== undefined) sheets.fillColor(fill);
      if (stroke !== undefined) sheets.strokeColor(stroke.colour).lineWidth(stroke.width);
      sheets.path(path);
      const evenOdd = rule === 'evenodd' ? 'even-odd' : 'non-zero';
      if (fill !== undefined && stroke !== undefined) sheets.fillAndStroke(fill, stroke.colour, evenOdd);
      else if (fill !== undefined) sheets.fill(evenOdd);
      else if (stroke !== undefined) sheets.stroke();
      sheets.restore();
    }
  });
  sheets.restore();
}

function paintRaster(part: Raster, opacity: number, { sheets, images }: Painting): void {
  const { x, y, w, h, type, base64 } = part;
  const isKnown = type === 'image/png' || type === 'image/jpeg';
  const address = images.get(base64) ?? (isKnown ? `data:${type};base64,${base64}` : undefined);
  if (address === undefined) return;
  sheets.save();
  sheets.opacity(opacity);
  try {
    sheets.image(address, x, y, { width: w, height: h });
  } catch {
    // An image that is damaged behind its header is not shown, as a browser would not.
  }
  sheets.restore();
}

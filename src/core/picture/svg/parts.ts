/** Each part of a picture as an SVG element. */
import { roundedPath } from '../../layout/polyline';
import { isMeasured } from '../../../lib/arial';
import { colourOf } from '../palettes';
import type { Fill, Ink, Palette, Part, Segment, Stroke, Text } from '../picture';
import { element, short } from './xml';

/** How the colours are put down, and where icons are found. */
export interface Painting {
  readonly palette: Palette;
  /** The class by which a colour changes with the reader's theme; undefined where it does not. */
  readonly classOf: (property: 'fill' | 'stroke', ink: Ink) => string | undefined;
  /** The id of an icon in the file; undefined for one that the icon pack does not have. */
  readonly iconId: (icon: string) => string | undefined;
}

export function partElement(part: Part, painting: Painting): string {
  switch (part.draw) {
    case 'box': {
      const { x, y, w, h, radius } = part;
      const rx = radius === undefined ? undefined : Math.min(radius, w / 2, h / 2);
      return element('rect', {
        x,
        y,
        width: Math.max(0, w),
        height: Math.max(0, h),
        rx,
        ...painted(part.fill, part.stroke, painting),
      });
    }
    case 'line':
      return element('path', {
        d: roundedPath(part.points, part.corner),
        ...painted(undefined, part.stroke, painting),
      });
    case 'outline':
      return element('path', {
        d: part.segments.map(segmentText).join(''),
        ...painted(part.fill, part.stroke, painting),
      });
    case 'text':
      return textElement(part, painting);
    case 'icon': {
      const { x, y, w, h } = part;
      const id = painting.iconId(part.icon);
      if (id === undefined) return '';
      // What the icon pack calls its files would show as a tip.
      const given = { href: `#${id}`, x, y, width: w, height: h, 'pointer-events': 'none' };
      return element('use', given);
    }
    case 'raster': {
      const { x, y, w, h, type, base64 } = part;
      const href = `data:${type};base64,${base64.replace(/[^\w+/=]/g, '')}`;
      return element('image', { href, x, y, width: w, height: h, preserveAspectRatio: 'none' });
    }
  }
}

function textElement(part: Text, painting: Painting): string {
  const { text, at, anchor, size, weight, face, ink, width } = part;
  const given = {
    x: at.x,
    y: at.y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    'font-family': face === 'mono' ? monoFamily : undefined,
    // Where the fonts are not there, those in their place may be wider: the text keeps to its room all the same.
    ...(isMeasured(text) ? { textLength: short(width), lengthAdjust: 'spacingAndGlyphs' } : {}),
    ...painted({ ink }, undefined, painting),
  };
  return element('text', given, escapedText(text));
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const sansFamily =
  "Arial, 'Liberation Sans', Helvetica, 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif";
const monoFamily = "'Liberation Mono', Menlo, Consolas, 'Courier New', monospace";

function painted(
  fill: Fill | undefined,
  stroke: Stroke | undefined,
  { palette, classOf }: Painting,
): Readonly<Record<string, string | number | undefined>> {
  const classes = [
    fill === undefined ? undefined : classOf('fill', fill.ink),
    stroke === undefined ? undefined : classOf('stroke', stroke.ink),
  ].filter((each) => each !== undefined);
  const dash = stroke?.dash;
  return {
    class: classes.length === 0 ? undefined : classes.join(' '),
    fill: (fill === undefined ? undefined : colourOf(fill.ink, palette)) ?? 'none',
    'fill-opacity': fill?.opacity,
    ...(stroke === undefined
      ? {}
      : {
          stroke: colourOf(stroke.ink, palette) ?? 'none',
          'stroke-width': stroke.width,
          'stroke-opacity': stroke.opacity,
          'stroke-dasharray': dash === undefined ? undefined : dash.map(short).join(' '),
          'stroke-linecap': dash === undefined || dash[0] < 1 ? 'round' : undefined,
          'stroke-linejoin': 'round',
        }),
  };
}

function segmentText(segment: Segment): string {
  const [letter, ...numbers] = segment;
  return `${letter}${numbers.map(short).join(' ')}`;
}

/**
 * An icon of the icon pack as the paths that it is made of, for what paints by itself. The pack's files are paths in groups,
 * some of them clipped, and nothing else (a test reads all of them): whatever has more in it is not read, and not painted
 * wrongly.
 */

export interface IconShapes {
  /** As its `viewBox` has them. */
  readonly width: number;
  readonly height: number;
  /** In the order in which they are painted. */
  readonly shapes: readonly IconShape[];
}

export interface IconShape {
  /** As in SVG. */
  readonly path: string;
  /** Undefined where it is not filled. */
  readonly fill: string | undefined;
  readonly rule: 'nonzero' | 'evenodd';
  readonly stroke?: { readonly colour: string; readonly width: number };
  /** The path outside of which nothing of it is seen. */
  readonly clip?: string;
}

/** Undefined for what is no such file. */
export function iconShapes(svg: string): IconShapes | undefined {
  const clips = clipsIn(svg);
  const shapes: IconShape[] = [];
  const open: Attributes[] = [];
  let size: readonly [number, number] | undefined;
  const painted = svg
    .replaceAll(/<defs>[\s\S]*?<\/defs>/g, '')
    .replaceAll(/<title>[^<]*<\/title>/g, '')
    .replaceAll(/<clipPath[\s\S]*?<\/clipPath>/g, '');
  for (const [, end, name = '', given = ''] of painted.matchAll(/<(\/?)([\w:-]+)((?:\s[^<>]*)?)>/g)) {
    if (end === '/') {
      open.pop();
      continue;
    }
    const own = attributesIn(given);
    const all = { ...open.at(-1), ...own };
    if (Object.keys(own).some((attribute) => !known.has(attribute))) return undefined;
    if (name === 'svg') {
      const [x, y, width, height] = (own['viewBox'] ?? '').split(' ').map(Number);
      if (x !== 0 || y !== 0 || width === undefined || height === undefined) return undefined;
      size = [width, height];
    } else if (name === 'path') {
      const shape = shapeOf(all, clips);
      if (shape === undefined) return undefined;
      shapes.push(shape);
    } else if (name !== 'g') return undefined;
    if (!given.endsWith('/')) open.push(all);
  }
  return size === undefined ? undefined : { width: size[0], height: size[1], shapes };
}

type Attributes = Readonly<Record<string, string>>;

const known = new Set([
  'xmlns',
  'viewBox',
  'd',
  'fill',
  'fill-rule',
  'clip-rule',
  'clip-path',
  'stroke',
  'stroke-width',
]);

function attributesIn(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function clipsIn(svg: string): ReadonlyMap<string, string> {
  const found = svg.matchAll(/<clipPath id="([^"]+)"><path ([^<>]*)\/><\/clipPath>/g);
  return new Map(
    Array.from(found, ([, id = '', given = '']) => [`url(#${id})`, attributesIn(given)['d'] ?? '']),
  );
}

function shapeOf(given: Attributes, clips: ReadonlyMap<string, string>): IconShape | undefined {
  const path = given['d'];
  const colour = given['stroke'];
  const clipped = given['clip-path'];
  const clip = clipped === undefined ? undefined : clips.get(clipped);
  if (path === undefined || (clipped !== undefined && clip === undefined)) return undefined;
  const fill = given['fill'] ?? '#000';
  return {
    path,
    fill: fill === 'none' ? undefined : fill,
    rule: given['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero',
    ...(colour === undefined ? {} : { stroke: { colour, width: Number(given['stroke-width'] ?? 1) } }),
    ...(clip === undefined ? {} : { clip }),
  };
}

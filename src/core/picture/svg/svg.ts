/**
 * A picture as an SVG file that stands by itself: every word is text, nothing is loaded from elsewhere, no script runs. The
 * icons are embedded as the icon pack has them, each once.
 */
import { crc32 } from '../../../lib/checksum';
import { colourOf, palettes } from '../palettes';
import type { Group, Ink, Part, Picture, Theme } from '../picture';
import { artworkOf, type Artwork } from './artwork';
import { motionOf } from './motion';
import { partElement, sansFamily, type Painting } from './parts';
import { attributes, element, escaped } from './xml';

export interface SvgOptions {
  /** `auto`: light or dark, as the reader's system is. */
  readonly theme: Theme | 'auto';
  /** The icons of the picture by name, as `iconsIn` names them. */
  readonly artwork: Artwork;
  /** Dots move along the arrows, as far as their traffic gets. */
  readonly animated?: boolean;
  /** The diagram itself, as `embeddable` gives it. */
  readonly source?: string;
  /** Without the ground: it is put over something. */
  readonly isLayer?: boolean;
}

export function svgOf(
  picture: Picture,
  { theme, artwork, animated = false, source, isLayer = false }: SvgOptions,
): string {
  const { title, description, language, view, groups } = picture;
  // Ids are known in the whole page that an SVG is put into, which may hold several of ours.
  const prefix = `v${crc32(new TextEncoder().encode(JSON.stringify([title, description, view]))).toString(36)}`;
  const icons = artworkOf(iconsIn(picture), artwork, prefix);
  const palette = palettes[theme === 'dark' ? 'dark' : 'light'];
  const isAuto = theme === 'auto';
  const used = new Set<string>();
  const painting: Painting = {
    palette,
    classOf(property, ink) {
      if (!isAuto || !(ink in palette)) return undefined;
      const name = `${property === 'fill' ? 'f' : 's'}-${ink}`;
      used.add(name);
      return `${prefix}-${name}`;
    },
    iconId: (icon) => icons.ids.get(icon),
  };
  const ground: Part = { draw: 'box', ...view, fill: { ink: 'canvas' } };
  const drawn = [
    isLayer ? '' : partElement(ground, painting),
    ...groups.map((group) => groupElement(group, painting)),
  ];
  const motion = animated ? motionOf(picture, painting, prefix) : undefined;
  const styles = [isAuto ? darkStyle(used, prefix) : '', motion?.style ?? ''].join('');
  // The dots are behind the icons that they pass.
  const behind = groups.findIndex(
    ({ layer }) => layer === 'resources' || layer === 'labels' || layer === 'legend',
  );
  drawn.splice(behind < 0 ? drawn.length : behind + 1, 0, motion?.element ?? '');
  const lines = [
    `<svg${attributes({
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [view.x, view.y, view.w, view.h].join(' '),
      width: view.w,
      height: view.h,
      role: 'img',
      lang: language,
      'xml:lang': language,
      'aria-labelledby': `${prefix}-title`,
      'aria-describedby': `${prefix}-desc`,
      'font-family': sansFamily,
      'xml:space': 'preserve',
    })}>`,
    element('title', { id: `${prefix}-title` }, escaped(title)),
    element('desc', { id: `${prefix}-desc` }, escaped(description)),
    element('metadata', {}, `${icons.notice}${source === undefined ? '' : sourceElement(source)}`),
    ...(styles === '' ? [] : [`<style>${styles}</style>`]),
    ...(icons.definitions === '' ? [] : [`<defs>${icons.definitions}</defs>`]),
    ...drawn.filter((each) => each !== ''),
    '</svg>',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

/** The names of the icons that a picture needs, in the order in which they come first. */
export function iconsIn({ groups }: Picture): readonly string[] {
  const found = new Set<string>();
  for (const { parts } of groups) for (const part of parts) if (part.draw === 'icon') found.add(part.icon);
  return [...found];
}

function groupElement({ name, about, opacity, parts, layer }: Group, painting: Painting): string {
  const given = {
    'data-resource': about !== undefined && 'resource' in about ? about.resource : undefined,
    'data-flow': about !== undefined && 'flow' in about ? about.flow : undefined,
    'aria-hidden': name === undefined ? 'true' : undefined,
    role: name === undefined ? undefined : 'group',
    opacity,
    // A press or a pointer is meant for what is named.
    'pointer-events': layer === 'labels' ? 'none' : undefined,
  };
  const title = name === undefined ? '' : element('title', {}, escaped(name));
  return element('g', given, title + parts.map((part) => partElement(part, painting)).join(''));
}

/** Presentation attributes say how it looks in the light; a style sheet counts for more than they do. */
function darkStyle(used: ReadonlySet<string>, prefix: string): string {
  const rules = [...used].sort().map((name) => {
    const [property, ink] = [name.startsWith('f') ? 'fill' : 'stroke', name.slice(2)];
    // The names were made of inks of the palette.
    return `.${prefix}-${name}{${property}:${colourOf(ink as Ink, palettes.dark) ?? 'none'}}`;
  });
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

/** Read again by `diagramInPicture`. */
function sourceElement(source: string): string {
  return element('vpcanvas:diagram', { 'xmlns:vpcanvas': 'urn:vpcanvas' }, escaped(source));
}

/** Pictures of diagrams in tests, as files with the icon pack's own icons. */
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { catalog } from '../aws';
import type { Document } from '../core/model/document';
import { drawPicture, type PictureOptions } from '../core/picture/drawPicture';
import type { Picture } from '../core/picture/picture';
import { iconsIn, svgOf, type SvgOptions } from '../core/picture/svg/svg';
import { contextOf } from '../core/rules/context';

export function pictureOf(document: Document, options: Partial<PictureOptions> = {}): Picture {
  const { traces } = contextOf(catalog, document);
  return drawPicture(catalog, document, traces, { language: 'en', ...options });
}

export function svgFile(picture: Picture, options: Partial<SvgOptions> = {}): string {
  return svgOf(picture, { theme: 'light', artwork: artworkOf(picture), ...options });
}

export function artworkOf(picture: Picture): ReadonlyMap<string, string> {
  return new Map(
    iconsIn(picture).map((icon) => [icon, readFileSync(`node_modules/aws-icons/icons/${icon}.svg`, 'utf8')]),
  );
}

/** Throws for what is no well-formed XML, or no SVG. */
export function readStrictly(svg: string): void {
  void new Resvg(svg, { font: { loadSystemFonts: false } }).width;
}

/** The names of all elements of an SVG file, each once. */
export function elementsOf(svg: string): ReadonlySet<string> {
  return new Set([...svg.matchAll(/<([\w:.-]+)/g)].map(([, name = '']) => name));
}

/** The texts that are seen, in the order in which they are painted. */
export function textsIn({ groups }: Picture): readonly string[] {
  return groups.flatMap(({ parts }) => parts.flatMap((part) => (part.draw === 'text' ? [part.text] : [])));
}

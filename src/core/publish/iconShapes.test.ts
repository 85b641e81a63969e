import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { iconShapes, type IconShapes } from './iconShapes';

const folder = 'node_modules/aws-icons/icons';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.svg'),
);

test('every icon of the pack is read, and looks the same painted from what was read', () => {
  expect(files.length).toBeGreaterThan(800);
  const different = files.filter((file) => {
    const svg = readFileSync(`${folder}/${file}`, 'utf8');
    const read = iconShapes(svg);
    return read === undefined || farthest(pixelsOf(svgOf(read)), pixelsOf(svg)) > 1;
  });

  expect(different).toEqual([]);
});

test('what is not made of paths is not read', () => {
  expect(iconShapes('<svg viewBox="0 0 8 8"><circle r="4"/></svg>')).toBeUndefined();
  expect(iconShapes('<svg viewBox="0 0 8 8"><path transform="scale(2)" d="M0 0h8z"/></svg>')).toBeUndefined();
  expect(iconShapes('no picture')).toBeUndefined();
});

function svgOf({ width, height, shapes }: IconShapes): string {
  const paths = shapes.map(({ path, fill, rule, stroke, clip }, index) => {
    const clipped = clip === undefined ? '' : `<clipPath id="c${index}"><path d="${clip}"/></clipPath>`;
    const painted = `<path d="${path}" fill="${fill ?? 'none'}" fill-rule="${rule}" stroke="${stroke?.colour ?? 'none'}" stroke-width="${stroke?.width ?? 0}"/>`;
    return clip === undefined ? painted : `${clipped}<g clip-path="url(#c${index})">${painted}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`;
}

/** Of 255: what is clipped as a group and what is clipped path by path differ by 1 where it is half transparent. */
function farthest(one: Buffer, other: Buffer): number {
  return one.reduce((most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? 999))), 0);
}

function pixelsOf(svg: string): Buffer {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}

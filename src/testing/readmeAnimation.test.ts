/** The animation at the top of the README is the last scene of the three paths: `UPDATE=1 npx vitest run src/testing/readme`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { listPrices } from '../core/cost/prices';
import { pagesOf } from '../core/publish/pages';
import { gallery } from './gallery';
import { documentOf } from './gallery/example';
import { elementsOf, readStrictly, svgFile } from './pictures';

const example = gallery.find(({ id }) => id === 'three-paths');
if (example === undefined) throw new Error('expected the three paths');
const pages = pagesOf(catalog, documentOf(catalog, example), {
  language: 'en',
  prices: listPrices,
  pages: 'scenes',
});
const picture = (pages.at(-1) ?? pages[0]).picture;

test.each(['light', 'dark'] as const)('the README shows the three paths as they are (%s)', (theme) => {
  const path = `examples/three-paths/three-paths-${theme}.svg`;
  const svg = svgFile(picture, { theme, animated: true });

  if (process.env['UPDATE'] === '1') writeFileSync(path, svg);

  expect(readFileSync(path, 'utf8')).toBe(svg);
  expect(readFileSync('README.md', 'utf8')).toContain(path);
  readStrictly(svg);
  // One dot on each of the three paths. GitHub shows no picture that has scripts, or loads anything.
  expect(svg.match(/<animateMotion/g)).toHaveLength(3);
  expect([...elementsOf(svg)].filter((name) => /script|foreignObject|^image$/i.test(name))).toEqual([]);
});

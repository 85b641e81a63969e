import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '../core/picture/palettes';
import type { PlayerPage } from '../core/publish/player/content';
import { between, framed } from './camera';
import { moved, pageOf } from './progress';

const page = (moments: number): PlayerPage => ({
  title: { en: '', ja: '' },
  text: { en: [], ja: [] },
  view: { x: 0, y: 0, w: 1, h: 1 },
  hasDots: false,
  lens: null,
  question: null,
  moments: Array.from({ length: moments }, () => ({
    drawing: 0,
    flows: [],
    highlighted: [],
    hiddenBlocks: [],
    isAsking: false,
    packet: null,
    journey: 0,
  })),
});
const pages = [page(2), page(3)];
const start = { page: 0, moment: 0, guess: null };

test('next leads through the moments of a page before it leads to the next page', () => {
  const second = moved(pages, start, 'next');

  expect(second).toMatchObject({ page: 0, moment: 1 });
  expect(moved(pages, second, 'next')).toMatchObject({ page: 1, moment: 0 });
});

test('back is where the page before was left', () => {
  expect(moved(pages, { page: 1, moment: 0, guess: 'blocked' }, 'previous')).toEqual({
    page: 0,
    moment: 1,
    guess: null,
  });
});

test('at either end, and for a number that no page has, nothing moves', () => {
  const end = { page: 1, moment: 2, guess: null };

  expect(moved(pages, start, 'previous')).toBe(start);
  expect(moved(pages, end, 'next')).toBe(end);
  expect(moved(pages, start, { number: 3 })).toBe(start);
});

test.each([
  ['#2', 1],
  ['#3', 0],
  ['#0', 0],
  ['#2x', 0],
  ['', 0],
])('the address %j opens the page with the index %d', (hash, index) => {
  expect(pageOf(hash, pages)).toBe(index);
});

test('the view has the form of the screen, with all that is to be seen in its middle', () => {
  const view = framed({ x: 100, y: 100, w: 1000, h: 100 }, { w: 800, h: 600 });

  expect(view.w / view.h).toBeCloseTo(800 / 600);
  expect(view.x).toBeLessThan(100);
  expect(view.y + view.h / 2).toBeCloseTo(150);
});

test('halfway between two views is neither', () => {
  const [from, to] = [
    { x: 0, y: 0, w: 100, h: 50 },
    { x: 200, y: 0, w: 400, h: 200 },
  ];

  expect(between(from, to, 0)).toBe(from);
  expect(between(from, to, 1)).toBe(to);
  expect(between(from, to, 0.5)).toMatchObject({ w: 200, h: 100 });
});

test.each(['light', 'dark'] as const)(
  'the colours of the canvas are those of every picture (%s)',
  (theme) => {
    const css = readFileSync('src/player/player.css', 'utf8');
    const block = css
      .slice(css.indexOf(theme === 'dark' ? ":root[data-theme='dark']" : ':root {'))
      .split('}')[0];

    for (const [ink, colour] of Object.entries(palettes[theme]))
      expect(block).toContain(`--${ink}: ${colour ?? 'none'};`);
    for (const ink of Object.keys(palettes[theme]))
      for (const property of ['fill', 'stroke'])
        expect(css).toContain(`.${property.charAt(0)}-${ink} {\n  ${property}: var(--${ink});`);
  },
);

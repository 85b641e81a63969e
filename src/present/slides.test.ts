import { expect, test } from 'vitest';
import type { Scene } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { slideAfter, slidesOf } from './slides';

const scene = (id: string, order: string): Scene => ({
  id,
  order,
  title: { en: id, ja: id },
  text: { en: '', ja: '' },
  camera: { x: 0, y: 0, w: 100, h: 100 },
  flows: {},
});

const slides = slidesOf({
  ...emptyDocument,
  scenes: new Map([
    ['last', scene('last', 'c')],
    ['first', scene('first', 'a')],
    ['middle', scene('middle', 'b')],
  ]),
});

test('slides come in the order of their keys', () => {
  expect(slides.map(({ id }) => id)).toEqual(['first', 'middle', 'last']);
});

test('moving past either end stays there', () => {
  expect(slideAfter(slides, 'last', 'next')).toBe('last');
  expect(slideAfter(slides, 'first', 'previous')).toBe('first');
  expect(slideAfter(slides, 'first', 'next')).toBe('middle');
});

test('a number leads to that slide, and nowhere when there is none', () => {
  expect(slideAfter(slides, 'first', { number: 3 })).toBe('last');
  expect(slideAfter(slides, 'middle', { number: 9 })).toBe('middle');
});

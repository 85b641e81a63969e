import { expect, test } from 'vitest';
import type { Scene } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { presentingKey, slideAfter, slidesOf } from './slides';

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

test('the keys of clickers, arrows and the space bar turn the slides', () => {
  const meaning = (key: string, shiftKey = false) => presentingKey({ key, shiftKey });

  expect(['PageDown', 'ArrowRight', 'ArrowDown', ' '].map((key) => meaning(key))).toEqual(
    Array(4).fill('next'),
  );
  expect(['PageUp', 'ArrowLeft', 'ArrowUp'].map((key) => meaning(key))).toEqual(Array(3).fill('previous'));
  expect(meaning(' ', true)).toBe('previous');
  expect(meaning('Escape')).toBe('leave');
  expect(meaning('x')).toBeUndefined();
});

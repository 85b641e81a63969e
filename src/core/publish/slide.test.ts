import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { drawn } from '../../testing/kindFacts';
import { pictureOf } from '../../testing/pictures';
import { box } from '../model/sketch';
import { markdownBlocks } from '../scenes/markdown';
import type { Page } from './pages';
import { slideOf, slideSize } from './slide';

const picture = pictureOf(drawn(catalog, box('vpc', 'Vpc')));

function page(view: { w: number; h: number }, text = '', title = 'Title'): Page {
  return {
    title,
    text: markdownBlocks(text),
    notes: [],
    isSlide: true,
    picture: { ...picture, view: { x: 0, y: 0, ...view } },
  };
}

test('a picture without text has the whole sheet, and is not distorted', () => {
  const { picture: place, scale } = slideOf(page({ w: 4000, h: 1600 }));

  expect(place.w).toBeCloseTo(slideSize.w - 72);
  expect(place.w / place.h).toBeCloseTo(2.5);
  expect(scale).toBeCloseTo(place.w / 4000);
});

test('a text is beside a picture that is high, and below one that is wide', () => {
  const high = slideOf(page({ w: 500, h: 800 }, 'Some words.'));
  const wide = slideOf(page({ w: 3000, h: 600 }, 'Some words.'));

  expect(high.text?.room.x).toBeGreaterThan(high.picture.x + high.picture.w);
  expect(wide.text?.room.y).toBeGreaterThan(wide.picture.y + wide.picture.h);
});

test('beside a narrow picture the text reaches the right margin, in large letters', () => {
  const { picture: place, text } = slideOf(
    page({ w: 300, h: 800 }, 'Some words that say what is shown. '.repeat(6)),
  );

  const right = (text?.room.x ?? 0) + (text?.room.w ?? 0);
  expect(right).toBeCloseTo(slideSize.w - 36);
  expect(text?.prose.size).toBeGreaterThanOrEqual(20);
  // As much is free at the left of the picture as between it and the text.
  const [before, between] = [place.x - 36, (text?.room.x ?? 0) - place.x - place.w - 24];
  expect(before).toBeCloseTo(between);
});

test('nothing is beyond the sheet, and a long text has smaller letters', () => {
  const few = slideOf(page({ w: 900, h: 700 }, 'Some words.'));
  const many = slideOf(page({ w: 900, h: 700 }, 'Some words of a longer text. '.repeat(40)));

  for (const { picture: place, text } of [few, many])
    for (const { x, y, w, h } of [place, text?.room ?? place]) {
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(x + w).toBeLessThanOrEqual(slideSize.w);
      expect(y + h).toBeLessThanOrEqual(slideSize.h);
    }
  expect(many.text?.prose.size).toBeLessThan(few.text?.prose.size ?? 0);
});

test('a long title is smaller or in two lines, and one that is too long is cut', () => {
  const title = 'A title of words that is longer than the sheet is wide '.repeat(10).trim();

  expect(slideOf(page({ w: 500, h: 500 }, '', title)).title.lines).toHaveLength(2);
  expect(slideOf(page({ w: 500, h: 500 }, '', title.slice(0, 80))).title.lines).toHaveLength(1);
});

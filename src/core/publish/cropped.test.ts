import { expect, test } from 'vitest';
import { overlaps } from '../../lib/rect';
import { boundsOf } from '../picture/bounds';
import type { Part, Picture } from '../picture/picture';
import { cutToView, withinView } from './cropped';

const view = { x: 0, y: 0, w: 100, h: 100 };
const stroke = { ink: 'text', width: 1 } as const;
const word = { draw: 'text', size: 10, weight: 400, face: 'sans', ink: 'text', anchor: 'start' } as const;

function picture(...parts: readonly Part[]): Picture {
  const groups = parts.map((part, index) => ({ id: `${index}`, layer: 'resources' as const, parts: [part] }));
  return { title: '', description: '', language: 'en', view, groups, journeys: [] };
}

function partsOf({ groups }: Picture): readonly Part[] {
  return groups.flatMap(({ parts }) => parts);
}

test('what is wholly outside is not there, and what is across the edge is', () => {
  const outside: Part = { draw: 'box', x: 200, y: 0, w: 50, h: 50, stroke };
  const across: Part = { draw: 'box', x: 80, y: 0, w: 50, h: 50, stroke };

  expect(partsOf(withinView(picture(outside, across)))).toEqual([across]);
});

test('a box across the edge is filled within the view, and has its border where that is seen', () => {
  const parts = partsOf(
    cutToView(picture({ draw: 'box', x: 50, y: 20, w: 100, h: 40, fill: { ink: 'surface' }, stroke })),
  );

  expect(parts).toEqual([
    { draw: 'box', x: 50, y: 20, w: 50, h: 40, fill: { ink: 'surface' } },
    {
      draw: 'line',
      points: [
        { x: 50, y: 20 },
        { x: 100, y: 20 },
      ],
      corner: 0,
      stroke,
    },
    {
      draw: 'line',
      points: [
        { x: 100, y: 60 },
        { x: 50, y: 60 },
        { x: 50, y: 20 },
      ],
      corner: 0,
      stroke,
    },
  ]);
});

test('a line is cut where it leaves the view, and goes on where it comes back', () => {
  const points = [
    { x: 10, y: 10 },
    { x: 150, y: 10 },
    { x: 150, y: 50 },
    { x: 20, y: 50 },
  ];

  const parts = partsOf(cutToView(picture({ draw: 'line', points, corner: 8, stroke })));

  expect(parts.map((part) => part.draw === 'line' && part.points)).toEqual([
    [
      { x: 10, y: 10 },
      { x: 100, y: 10 },
    ],
    [
      { x: 100, y: 50 },
      { x: 20, y: 50 },
    ],
  ]);
});

test('a text ends with an ellipsis at the edge, and an icon is whole or not there', () => {
  const parts = partsOf(
    cutToView(
      picture(
        { ...word, text: 'A long name of something', at: { x: 60, y: 50 }, width: 110 },
        { draw: 'icon', icon: 'a', x: 70, y: 0, w: 48, h: 48 },
        { draw: 'icon', icon: 'b', x: 80, y: 0, w: 48, h: 48 },
      ),
    ),
  );

  expect(parts).toHaveLength(2);
  expect(parts[0]).toMatchObject({ draw: 'text', text: expect.stringMatching(/^A.*…$/) });
  expect(parts[1]).toMatchObject({ icon: 'a' });
  for (const part of parts)
    expect(overlaps(boundsOf([{ id: '', layer: 'labels', parts: [part] }]) ?? view, view)).toBe(true);
});

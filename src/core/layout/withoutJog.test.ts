import { expect, test } from 'vitest';
import { withoutJog } from './withoutJog';

/** An icon with a name below it that is wider, as an end of lines. */
const icon = { x: 1000, y: 60, w: 56, h: 70, foot: { x: 980, w: 96 } };

/** From below, up at `x`, and aside to the middle of the icon right before it. */
const lineAt = (x: number) => [
  { x, y: 396 },
  { x, y: 142 },
  { x: 1028, y: 142 },
  { x: 1028, y: 130 },
];

test('a line from below ends anywhere under the name of an icon, which may be wider than the icon', () => {
  expect(withoutJog(lineAt(1003), icon)).toEqual([
    { x: 1003, y: 396 },
    { x: 1003, y: 130 },
  ]);
});

test('a jog stays where the end would be beside the name, or at its very corner', () => {
  expect(withoutJog(lineAt(970), icon)).toBeUndefined();
  expect(withoutJog(lineAt(983), icon)).toBeUndefined();
});

test('from above only the icon itself counts', () => {
  const fromAbove = [
    { x: 1003, y: -200 },
    { x: 1003, y: 48 },
    { x: 1028, y: 48 },
    { x: 1028, y: 60 },
  ];

  expect(withoutJog(fromAbove, icon)).toBeUndefined();
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { between, overlaps, type Point, type Rect } from '../../lib/rect';
import { validate } from '../rules/validate';
import { readDiagram } from '../store/diagramFile';
import { drawn, type Drawn } from './drawn';

function example(name: string): Drawn {
  const read = readDiagram(catalog, readFileSync(`examples/${name}/${name}.vpcanvas.json`, 'utf8'));
  if (!('document' in read)) throw new Error('the example cannot be read');
  const { document } = read;
  return drawn(catalog, document, validate(catalog, rules, document).traces);
}

/** The straight stretches of an arrow. */
function stretches(points: readonly Point[]): Rect[] {
  return points.slice(1).map((b, index) => {
    const { x, y, w, h } = between(points[index] ?? b, b);
    return { x, y, w: Math.max(0.1, w), h: Math.max(0.1, h) };
  });
}

test('in the first example the arrow to Systems Manager goes straight up from its endpoint', () => {
  const arrow = example('three-paths').flows.find(({ id }) => id === 'worker-ssm');

  expect(arrow?.pieces.at(-1)?.points).toHaveLength(2);
});

const examples = ['three-paths', 'no-nat', 'dynamodb-private', 'privatelink', 'private-dns'];

test.each(examples)('in %s no arrow runs through the words or the chips of a title, nor close by', (name) => {
  const { flows, titles, boxes } = example(name);
  const words = [...boxes.keys()].flatMap((id) => titles.of(id));

  for (const { id, pieces } of flows)
    for (const stretch of pieces.flatMap(({ points }) => stretches(points)))
      for (const { x, y, w, h } of words)
        expect(overlaps({ x: x - 5, y, w: w + 10, h }, stretch), id).toBe(false);
});

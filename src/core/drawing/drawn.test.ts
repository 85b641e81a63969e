import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { overlaps } from '../../lib/rect';
import { validate } from '../rules/validate';
import { readDiagram } from '../store/diagramFile';
import { drawn } from './drawn';

const threePaths = () => {
  const read = readDiagram(catalog, readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8'));
  if (!('document' in read)) throw new Error('the first example cannot be read');
  const { document } = read;
  return drawn(catalog, document, validate(catalog, rules, document).traces);
};

test('in the first example the arrow to Systems Manager goes straight up from its endpoint', () => {
  const arrow = threePaths().flows.find(({ id }) => id === 'worker-ssm');

  expect(arrow?.pieces.at(-1)?.points).toHaveLength(2);
});

test('in the first example no arrow runs through the words or the chips of a title', () => {
  const { flows, titles, boxes } = threePaths();
  const words = [...boxes.keys()].flatMap((id) => titles.of(id));

  for (const { id, pieces } of flows)
    for (const { points } of pieces)
      points.forEach((a, index) => {
        const b = points[index + 1] ?? a;
        const piece = {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          w: Math.max(0.1, Math.abs(a.x - b.x)),
          h: Math.max(0.1, Math.abs(a.y - b.y)),
        };
        for (const each of words) expect(overlaps(each, piece), id).toBe(false);
      });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, type Placed } from '../core/layout/fit';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor } from '../testing/testEditor';
import { startPlacing } from './place';

/** Two subnets one above the other, and an endpoint on the VPC's right border. */
const network = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'Upper', { cidr: '10.0.0.0/24' }, box('instance', 'Web')),
        box('subnet', 'Lower', { cidr: '10.0.1.0/24' }),
        box('gateway-endpoint', 'Endpoint'),
      ),
    ),
    {
      Vpc: [0, 0, 320, 420],
      Upper: [16, 48, 260, 160],
      Lower: [16, 224, 260, 160],
      Web: [82, 48],
      Endpoint: [320 - 48, 100],
    },
  );

describe('a container that grows for what is dropped into it', () => {
  test('pushes the one below it down, and the VPC grows to hold both', () => {
    const canvas = network();
    // So narrow that there is room only below.
    canvas.editor.store.commit('placeResources', { places: { Upper: { w: 128 }, Web: { x: 16 } } });
    const before = canvas.document;

    startPlacing(canvas.editor, 'instance');
    canvas.release({ x: canvas.box('Upper').x + 64, y: canvas.box('Upper').y + 60 });

    const [vpc, upper, lower] = [canvas.box('Vpc'), canvas.box('Upper'), canvas.box('Lower')];
    expect(upper.h).toBeGreaterThan(160);
    expect(overlaps(upper, lower)).toBe(false);
    expect(lower.y + lower.h).toBeLessThan(vpc.y + vpc.h);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
  });

  test('takes along what stands on the border that moves', () => {
    const canvas = network();

    canvas.drag(
      { x: canvas.box('Upper').x + 260, y: canvas.box('Upper').y + 80 },
      { x: 500, y: 130 },
      {},
      { part: 'handle', id: 'Upper', handle: 'e' },
    );

    const [vpc, endpoint] = [canvas.box('Vpc'), canvas.box('Endpoint')];
    expect(vpc.w).toBeGreaterThan(320);
    expect(endpoint.x + endpoint.w / 2).toBe(vpc.x + vpc.w);
  });

  test('or is made larger by hand pushes the one below it down', () => {
    const canvas = network();
    const corner = { x: canvas.box('Upper').x + 260, y: canvas.box('Upper').y + 160 };

    canvas.drag(
      corner,
      { x: corner.x, y: corner.y + 120 },
      {},
      { part: 'handle', id: 'Upper', handle: 'se' },
    );

    expect(canvas.box('Upper').h).toBe(280);
    expect(overlaps(canvas.box('Upper'), canvas.box('Lower'))).toBe(false);
    expect(canvas.box('Lower').x).toBe(16);
  });

  test('never covers a neighbour that was clear of it, however large it gets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 80, max: 900 }), (x, y) => {
        const canvas = network();
        const { catalog, store } = canvas.editor;
        const web = canvas.get('Web');
        const changes = growth(
          catalog,
          store.document,
          new Map<string, Placed>([
            [web.id, { x, y, w: web.w, h: web.h, kind: web.kind, parentId: 'Upper' }],
          ]),
        );

        store.commit('placeResources', { places: { Web: { x, y }, ...Object.fromEntries(changes) } });

        const [vpc, upper, lower] = [canvas.box('Vpc'), canvas.box('Upper'), canvas.box('Lower')];
        expect(overlaps(upper, lower)).toBe(false);
        for (const inner of [upper, lower]) {
          expect(inner.x + inner.w).toBeLessThanOrEqual(vpc.x + vpc.w);
          expect(inner.y + inner.h).toBeLessThanOrEqual(vpc.y + vpc.h);
        }
      }),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standsOnBorder } from '../core/layout/border';
import { call } from '../core/commands';
import type { Document } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { grown, overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { createBoxes } from '../core/drawing/boxes';
import { copySelection, pasteText } from './copying';
import { applyFix } from './fixes';
import { startPlacing } from './place';
import { viewOf } from './view';

const icons = ['One', 'Two', 'Three', 'Four'];
const held = ['A', 'C', 'Two', 'Other'];

/** Subnets side by side and icons close together, some of it locked. */
const network = (locked: readonly string[], at: readonly (readonly [number, number])[]): TestEditor => {
  const canvas = testEditor(
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24' }, ...icons.map((name) => box('instance', name))),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
          box('subnet', 'C', { cidr: '10.0.2.0/24' }),
          box('internet-gateway', 'Igw'),
        ),
        box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
      ),
    ),
    {
      Tokyo: [0, 0, 1500, 900],
      Vpc: [40, 80, 800, 700],
      A: [24, 60, 320, 260],
      B: [360, 60, 280, 200],
      C: [24, 400, 280, 200],
      Igw: [200, -24],
      Other: [900, 80, 400, 300],
      ...Object.fromEntries(icons.map((name, index) => [name, at[index] ?? [16, 40]])),
    },
  );
  canvas.editor.store.commit('setLocked', { ids: locked, locked: true });
  return canvas;
};

const anyNetwork = fc.record({
  locked: fc.subarray(held, { maxLength: 2 }),
  at: fc.array(fc.tuple(fc.integer({ min: 16, max: 200 }), fc.integer({ min: 40, max: 170 })), {
    minLength: icons.length,
    maxLength: icons.length,
  }),
});

const point = fc.record({ x: fc.integer({ min: 0, max: 1300 }), y: fc.integer({ min: 0, max: 900 }) });

/** What a person can put somewhere. */
const anyInsertion = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('instance', 'subnet', 'nat-gateway', 'vpc', 'aws-service'), at: point })
    .map(({ kind, at }) => (canvas: TestEditor): void => {
      startPlacing(canvas.editor, kind as 'instance');
      canvas.release(at);
    }),
  fc
    .record({ name: fc.constantFrom('One', 'B', 'Vpc'), at: point })
    .map(({ name, at }) => (canvas: TestEditor): void => {
      canvas.editor.session.setState({ selection: new Set([canvas.get(name).id]) });
      const text = copySelection(canvas.editor);
      viewOf(canvas.editor).pointer = at;
      pasteText(canvas.editor, text, false);
    }),
  fc.constantFrom('One', 'B', 'Vpc').map((name) => (canvas: TestEditor): void => {
    canvas.editor.session.setState({ selection: new Set([canvas.get(name).id]) });
    pasteText(canvas.editor, copySelection(canvas.editor), true);
  }),
  fc
    .record({ x: fc.integer({ min: 0, max: 260 }), y: fc.integer({ min: 0, max: 260 }) })
    .map(({ x, y }) => (canvas: TestEditor): void => {
      const command = {
        kind: 'nat-gateway',
        id: 'Nat',
        name: 'Nat',
        parentId: 'A',
        order: 'zz',
        x,
        y,
      } as const;
      applyFix(canvas.editor, { title: { en: 'Add', ja: '追加' }, commands: [call('addResource', command)] });
    }),
);

/** Those in one container that cover one another; what stands on a border does not count. */
function covered({ editor }: TestEditor, document: Document): Set<string> {
  const boxes = [...createBoxes(editor.catalog)(document).values()].filter(({ resource }) => {
    const parent = document.resources.get(resource.parentId ?? '')?.kind;
    return !standsOnBorder(editor.catalog, resource.kind, parent);
  });
  const pairs = new Set<string>();
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b && a.resource.parentId === b.resource.parentId && overlaps(a, b))
        pairs.add(`${a.resource.id} ${b.resource.id}`);
  return pairs;
}

test('what is put somewhere covers nothing, moves nothing that is locked, and is taken back by one undo', () => {
  fc.assert(
    fc.property(anyNetwork, anyInsertion, ({ locked, at }, insert) => {
      const canvas = network(locked, at);
      const before = canvas.document;
      const already = covered(canvas, before);

      insert(canvas);

      const after = canvas.document;
      for (const pair of covered(canvas, after)) {
        // What comes with a container stands in that as it did in the original.
        const isCopy = pair.split(' ').every((id) => {
          const parentId = after.resources.get(id)?.parentId ?? '';
          return after.resources.has(parentId) && !before.resources.has(parentId);
        });
        expect(isCopy || already.has(pair), pair).toBe(true);
      }
      for (const name of locked) {
        const { x, y, w, h } = before.resources.get(name) ?? { x: 0, y: 0, w: 0, h: 0 };
        expect(after.resources.get(name)).toMatchObject({ x, y, w, h });
      }
      if (after !== before) canvas.editor.store.undo();
      expect(canvas.document).toEqual(before);
    }),
    { numRuns: 200 },
  );
}, 20_000);

test('only what would be in the way moves: put back alone, it would be too near to something that is new, moved or larger', () => {
  fc.assert(
    fc.property(anyNetwork, anyInsertion, ({ locked, at }, insert) => {
      const canvas = network(locked, at);
      const then = createBoxes(canvas.editor.catalog)(canvas.document);

      insert(canvas);

      const now = viewOf(canvas.editor).boxes();
      const changed = [...now].filter(([id, rect]) => {
        const was = then.get(id);
        return was?.x !== rect.x || was.y !== rect.y || was.w !== rect.w || was.h !== rect.h;
      });
      for (const [id, rect] of changed) {
        const was = then.get(id);
        // A container that grows is not moved, and what stands in a moved one goes along with it.
        if (was === undefined || was.w !== rect.w || was.h !== rect.h) continue;
        const { parentId, kind } = rect.resource;
        if (changed.some(([other]) => other === parentId) && kind !== 'subnet' && kind !== 'vpc') continue;
        const isNear = changed.some(([other, place]) => other !== id && overlaps(grown(place, 17), was));
        expect(isNear, `${id} had to move`).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
}, 20_000);

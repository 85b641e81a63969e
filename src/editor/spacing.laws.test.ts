import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { standsOnBorder } from '../core/layout/border';
import type { Document } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { overlaps, type Rect } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { createBoxes } from '../core/drawing/boxes';
import { loadSpacing } from './loadedSpacing';
import { viewOf } from './view';

beforeAll(async () => {
  await loadSpacing();
});

const icons = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const subnets = ['A', 'B', 'C'];

/** Icons anywhere in three subnets of any size, on one another too; a collapsed VPC beside theirs. */
const anyNetwork = fc
  .record({
    icons: fc.array(fc.tuple(fc.integer({ min: 16, max: 300 }), fc.integer({ min: 40, max: 240 })), {
      minLength: icons.length,
      maxLength: icons.length,
    }),
    sizes: fc.array(fc.tuple(fc.integer({ min: 400, max: 460 }), fc.integer({ min: 340, max: 380 })), {
      minLength: 3,
      maxLength: 3,
    }),
    locked: fc.subarray([...icons, ...subnets, 'Igw', 'Other'], { maxLength: 2 }),
  })
  .map(({ icons: at, sizes, locked }) => (): TestEditor => {
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
            ...subnets.map((name, index) =>
              box(
                'subnet',
                name,
                {},
                ...icons.slice(2 * index, 2 * index + 2).map((each) => box('instance', each)),
              ),
            ),
            box('internet-gateway', 'Igw'),
            box('gateway-endpoint', 'East'),
          ),
          box('vpc', 'Other', { cidr: '10.1.0.0/16' }, box('subnet', 'Far')),
        ),
      ),
      {
        Tokyo: [0, 0, 2200, 1200],
        Vpc: [60, 80, 1060, 900],
        A: [24, 60, ...(sizes[0] ?? [400, 340])],
        B: [520, 70, ...(sizes[1] ?? [400, 340])],
        C: [60, 480, ...(sizes[2] ?? [400, 340])],
        Igw: [300, -24],
        East: [1060 - 48, 400],
        Other: [1200, 100, 600, 500],
        Far: [40, 60],
        ...Object.fromEntries(icons.map((name, index) => [name, at[index] ?? [16, 40]])),
      },
    );
    canvas.editor.store.commit('setLocked', { ids: locked, locked: true });
    return canvas;
  });

const anyDrag = fc.record({
  from: fc.record({ x: fc.integer({ min: -20, max: 1900 }), y: fc.integer({ min: -20, max: 1250 }) }),
  out: fc.integer({ min: 5, max: 60 }),
  to: fc.integer({ min: -400, max: 400 }),
  axis: fc.constantFrom('x', 'y'),
  way: fc.constantFrom(1, -1),
});

interface Drag {
  readonly from: { readonly x: number; readonly y: number };
  readonly out: number;
  readonly to: number;
  readonly axis: string;
  readonly way: number;
}

function drag(canvas: TestEditor, { from, out, to, axis, way }: Drag): void {
  canvas.run('tool-space');
  const at = (far: number) =>
    axis === 'x' ? { x: from.x + far, y: from.y } : { x: from.x, y: from.y + far };
  canvas.press(from);
  canvas.move(at(out * way));
  canvas.move(at(to));
}

/** Those that stand in the same container and cover one another; what stands on a border does not count. */
function covered({ editor }: TestEditor, document: Document): Set<string> {
  const boxes = [...createBoxes(editor.catalog)(document).values()];
  const pairs = new Set<string>();
  for (const a of boxes)
    for (const b of boxes) {
      const parent = document.resources.get(a.resource.parentId ?? '')?.kind;
      const isInside = [a, b].every(({ resource }) => !standsOnBorder(editor.catalog, resource.kind, parent));
      if (a !== b && a.resource.parentId === b.resource.parentId && isInside && overlaps(a, b))
        pairs.add(`${a.resource.id} ${b.resource.id}`);
    }
  return pairs;
}

test('making space covers nothing that was free, gives nothing another parent, keeps what is locked, and is taken back by one undo', () => {
  fc.assert(
    fc.property(anyNetwork, anyDrag, (network, given) => {
      const canvas = network();
      const before = canvas.document;
      const free = covered(canvas, before);
      drag(canvas, given);
      const shown = new Map(
        [...viewOf(canvas.editor).boxes()].map(([id, { x, y, w, h }]) => [id, { x, y, w, h }]),
      );

      canvas.release({
        x: given.from.x + (given.axis === 'x' ? given.to : 0),
        y: given.from.y + (given.axis === 'y' ? given.to : 0),
      });

      for (const pair of covered(canvas, canvas.document)) expect(free.has(pair), pair).toBe(true);
      for (const [id, resource] of canvas.document.resources) {
        const was = before.resources.get(id);
        expect(resource.parentId).toBe(was?.parentId);
        if (resource.locked !== true) continue;
        expect(resource).toMatchObject({ w: was?.w, h: was?.h });
        // On the page or in its container: towards the left and up the container's corner may go away from it.
        const stays = canvas.box(resource.name).x === placeOf(canvas, before, id).x;
        expect(stays || resource.x === was?.x, `${resource.name} stays`).toBe(true);
      }
      // What was shown is what is done.
      for (const [id, rect] of viewOf(canvas.editor).boxes())
        expect(shown.get(id)).toMatchObject(rectOf(rect));
      if (canvas.document !== before) canvas.editor.store.undo();
      expect(canvas.document).toEqual(before);
    }),
    { numRuns: 120 },
  );
}, 20_000);

test('two things on the same side of the line keep their distance; across it all distances change by the same', () => {
  fc.assert(
    fc.property(anyNetwork, anyDrag, (network, given) => {
      const canvas = network();
      const before = canvas.document;
      drag(canvas, given);
      const { gesture } = canvas.editor.session.getState();
      if (gesture?.doing !== 'spacing' || gesture.refusal !== undefined) return;
      const { line, by, spaces } = gesture;
      const whole = new Set(spaces.moved);

      for (const id of [...icons, ...subnets]) {
        const [then, now] = [placeOf(canvas, before, id), canvas.box(id)];
        const isWhole = [id, before.resources.get(id)?.parentId ?? '', 'Vpc', 'Tokyo'].some((each) =>
          whole.has(each),
        );
        const isMeant =
          line.within === null || ['Vpc', 'Tokyo', before.resources.get(id)?.parentId].includes(line.within);
        if (!isMeant || spaces.crossed.includes(id) || line.within === 'Other') continue;
        expect(now[line.axis as 'x' | 'y'] - then[line.axis as 'x' | 'y'], id).toBe(
          isWhole && by !== 0 ? by * line.way : 0,
        );
        expect(now, id).toMatchObject({ w: then.w, h: then.h });
      }
    }),
    { numRuns: 120 },
  );
}, 20_000);

function placeOf({ editor }: TestEditor, document: Document, id: string): Rect {
  const found = createBoxes(editor.catalog)(document).get(id);
  if (found === undefined) throw new Error(`${id} takes no room`);
  return found;
}

function rectOf({ x, y, w, h }: Rect): Rect {
  return { x, y, w, h };
}

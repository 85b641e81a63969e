import { describe, expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { stretched } from './movedArrows';
import { viewOf } from './view';

/** Two subnets of a VPC; an arrow within one, one between them, one that is blocked, and one elsewhere. */
const network = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('security-group', 'Group', {
          inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '10.0.0.0/16' } },
        }),
        box('security-group', 'Closed', { inbound: {} }),
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24' },
          box('instance', 'A1', { securityGroups: { Group: true } }),
          box('instance', 'A2', { securityGroups: { Group: true } }),
        ),
        box(
          'subnet',
          'B',
          { cidr: '10.0.1.0/24' },
          box('instance', 'B1', { securityGroups: { Group: true } }),
          box('instance', 'B2', { securityGroups: { Closed: true } }),
        ),
      ),
      arrow('A1', 'A2'),
      arrow('A2', 'B1'),
      arrow('A1', 'B2'),
      arrow('B1', 'B2'),
    ),
    {
      Vpc: [0, 0, 1200, 900],
      A: [48, 96, 400, 240],
      A1: [24, 64],
      A2: [240, 64],
      B: [600, 480, 400, 240],
      B1: [24, 64],
      B2: [240, 64],
    },
  );

const arrowsOf = (canvas: ReturnType<typeof network>) =>
  new Map(
    viewOf(canvas.editor)
      .arrows()
      .flows.map((each) => [each.id, each]),
  );

/** With that taken up and carried 96 px right and 48 px down. */
const carrying = (name: string) => {
  const canvas = network();
  const before = arrowsOf(canvas);
  const grip = canvas.grip(name);
  canvas.press(grip);
  canvas.move({ x: grip.x + 96, y: grip.y + 48 });
  return { canvas, before, during: arrowsOf(canvas) };
};

describe('while a subnet is dragged', () => {
  test('an arrow between others is the very same object', () => {
    const { before, during } = carrying('A');

    expect(during.get('B1→B2')).toBe(before.get('B1→B2'));
  });

  test('an arrow within it goes along in its form', () => {
    const { before, during } = carrying('A');

    const then = before.get('A1→A2');
    const by = ({ x, y }: { x: number; y: number }) => ({ x: x + 96, y: y + 48 });
    expect(during.get('A1→A2')?.reached).toEqual(then?.reached.map((points) => points.map(by)));
    expect(during.get('A1→A2')?.label).toEqual(by(then?.label ?? { x: 0, y: 0 }));
  });

  test('an arrow out of it still starts where it did of its icon and ends where it ended', () => {
    const { before, during } = carrying('A');

    const [then, now] = [before, during].map((each) => each.get('A2→B1')?.pieces[0]?.points ?? []);
    expect(now?.[0]).toEqual({ x: (then?.[0]?.x ?? 0) + 96, y: (then?.[0]?.y ?? 0) + 48 });
    expect(now?.at(-1)).toEqual(then?.at(-1));
  });

  test('the cross of a blocked arrow stays at the icon that stops it', () => {
    const { before, during } = carrying('A');

    expect(before.get('A1→B2')?.cross).not.toBeNull();
    expect(during.get('A1→B2')?.cross).toEqual(before.get('A1→B2')?.cross);
  });

  test('the cross goes along when it is the icon that stops the traffic that is dragged', () => {
    const { before, during } = carrying('B');

    const then = before.get('A1→B2')?.cross;
    expect(during.get('A1→B2')?.cross).toEqual({ x: (then?.x ?? 0) + 96, y: (then?.y ?? 0) + 48 });
  });

  test('of the arrows only those that leave it are made anew at each step; the others are told to go along with it', () => {
    const { canvas } = carrying('A');
    const first = viewOf(canvas.editor).following();

    canvas.move({ x: 500, y: 400 });
    const second = viewOf(canvas.editor).following();

    expect([...(first?.carried.flows.keys() ?? [])]).toEqual(['A1→A2']);
    expect([...(first?.flows.keys() ?? [])].sort()).toEqual(['A1→B2', 'A2→B1']);
    expect(second?.carried).toBe(first?.carried);
    expect(second?.flows.get('A2→B1')).not.toEqual(first?.flows.get('A2→B1'));
  });

  test('where none leaves it, nothing is made anew at all', () => {
    const { canvas } = carrying('Vpc');
    const first = viewOf(canvas.editor).following();

    canvas.move({ x: 500, y: 400 });

    expect(first?.carried.flows.size).toBe(4);
    expect(viewOf(canvas.editor).following()).toBe(first);
  });

  test('nothing is left of that when the drag is given up', () => {
    const { canvas, before } = carrying('A');

    canvas.pointer.cancel();

    for (const [id, each] of arrowsOf(canvas)) expect(each).toBe(before.get(id));
  });
});

describe('while a container is resized', () => {
  const resizing = (canvas: ReturnType<typeof testEditor>, id: string, by: { x: number; y: number }) => {
    const standing = viewOf(canvas.editor).standing().get(id);
    if (standing === undefined) throw new Error(`${id} takes no room on the canvas`);
    const corner = { x: standing.x + standing.w, y: standing.y + standing.h };
    canvas.press(corner, {}, { part: 'handle', id, handle: 'se' });
    canvas.move({ x: corner.x + by.x, y: corner.y + by.y });
  };

  test('no arrow between icons is made anew, nor any node but its own', () => {
    const canvas = network();
    const before = arrowsOf(canvas);
    const nodes = viewOf(canvas.editor).nodes();

    resizing(canvas, 'A', { x: 96, y: 48 });

    for (const [id, each] of arrowsOf(canvas)) expect(each).toBe(before.get(id));
    expect(viewOf(canvas.editor).nodes()).toBe(nodes);
    expect(viewOf(canvas.editor).resized()).toMatchObject({ id: 'A', width: 496, height: 288 });
  });

  test('a line that ends on it ends on the side it ended on', () => {
    const canvas = testEditor(
      sketch(
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }),
        box('hosted-zone', 'Zone', { domain: 'example.com', vpcs: { Vpc: true } }),
      ),
      { Vpc: [0, 0, 400, 300], Zone: [800, 100] },
    );
    const ends = () =>
      viewOf(canvas.editor)
        .arrows()
        .references.map(({ points }) => points.at(-1));
    const [before] = ends();

    resizing(canvas, 'Vpc', { x: 160, y: 80 });

    expect(before?.x).toBe(400);
    expect(ends()).toEqual([{ x: 560, y: before?.y }]);
  });
});

describe('a stretched line', () => {
  const isOrthogonal = (points: readonly { x: number; y: number }[]) =>
    points.every((point, index) => {
      const before = points[index - 1];
      return before === undefined || before.x === point.x || before.y === point.y;
    });
  const from = { x: 7, y: -5 };
  const to = { x: -11, y: 13 };
  const lines: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
    [
      'one level piece',
      [
        [0, 0],
        [100, 0],
      ],
    ],
    [
      'one upright piece',
      [
        [0, 0],
        [0, 100],
      ],
    ],
    [
      'a corner',
      [
        [0, 0],
        [100, 0],
        [100, 80],
      ],
    ],
    [
      'a step',
      [
        [0, 0],
        [50, 0],
        [50, 80],
        [100, 80],
      ],
    ],
    [
      'an upright step',
      [
        [0, 0],
        [0, 50],
        [80, 50],
        [80, 100],
      ],
    ],
    [
      'three corners',
      [
        [0, 0],
        [50, 0],
        [50, 80],
        [100, 80],
        [100, 120],
      ],
    ],
    [
      'four corners',
      [
        [0, 0],
        [0, 50],
        [80, 50],
        [80, 90],
        [120, 90],
        [120, 140],
      ],
    ],
  ];

  for (const [name, given] of lines)
    test(`of ${name} keeps its right angles and has its ends where they were carried`, () => {
      const points = given.map(([x, y]) => ({ x, y }));

      const line = stretched(points, from, to);

      expect(isOrthogonal(line)).toBe(true);
      expect(line[0]).toEqual({ x: from.x, y: from.y });
      const last = points.at(-1) ?? { x: 0, y: 0 };
      expect(line.at(-1)).toEqual({ x: last.x + to.x, y: last.y + to.y });
    });
});

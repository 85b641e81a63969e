import fc from 'fast-check';
import { expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { overlaps, type Rect } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { handles } from './resizing';

/** Four subnets around a middle one, things in it, and gateways on all borders of the VPC. */
const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          ...['Left', 'Right', 'Upper', 'Lower'].map((name) => box('subnet', name)),
          box('subnet', 'Middle', {}, box('instance', 'Web'), box('instance', 'App')),
          box('internet-gateway', 'Top'),
          box('virtual-private-gateway', 'Bottom'),
          box('gateway-endpoint', 'East'),
        ),
      ),
    ),
    {
      Tokyo: [0, 0, 1100, 900],
      Vpc: [60, 80, 900, 700],
      Upper: [300, 48, 260, 120],
      Left: [24, 250, 200, 160],
      Middle: [300, 240, 280, 200],
      Right: [640, 250, 200, 160],
      Lower: [300, 520, 260, 120],
      Web: [24, 60],
      App: [150, 60],
      Top: [600, -24],
      Bottom: [200, 700 - 24],
      East: [900 - 48, 300],
    },
  );

const inner = ['Left', 'Right', 'Upper', 'Lower', 'Middle'];
const coordinate = fc.integer({ min: -700, max: 700 });

const isIn = (outer: Rect, rect: Rect): boolean =>
  rect.x >= outer.x &&
  rect.y >= outer.y &&
  rect.x + rect.w <= outer.x + outer.w &&
  rect.y + rect.h <= outer.y + outer.h;

/** Everything inside something is inside it, nothing covers its neighbour, and gateways stand on the VPC's border. */
function expectInOrder(canvas: TestEditor): void {
  const vpc = canvas.box('Vpc');
  expect(isIn(canvas.box('Tokyo'), vpc)).toBe(true);
  for (const name of inner) {
    expect(isIn(vpc, canvas.box(name)), `${name} is in the VPC`).toBe(true);
    for (const other of inner)
      if (other !== name)
        expect(overlaps(canvas.box(name), canvas.box(other)), `${name} and ${other}`).toBe(false);
  }
  for (const name of ['Web', 'App']) expect(isIn(canvas.box('Middle'), canvas.box(name))).toBe(true);
  for (const name of ['Top', 'Bottom', 'East']) {
    const { x, y, w } = canvas.box(name);
    const middle = { x: x + w / 2, y: y + 24 };
    const onUpright = [vpc.x, vpc.x + vpc.w].some((side) => Math.abs(side - middle.x) < 2);
    const onLevel = [vpc.y, vpc.y + vpc.h].some((side) => Math.abs(side - middle.y) < 2);
    const along = { x: middle.x, y: middle.y, w: 0, h: 0 };
    expect((onUpright || onLevel) && isIn(vpc, along), `${name} is on the border`).toBe(true);
  }
}

test('resizing from any side never moves what stands inside on the page, and never cuts it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...handles),
      fc.constantFrom('Vpc', 'Middle'),
      coordinate,
      coordinate,
      (handle, name, x, y) => {
        const canvas = network();
        const start = canvas.grip(name);
        const content = name === 'Middle' ? ['Web', 'App'] : ['Middle', 'Left', 'Lower', 'Web'];
        const before = content.map((each) => canvas.box(each)).map((rect) => ({ x: rect.x, y: rect.y }));

        canvas.drag(start, { x: start.x + x, y: start.y + y }, {}, { part: 'handle', id: name, handle });

        expect(content.map((each) => canvas.box(each))).toMatchObject(before);
        expectInOrder(canvas);
      },
    ),
    { numRuns: 150 },
  );
});

test('containers grow from the inside outwards to any side, and push aside what they would cover', () => {
  const keys = ['nudge-left-far', 'nudge-right-far', 'nudge-up-far', 'nudge-down-far'];
  fc.assert(
    fc.property(
      fc.constantFrom('Web', 'App'),
      fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 9 }),
      (name, presses) => {
        const canvas = network();
        const before = canvas.document;
        canvas.click(canvas.grip(name));

        for (const key of presses) canvas.run(key);

        expectInOrder(canvas);
        for (const _ of presses) canvas.editor.store.undo();
        expect(canvas.document).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
});

test('what is nudged beyond the left border stays where it was nudged to, and so does its neighbour', () => {
  const canvas = network();
  const [web, app] = [canvas.box('Web'), canvas.box('App')];
  canvas.click(canvas.grip('Web'));

  canvas.run('nudge-left-far');

  expect(canvas.box('Web')).toMatchObject({ x: web.x - 80, y: web.y });
  expect(canvas.box('App')).toMatchObject({ x: app.x, y: app.y });
  expect(canvas.box('Middle').x).toBe(web.x - 80 - 16);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { actionById } from './actions';
import { loadSnapping } from './loadedSnapping';

beforeAll(loadSnapping);

/** Two instances of which one does not stand on the grid of its subnet, and a subnet beside it. */
const network = (snapsToObjects = true): TestEditor => {
  const canvas = testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App')),
        box('subnet', 'B'),
        box('internet-gateway', 'Igw'),
      ),
    ),
    {
      Vpc: [0, 0, 1200, 600],
      A: [24, 64, 600, 400],
      B: [701, 64, 300, 300],
      Web: [35, 60],
      App: [203, 150],
      Igw: [300, -24],
    },
  );
  canvas.editor.session.setState({ snapsToObjects });
  return canvas;
};

const by = (canvas: TestEditor, name: string, dx: number, dy: number) => {
  const { x, y } = canvas.grip(name);
  return { x: x + dx, y: y + dy };
};
const guides = (canvas: TestEditor) => {
  const { gesture } = canvas.editor.session.getState();
  return gesture?.doing === 'moving' || gesture?.doing === 'resizing' ? (gesture.guides ?? []) : [];
};

describe('a resource that is dragged', () => {
  test('comes to rest at the edge of one beside it, off the grid, and a line shows it', () => {
    const canvas = network();
    const to = by(canvas, 'App', -165, 20);

    canvas.press(canvas.grip('App'));
    canvas.move(to);

    expect(guides(canvas)).toContainEqual(expect.objectContaining({ is: 'line', axis: 'x', at: 24 + 35 }));
    canvas.release(to);
    expect(canvas.get('App').x).toBe(35);
    expect(canvas.editor.session.getState().gesture).toBeNull();
  });

  test('goes to the grid alone where nothing is near, or where nobody wants more', () => {
    const canvas = network(false);

    canvas.drag(canvas.grip('App'), by(canvas, 'App', -165, 20));

    expect(canvas.get('App').x).toBe(40);
  });

  test('goes freely with Ctrl', () => {
    const canvas = network();

    canvas.drag(canvas.grip('App'), by(canvas, 'App', -165, 20), { mod: true });

    expect(canvas.get('App')).toMatchObject({ x: 38, y: 170 });
  });

  test('comes to rest at what stands in the container that it is dragged into', () => {
    const canvas = network();
    // 3 px right of the room for content.
    const to = by(canvas, 'App', 701 + 19 - 227, 0);

    canvas.press(canvas.grip('App'));
    canvas.move(to);

    expect(canvas.box('App').x).toBe(701 + 16);
    expect(guides(canvas)).toContainEqual(
      expect.objectContaining({ is: 'gap', axis: 'x', from: 701, to: 717 }),
    );
  });

  test('does not leave the axis that Shift keeps it on', () => {
    const canvas = network();

    canvas.drag(canvas.grip('App'), by(canvas, 'App', -165, 30), { shift: true });

    expect(canvas.get('App')).toMatchObject({ x: 35, y: 150 });
  });

  test('brings all that is selected to rest together', () => {
    const canvas = network();
    const gap = canvas.get('App').x - canvas.get('Web').x;
    canvas.editor.session.setState({ selection: new Set(['Web', 'App']) });

    // 19 px short of the room for content at the left.
    canvas.drag(canvas.grip('App'), by(canvas, 'App', -16, 0));

    expect(canvas.get('Web').x).toBe(16);
    expect(canvas.get('App').x - canvas.get('Web').x).toBe(gap);
  });

  test('onto a border stands there and nowhere beside', () => {
    const canvas = network();

    canvas.press(canvas.grip('Igw'));
    canvas.move(by(canvas, 'Igw', 43, 0));

    expect(canvas.box('Igw').y).toBe(-24);
    expect(guides(canvas)).toEqual([]);
  });
});

test('a container that is resized comes to rest with its edge at the edge of its neighbour', () => {
  const canvas = network();
  const handle = { part: 'handle', id: 'A', handle: 's' } as const;

  canvas.press({ x: 300, y: 464 }, {}, handle);
  canvas.move({ x: 300, y: 400 });
  canvas.move({ x: 300, y: 464 - 97 });

  expect(guides(canvas)).toContainEqual(expect.objectContaining({ is: 'line', axis: 'y', at: 364 }));
  canvas.release({ x: 300, y: 464 - 97 });
  expect(canvas.get('A').h).toBe(364 - 64);
});

test('snapping is switched off and on again, and says so', () => {
  const canvas = network();
  const isOn = () => actionById('toggle-snapping')?.checked?.(canvas.editor);

  canvas.run('toggle-snapping');
  expect([isOn(), canvas.said]).toEqual([false, 'Snaps to the grid alone']);
  canvas.run('toggle-snapping');

  expect([isOn(), canvas.said]).toEqual([true, 'Snaps to objects and to the grid']);
});

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { box, sketch } from '../../core/model/sketch';
import { loadSnapping } from '../../editor/loadedSnapping';
import { startPlacing } from '../../editor/place';
import { testEditor, type TestEditor } from '../../testing/testEditor';
import { pointerGestures } from './gestures';

beforeAll(loadSnapping);

const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'App')),
        box('subnet', 'B', { cidr: '10.0.1.0/24' }),
      ),
      box('vpc', 'Other'),
    ),
    {
      Vpc: [40, 120, 700, 400],
      A: [24, 64, 300, 300],
      B: [360, 64, 300, 300],
      Web: [16, 48],
      App: [136, 48],
      Other: [800, 120, 200, 140],
    },
  );
const view = ({ editor }: TestEditor) => editor.session.getState().viewport;
const beside = (canvas: TestEditor, name: string, dx: number, dy: number) => {
  const { x, y } = canvas.grip(name);
  return { x: x + dx, y: y + dy };
};
const raw = { space: false, shift: false, alt: false, mod: false, button: 'left' } as const;

/** Does each gesture of the sheet that needs no browser, and shows that it does what the sheet says. */
const tried: Readonly<Record<string, (canvas: TestEditor) => void>> = {
  'space-drag': (canvas) => {
    canvas.pointer.down({ ...raw, space: true, at: { x: 0, y: 0 }, screen: { x: 0, y: 0 } });
    canvas.pointer.move({ ...raw, space: true, at: { x: 0, y: 0 }, screen: { x: 30, y: 20 } });

    expect(view(canvas)).toMatchObject({ x: 30, y: 20, zoom: 1 });
  },
  'middle-drag': (canvas) => {
    canvas.pointer.down({ ...raw, button: 'middle', at: canvas.grip('Web'), screen: { x: 0, y: 0 } });
    canvas.pointer.move({ ...raw, button: 'middle', at: canvas.grip('Web'), screen: { x: -10, y: 40 } });

    expect(view(canvas)).toMatchObject({ x: -10, y: 40, zoom: 1 });
    expect(canvas.selectedNames).toEqual([]);
  },
  click: (canvas) => {
    canvas.click(canvas.grip('Web'));

    expect(canvas.selectedNames).toEqual(['Web']);
  },
  'shift-click': (canvas) => {
    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('App'), { shift: true });
    expect(canvas.selectedNames).toEqual(['Web', 'App']);
    canvas.click(canvas.grip('Web'), { shift: true });

    expect(canvas.selectedNames).toEqual(['App']);
  },
  'mod-click': (canvas) => {
    canvas.click(canvas.grip('Web'));
    canvas.click(canvas.grip('Web'), { mod: true });

    expect(canvas.selectedNames).toEqual(['A']);
  },
  marquee: (canvas) => {
    canvas.drag({ x: 10, y: 20 }, { x: 200, y: 140 });

    expect(canvas.selectedNames).toEqual(['Vpc']);
  },
  'marquee-within': (canvas) => {
    canvas.drag({ x: 70, y: 440 }, { x: 300, y: 230 });

    expect(canvas.selectedNames).toEqual(['Web', 'App']);
  },
  'shift-marquee': (canvas) => {
    canvas.click(canvas.grip('Web'));
    canvas.drag({ x: 780, y: 100 }, { x: 850, y: 300 }, { shift: true });

    expect(canvas.selectedNames).toEqual(['Web', 'Other']);
  },
  'drag-container': (canvas) => {
    canvas.drag(canvas.grip('B'), beside(canvas, 'B', 8, 16));

    expect(canvas.get('B')).toMatchObject({ x: 368, y: 80 });
  },
  drag: (canvas) => {
    canvas.drag(canvas.grip('Web'), { x: 500, y: 400 });

    expect(canvas.get('Web').parentId).toBe('B');
  },
  'shift-drag': (canvas) => {
    canvas.drag(canvas.grip('Web'), beside(canvas, 'Web', 10, 80), { shift: true });

    expect(canvas.get('Web')).toMatchObject({ x: 16, y: 128 });
  },
  'alt-drag': (canvas) => {
    canvas.drag(canvas.grip('Web'), { x: 500, y: 400 }, { alt: true });

    expect(canvas.get('Web').parentId).toBe('A');
    expect(canvas.get('Web2').parentId).toBe('B');
  },
  'mod-drag': (canvas) => {
    canvas.editor.session.setState({ snapsToObjects: true });
    canvas.drag(canvas.grip('Web'), beside(canvas, 'Web', 363, 91), { mod: true });

    expect(canvas.get('Web')).toMatchObject({ parentId: 'A', x: 379, y: 139 });
  },
  resize: (canvas) => {
    const { x, y, w, h } = canvas.box('B');
    canvas.drag(
      { x: x + w, y: y + h },
      { x: x + w - 61, y: y + h - 20 },
      {},
      { part: 'handle', id: 'B', handle: 'se' },
    );

    expect([canvas.get('B').w, (canvas.box('B').x + canvas.get('B').w) % 8]).toEqual([236 + 4, 0]);
  },
  'mod-resize': (canvas) => {
    const { x, y, w, h } = canvas.box('B');
    canvas.editor.session.setState({ snapsToObjects: true });
    canvas.drag(
      { x: x + w, y: y + h },
      { x: x + w - 61, y: y + h - 3 },
      { mod: true },
      { part: 'handle', id: 'B', handle: 'se' },
    );

    expect(canvas.get('B')).toMatchObject({ w: 239, h: 297 });
  },
  'double-click': (canvas) => {
    const at = canvas.grip('Web');
    canvas.pointer.doubleClick({ ...raw, at, screen: at });

    expect(canvas.editor.session.getState().editing).toBe('Web');
  },
  'shift-place': (canvas) => {
    startPlacing(canvas.editor, 'instance');
    canvas.release({ x: 480, y: 400 }, { shift: true });

    expect(canvas.get('Instance').parentId).toBe('B');
    expect(canvas.editor.session.getState().tool.tool).toBe('place');
  },
};

test.each(Object.keys(tried))('%s does what the sheet says', (id) => {
  tried[id]?.(network());
});

/** Where else gestures are tried: journeys in a browser, and the tests of what they do. */
const elsewhere = [
  'e2e/touch.spec.ts',
  'e2e/keysAndMouse.spec.ts',
  'e2e/connecting.spec.ts',
  'src/editor/bending.test.ts',
  'src/editor/collapsing.test.ts',
  'src/editor/pictures.test.ts',
];

test('every gesture of the sheet is tried, here or elsewhere, and once only is each on it', () => {
  const tests = elsewhere.map((file) => readFileSync(file, 'utf8'));
  const triedElsewhere = [...tests.join('').matchAll(/\[gesture ([\w-]+)\]/g)].map(([, id]) => id ?? '');
  const listed = pointerGestures.map(({ id }) => id);

  expect([...new Set([...Object.keys(tried), ...triedElsewhere])].sort()).toEqual([...listed].sort());
});

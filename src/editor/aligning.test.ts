import { describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { ran } from '../testing/ran';
import { testEditor, type TestEditor } from '../testing/testEditor';

/** A VPC with three instances in a subnet, another subnet, and a gateway on the VPC's upper border. */
const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24' },
          box('instance', 'Web'),
          box('instance', 'App'),
          box('instance', 'Db'),
        ),
        box('subnet', 'B', { cidr: '10.0.1.0/24' }, box('instance', 'Other')),
        box('internet-gateway', 'Igw'),
      ),
    ),
    {
      Vpc: [0, 0, 1200, 600],
      A: [24, 64, 600, 480],
      B: [700, 64, 300, 480],
      Web: [16, 48],
      App: [136, 180],
      Db: [400, 320],
      Other: [16, 48],
      Igw: [200, -24],
    },
  );

const lock = (canvas: TestEditor, name: string): void => {
  const { editor } = canvas;
  const resources = new Map(editor.store.document.resources);
  resources.set(canvas.get(name).id, { ...canvas.get(name), locked: true });
  editor.store.replace({ ...editor.store.document, resources });
};

const notice = (canvas: TestEditor): string | undefined => canvas.editor.session.getState().notice?.en;

describe('aligning', () => {
  test('is one step, which undo takes back', async () => {
    const canvas = network();
    const before = canvas.document;
    canvas.select('Web', 'App', 'Db');

    await ran(canvas, 'align-right');

    expect(['Web', 'App', 'Db'].map((name) => canvas.get(name).x)).toEqual([400, 400, 400]);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
    expect(canvas.editor.store.undoLabel).toBeUndefined();
  });

  test('puts a single one at the edge of the room inside its container', async () => {
    const canvas = network();
    canvas.select('App');

    await ran(canvas, 'align-left');
    await ran(canvas, 'align-top');
    expect(canvas.get('App')).toMatchObject({ x: 16, y: 40 });

    await ran(canvas, 'align-right');
    await ran(canvas, 'align-bottom');
    const { x, y, w, h } = canvas.get('App');
    expect([x + w, y + h]).toEqual([600 - 16, 480 - 16]);
  });

  test('moves others to what is locked, and the locked not at all', async () => {
    const canvas = network();
    lock(canvas, 'App');
    canvas.select('Web', 'App', 'Db');

    await ran(canvas, 'align-left');

    expect(['Web', 'App', 'Db'].map((name) => canvas.get(name).x)).toEqual([136, 136, 136]);
  });

  test('of nothing but locked ones says that they are locked', async () => {
    const canvas = network();
    lock(canvas, 'App');
    canvas.select('App');
    const before = canvas.document;

    await ran(canvas, 'align-left');

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toBe('Locked: App; unlock with Ctrl+Shift+L');
  });

  test('says that nothing has to move where all stand so already', async () => {
    const canvas = network();
    canvas.select('Web', 'App', 'Db');
    await ran(canvas, 'align-left');
    canvas.editor.session.setState({ notice: null });

    await ran(canvas, 'align-left');

    expect(notice(canvas)).toContain('nothing to move');
  });

  test('keeps inside the container what a locked one near the border would pull out', async () => {
    const canvas = network();
    canvas.editor.store.commit('placeResources', { places: { Db: { x: 560, y: 400 }, Web: { w: 300 } } });
    lock(canvas, 'Db');
    canvas.select('Web', 'Db');

    await ran(canvas, 'align-left');

    const { x, w } = canvas.get('Web');
    expect(x + w).toBeLessThanOrEqual(Math.max(600 - 16, 560 + canvas.get('Db').w));
    expect(notice(canvas)).toContain('Web was kept inside A');
  });

  test('says what has come to cover a neighbour, selected or not', async () => {
    const canvas = network();
    canvas.editor.store.commit('placeResources', {
      places: { App: { x: 136, y: 48 }, Db: { x: 300, y: 200 } },
    });
    canvas.select('Web', 'App');

    await ran(canvas, 'align-left');
    expect(notice(canvas)).toMatch(/^(Web now covers App|App now covers Web); undo takes it back$/);

    canvas.editor.store.undo();
    canvas.editor.session.setState({ notice: null });
    canvas.editor.store.commit('placeResources', { places: { Web: { y: 210 }, App: { x: 300, y: 48 } } });
    canvas.select('Web', 'App');
    await ran(canvas, 'align-right');
    expect(notice(canvas)).toMatch(/^Web now covers Db/);
  });

  test('moves what stands on a border along it and never off it', async () => {
    const canvas = network();
    canvas.select('Igw', 'B');
    const { y } = canvas.get('Igw');

    await ran(canvas, 'align-right');
    expect(canvas.get('Igw').x + canvas.get('Igw').w).toBe(1000);
    expect(canvas.get('Igw').y).toBe(y);

    canvas.select('Igw');
    await ran(canvas, 'align-top');
    expect(canvas.get('Igw').y).toBe(y);
    expect(notice(canvas)).toBe('Igw moves only along its border');
  });

  test('is refused across containers, with the reason', async () => {
    const canvas = network();
    canvas.select('Web', 'Other');
    const before = canvas.document;

    await ran(canvas, 'align-left');

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toMatch(/different containers/);
  });

  test('takes no notice of what stands in a selected container', async () => {
    const canvas = network();
    canvas.select('A', 'B', 'Web');

    await ran(canvas, 'align-top');

    expect(canvas.get('Web')).toMatchObject({ x: 16, y: 48 });
  });
});

describe('distributing', () => {
  test('makes the gaps equal and keeps the outermost', async () => {
    const canvas = network();
    canvas.select('Web', 'App', 'Db');

    await ran(canvas, 'distribute-across');

    const [web, app, db] = ['Web', 'App', 'Db'].map((name) => canvas.box(name)) as [Box, Box, Box];
    expect(canvas.get('Web').x).toBe(16);
    expect(canvas.get('Db').x).toBe(400);
    expect(Math.abs(app.x - web.x - web.w - (db.x - app.x - app.w))).toBeLessThanOrEqual(1);
  });

  test('moves nothing where there is no room, and says how much is missing', async () => {
    const canvas = network();
    canvas.editor.store.commit('placeResources', { places: { Db: { x: 150, y: 320 } } });
    canvas.select('Web', 'App', 'Db');
    const before = canvas.document;

    await ran(canvas, 'distribute-across');

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toMatch(/^No room for gaps: \d+ px more/);
  });

  test('asks for three', async () => {
    const canvas = network();
    canvas.select('Web', 'App');

    await ran(canvas, 'distribute-down');

    expect(notice(canvas)).toMatch(/^Equal gaps need three/);
  });
});

type Box = ReturnType<TestEditor['box']>;

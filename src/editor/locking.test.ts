import { describe, expect, test, vi } from 'vitest';
import { catalog } from '../aws';
import { box, sketch } from '../core/model/sketch';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { actionById } from './actions';
import { keysText } from './keyboard';

const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App')),
        box('subnet', 'B'),
      ),
    ),
    { Vpc: [0, 0, 900, 500], A: [24, 64, 400, 300], B: [460, 64, 400, 300], Web: [16, 48], App: [160, 48] },
  );

const locked = (canvas: TestEditor, ...names: readonly string[]): TestEditor => {
  canvas.select(...names);
  canvas.run('toggle-lock');
  canvas.editor.session.setState({ selection: new Set() });
  return canvas;
};

const notice = (canvas: TestEditor): string => canvas.editor.session.getState().notice?.en ?? '';

describe('locking', () => {
  test('and unlocking are one step each, and leave nothing behind', () => {
    const canvas = network();
    const before = canvas.document;
    canvas.select('Web', 'App');

    canvas.run('toggle-lock');
    expect([canvas.get('Web').locked, canvas.get('App').locked]).toEqual([true, true]);
    expect(canvas.said).toBe('2 resources locked');
    canvas.run('toggle-lock');

    expect(canvas.document).toEqual(before);
    canvas.editor.store.undo();
    expect(canvas.get('Web').locked).toBe(true);
    canvas.editor.store.undo();
    expect(canvas.document).toEqual(before);
  });

  test('locks all where only some are', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web', 'App');

    canvas.run('toggle-lock');

    expect([canvas.get('Web').locked, canvas.get('App').locked]).toEqual([true, true]);
  });

  test('is saved and read', () => {
    const canvas = locked(network(), 'Web');

    const read = readDiagram(catalog, writeDiagram(catalog, canvas.document));

    if ('failure' in read) throw new Error(read.failure.message.en);
    expect(read.document.resources.get('Web')?.locked).toBe(true);
    expect(read.document.resources.get('App')).not.toHaveProperty('locked');
  });
});

test('the keys that unlock are named as the system writes them', () => {
  const keys = actionById('toggle-lock')?.keys?.[0] ?? {};
  for (const hasCmdKey of [true, false]) {
    const canvas = locked(network(), 'Web');
    canvas.editor.session.setState({ hasCmdKey });
    canvas.select('Web');

    canvas.run('delete-selection');

    expect(notice(canvas)).toBe(`Locked: Web; unlock with ${keysText(keys, hasCmdKey)}`);
  }
});

describe('what is locked', () => {
  test('cannot be dragged, and a hint says how to unlock it', () => {
    const canvas = locked(network(), 'Web');
    const before = canvas.document;

    canvas.drag(canvas.grip('Web'), { x: 600, y: 300 });

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toBe('Locked: Web; unlock with Ctrl+Shift+L');
    expect(canvas.said).toBe(notice(canvas));
  });

  test('stays while the others of the selection are dragged, and that is said', () => {
    const canvas = locked(network(), 'Web');
    const { x } = canvas.get('Web');
    canvas.select('Web', 'App');
    const app = canvas.grip('App');

    canvas.drag(app, { x: app.x + 80, y: app.y + 80 });

    expect(canvas.get('Web').x).toBe(x);
    expect(canvas.get('App').x).not.toBe(160);
    expect(notice(canvas)).toMatch(/^Locked: Web;/);
  });

  test('goes along with the container it stands in', () => {
    const canvas = locked(network(), 'Web');
    const before = canvas.box('Web').x;
    const title = canvas.grip('A');

    canvas.drag(title, { x: title.x, y: title.y + 80 });

    expect(canvas.get('A').y).toBe(144);
    expect(canvas.get('Web')).toMatchObject({ x: 16, y: 48 });
    expect(canvas.box('Web').x).toBe(before);
  });

  test('cannot be resized by a handle', () => {
    const canvas = locked(network(), 'A');
    const before = canvas.document;

    canvas.drag({ x: 424, y: 200 }, { x: 500, y: 200 }, {}, { part: 'handle', id: 'A', handle: 'e' });

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toMatch(/^Locked: A;/);
  });

  test('is not nudged', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web', 'App');

    canvas.run('nudge-right');

    expect([canvas.get('Web').x, canvas.get('App').x]).toEqual([16, 168]);
    expect(notice(canvas)).toMatch(/^Locked: Web;/);
  });

  test('is not deleted, and stays selected so that it can be unlocked', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web', 'App');

    canvas.run('delete-selection');

    expect(canvas.document.resources.has('Web')).toBe(true);
    expect(canvas.document.resources.has('App')).toBe(false);
    expect(canvas.selectedNames).toEqual(['Web']);
    expect(canvas.said).toMatch(/^Locked: Web;/);
  });

  test('is not deleted with the container it stands in either', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Vpc');
    const before = canvas.document;

    canvas.run('delete-selection');

    expect(canvas.document).toBe(before);
    expect(canvas.selectedNames).toEqual(['Vpc']);
    expect(notice(canvas)).toMatch(/^Locked: Web;/);
  });

  test('gives a copy that can be put somewhere else', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web');

    canvas.run('duplicate');

    expect(canvas.get('Web2').locked).toBeUndefined();
    expect(canvas.get('Web').locked).toBe(true);
  });

  test('stays where it is when the diagram is tidied', async () => {
    const canvas = locked(network(), 'B');
    const before = canvas.get('B');

    canvas.run('tidy');

    await vi.waitFor(() => expect(notice(canvas)).toMatch(/^Locked: B;/), { timeout: 20_000 });
    expect(canvas.get('B')).toEqual(before);
  });

  test('is not tidied itself', async () => {
    const canvas = locked(network(), 'A');
    const before = canvas.document;
    canvas.select('A');

    canvas.run('tidy');

    await vi.waitFor(() => expect(notice(canvas)).toMatch(/^Locked: A;/), { timeout: 20_000 });
    expect(canvas.document).toBe(before);
  });

  test('says it once for an arrow key that is held down', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web');

    canvas.run('nudge-right');
    const { count } = canvas.editor.session.getState().announcement;
    canvas.run('nudge-right');
    canvas.run('nudge-right');

    expect(canvas.editor.session.getState().announcement.count).toBe(count);
  });

  test('says while it is dragged why it does not move', () => {
    const canvas = locked(network(), 'Web');

    canvas.press(canvas.grip('Web'));
    canvas.move({ x: 600, y: 300 });

    expect(canvas.editor.session.getState().gesture).toMatchObject({
      refusal: { en: expect.stringMatching(/^Locked: Web;/) as string },
    });
    expect(canvas.box('Web')).toMatchObject({ x: 40, y: 112 });
  });

  test('is duplicated by a drag with Alt, for that does not move it', () => {
    const canvas = locked(network(), 'Web');

    canvas.drag(canvas.grip('Web'), { x: 600, y: 300 }, { alt: true });

    expect(canvas.get('Web')).toMatchObject({ x: 16, locked: true });
    expect(canvas.get('Web2').parentId).toBe('B');
  });

  test('is not cut, and what is free beside it is', () => {
    const canvas = locked(network(), 'Web');
    canvas.select('Web', 'App');

    canvas.run('cut');

    expect([...canvas.document.resources.values()].map(({ name }) => name)).toContain('Web');
    expect([...canvas.document.resources.keys()]).not.toContain('App');
    expect(notice(canvas)).toMatch(/^Locked: Web;/);
  });

  test('can be selected, renamed and changed like anything else', () => {
    const canvas = locked(network(), 'A');

    canvas.click(canvas.grip('A'));
    canvas.editor.store.commit('renameResource', { id: 'A', name: 'Front' });
    canvas.editor.store.commit('setProps', { id: 'A', props: { cidr: '10.0.9.0/24' } });

    expect(canvas.selectedNames).toEqual(['Front']);
    expect(canvas.get('Front')).toMatchObject({ locked: true, props: { cidr: '10.0.9.0/24' } });
  });

  test('lets what stands in it move, in it and out of it', () => {
    const canvas = locked(network(), 'A');
    const grip = canvas.grip('Web');

    canvas.drag(grip, { x: grip.x, y: grip.y + 120 });
    expect(canvas.get('Web')).toMatchObject({ parentId: 'A', y: 168 });

    canvas.drag(canvas.grip('Web'), { x: 600, y: 300 });
    expect(canvas.get('Web').parentId).toBe('B');
  });

  test('does not grow for what would not fit, which then stays outside', () => {
    const canvas = testEditor(
      sketch(box('region', 'Tokyo', {}, box('vpc', 'Small'), box('vpc', 'Big', {}, box('subnet', 'A')))),
      { Tokyo: [0, 0, 900, 260], Small: [20, 60, 200, 140], Big: [300, 60, 500, 180], A: [20, 40, 400, 120] },
    );
    locked(canvas, 'Small');
    const before = canvas.document;

    canvas.drag(canvas.grip('A'), { x: 120, y: 140 });

    expect(canvas.document).toBe(before);
    expect(notice(canvas)).toBe('Locked: Small has no room left; unlock with Ctrl+Shift+L');
  });

  test('is not covered by what is pasted onto it', async () => {
    const canvas = locked(network(), 'Web');
    canvas.select('App');
    canvas.run('copy');
    canvas.move(canvas.grip('Web'));

    canvas.run('paste');
    await Promise.resolve();
    await Promise.resolve();

    expect(overlaps(canvas.box('App2'), canvas.box('Web'))).toBe(false);
    expect(canvas.get('App2').parentId).toBe('A');
  });
});

import { describe, expect, test, vi } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor } from '../testing/testEditor';

/** Two instances over one another, and one far from both. */
const crowded = () =>
  testEditor(
    sketch(box('vpc', 'Vpc', {}, box('instance', 'One'), box('instance', 'Two'), box('instance', 'Far'))),
    { Vpc: [0, 0, 700, 500], One: [40, 60], Two: [70, 66], Far: [500, 300] },
  );

const proposed = async (canvas: ReturnType<typeof crowded>, action: string) => {
  canvas.run(action);
  await vi.waitFor(() => expect(canvas.editor.session.getState().proposal).not.toBeNull(), 20_000);
};

describe('Tidy', () => {
  test('shows what would move and moves nothing until it is applied, as one step', async () => {
    const canvas = crowded();
    const before = canvas.document;

    await proposed(canvas, 'tidy');
    expect(canvas.document).toBe(before);
    canvas.run('apply-proposal');

    expect(canvas.get('One').x + 96).toBeLessThanOrEqual(canvas.get('Two').x);
    expect(canvas.get('Far')).toBe(before.resources.get('Far'));
    canvas.editor.store.undo();
    expect(canvas.document.resources).toEqual(before.resources);
  });

  test('leaves all as it was on Escape', async () => {
    const canvas = crowded();
    const before = canvas.document;

    await proposed(canvas, 'tidy');
    canvas.run('escape');

    expect(canvas.editor.session.getState().proposal).toBeNull();
    expect(canvas.document).toBe(before);
    expect(canvas.said).toBe('Left as it was');
  });

  test('moves only what is selected, where several things are', async () => {
    const canvas = crowded();
    canvas.editor.session.setState({ selection: new Set(['Two']) });
    const before = canvas.document;

    await proposed(canvas, 'tidy');
    canvas.run('apply-proposal');

    expect(canvas.get('One')).toBe(before.resources.get('One'));
    expect(canvas.get('Two')).not.toBe(before.resources.get('Two'));
  });

  test('says so where nothing has to move, also to those who see the canvas', async () => {
    const canvas = crowded();
    canvas.editor.store.commit('placeResources', { places: { Two: { x: 300, y: 60 } } });

    canvas.run('tidy');

    await vi.waitFor(() => expect(canvas.said).toBe('Nothing has to move'), 20_000);
    expect(canvas.editor.session.getState().notice?.en).toBe('Nothing has to move');
    expect(canvas.editor.session.getState().proposal).toBeNull();
  });

  test('is no longer proposed when the diagram has changed', async () => {
    const canvas = crowded();

    await proposed(canvas, 'tidy');
    canvas.editor.store.commit('renameResource', { id: 'Far', name: 'Farther' });

    expect(canvas.editor.session.getState().proposal).toBeNull();
  });

  test('leaves a locked resource and what stands in a locked container where they are', async () => {
    const canvas = testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Held', {}, box('instance', 'One'), box('instance', 'Two')),
          box('subnet', 'Free', {}, box('instance', 'Three'), box('instance', 'Four')),
        ),
      ),
      {
        Vpc: [0, 0, 900, 500],
        Held: [24, 64, 320, 240],
        Free: [480, 64, 320, 240],
        One: [40, 60],
        Two: [50, 66],
        Three: [40, 60],
        Four: [50, 66],
      },
    );
    const held = canvas.get('Held');
    const resources = new Map(canvas.document.resources).set('Held', { ...held, locked: true });
    canvas.editor.store.replace({ ...canvas.document, resources });

    await proposed(canvas, 'tidy');
    canvas.run('apply-proposal');

    expect([canvas.get('One').x, canvas.get('Two').x]).toEqual([40, 50]);
    expect(canvas.get('Three').x === 40 && canvas.get('Four').x === 50).toBe(false);
  });
});

/** Two subnets and an instance in a VPC; the first subnet is so large that its place is taken by the others when it is collapsed. */
const collapsed = () => {
  const canvas = testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'Large', {}, box('instance', 'Inside')),
        box('subnet', 'Small'),
      ),
    ),
    { Vpc: [0, 0, 1000, 800], Large: [40, 60, 400, 300], Inside: [200, 150], Small: [40, 80, 240, 160] },
  );
  canvas.editor.store.commit('collapseResources', { ids: ['Large'], collapsed: true });
  return canvas;
};

describe('a collapsed container', () => {
  test('takes the room of its chip when the diagram is tidied, and makes room again when it is expanded', async () => {
    const canvas = collapsed();

    await proposed(canvas, 'tidy');
    canvas.run('apply-proposal');
    const [chip, small] = [canvas.box('Large'), canvas.box('Small')];
    const size = canvas.get('Large');
    const inside = canvas.get('Inside');
    const moved = Math.hypot(small.x - 40, small.y - 80) + Math.hypot(chip.x - 40, chip.y - 60);

    // The chip and the subnet stand clear of one another, and no further apart than the chip asks for.
    expect(overlaps(chip, small)).toBe(false);
    expect(moved).toBeLessThan(120);
    expect(size).toMatchObject({ w: 400, h: 300, collapsed: true });
    expect(inside).toMatchObject({ x: 200, y: 150 });
    canvas.editor.session.setState({ selection: new Set(['Large']) });
    canvas.run('toggle-collapsed');
    await vi.waitFor(() => expect(canvas.box('Large')).toMatchObject({ w: 400, h: 300 }), 20_000);
    expect(overlaps(canvas.box('Large'), canvas.box('Small'))).toBe(false);
    expect(canvas.box('Inside').x).toBe(canvas.box('Large').x + 200);
  });

  test('is laid out anew at the size of its chip, and keeps its own size and what is in it', async () => {
    const canvas = collapsed();

    await proposed(canvas, 'lay-out');
    canvas.run('apply-proposal');

    const [vpc, chip] = [canvas.box('Vpc'), canvas.box('Large')];
    expect(canvas.get('Large')).toMatchObject({ w: 400, h: 300, collapsed: true });
    expect(canvas.get('Inside')).toMatchObject({ x: 200, y: 150 });
    expect(overlaps(chip, canvas.box('Small'))).toBe(false);
    expect(chip.x + chip.w).toBeLessThan(vpc.x + vpc.w);
    expect(vpc.h).toBeLessThan(400);
  });

  test('that is tidied itself stays as it is', async () => {
    const canvas = collapsed();
    canvas.editor.session.setState({ selection: new Set(['Large']) });

    canvas.run('tidy');

    await vi.waitFor(() => expect(canvas.said).toBe('Nothing has to move'), 20_000);
    expect(canvas.editor.session.getState().proposal).toBeNull();
  });
});

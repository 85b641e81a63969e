import { describe, expect, test, vi } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';

/** Two instances over one another, and one far from both. */
const crowded = () =>
  testEditor(
    sketch(box('vpc', 'Vpc', {}, box('instance', 'One'), box('instance', 'Two'), box('instance', 'Far'))),
    { Vpc: [0, 0, 700, 500], One: [40, 60], Two: [70, 66], Far: [500, 300] },
  );

const proposed = async (canvas: ReturnType<typeof crowded>, action: string) => {
  canvas.run(action);
  await vi.waitFor(() => expect(canvas.editor.session.getState().proposal).not.toBeNull(), 10_000);
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

  test('says so where nothing has to move', async () => {
    const canvas = crowded();
    canvas.editor.store.commit('placeResources', { places: { Two: { x: 300, y: 60 } } });

    canvas.run('tidy');

    await vi.waitFor(() => expect(canvas.said).toBe('Nothing has to move'), 10_000);
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

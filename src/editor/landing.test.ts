import { describe, expect, test, vi } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import type { Change } from '../core/store/store';
import { testEditor } from '../testing/testEditor';
import { movesVisibly } from './landing';
import { viewOf } from './view';

const watched = () => {
  const canvas = testEditor(
    sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web')), box('subnet', 'B'))),
    { Vpc: [0, 0, 900, 700], A: [400, 300, 240, 200], B: [24, 80, 240, 200], Web: [100, 90] },
  );
  const seen: boolean[] = [];
  canvas.editor.store.subscribe((change: Change) =>
    seen.push(movesVisibly(change, viewOf(canvas.editor).isArranging)),
  );
  return { canvas, seen };
};

describe('things glide to their new places', () => {
  test('when the diagram is laid out anew, and when that is undone', async () => {
    const { canvas, seen } = watched();

    canvas.run('lay-out');
    await vi.waitFor(() => expect(canvas.editor.session.getState().proposal).not.toBeNull(), 20_000);
    canvas.run('apply-proposal');
    canvas.editor.store.undo();

    expect(seen).toEqual([true, true]);
  });

  test('but not when they are dragged, nudged, or only renamed and that undone', () => {
    const { canvas, seen } = watched();

    canvas.drag(canvas.grip('Web'), { x: canvas.grip('Web').x + 40, y: canvas.grip('Web').y });
    canvas.run('nudge-right');
    canvas.editor.store.commit('renameResource', { id: 'Web', name: 'Api' });
    canvas.editor.store.undo();

    expect(seen).toEqual([false, false, false, false]);
  });
});

import { describe, expect, test } from 'vitest';
import { pieceKey } from '../core/model/pieces';
import { arrow, box, sketch } from '../core/model/sketch';
import type { Point } from '../lib/rect';
import { testEditor } from '../testing/testEditor';
import { viewOf } from './view';

const piece = pieceKey('Web', 'App');

/** Two instances side by side, with a straight arrow between them. */
const connected = () =>
  testEditor(
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web'), box('instance', 'App'))),
      arrow('Web', 'App'),
    ),
    { Vpc: [0, 0, 900, 700], Subnet: [40, 64, 800, 500], Web: [40, 60], App: [560, 60] },
  );

const line = (canvas: ReturnType<typeof connected>): readonly Point[] =>
  viewOf(canvas.editor).arrows().flows[0]?.pieces[0]?.points ?? [];
const bends = (canvas: ReturnType<typeof connected>) => canvas.document.flows.get('Web→App')?.bends;
/** A place on the arrow. */
const middle = (canvas: ReturnType<typeof connected>): Point => {
  const [a, b] = [line(canvas)[0], line(canvas).at(-1)];
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: a?.y ?? 0 };
};

describe('an arrow that is dragged', () => {
  test('bends there, in right angles, as one step [gesture bend]', () => {
    const canvas = connected();

    canvas.drag(middle(canvas), { x: 400, y: 400 });

    expect(bends(canvas)).toEqual({ [piece]: [{ x: 400, y: 400 }] });
    expect(passes(line(canvas), { x: 400, y: 400 })).toBe(true);
    canvas.editor.store.undo();
    expect(bends(canvas)).toEqual({});
  });

  test('takes the bend that is there along', () => {
    const canvas = connected();
    canvas.drag(middle(canvas), { x: 400, y: 400 });

    canvas.drag({ x: 400, y: 400 }, { x: 480, y: 320 });

    expect(bends(canvas)).toEqual({ [piece]: [{ x: 480, y: 320 }] });
  });

  test('follows the pointer, and nothing of it stays on Escape', () => {
    const canvas = connected();

    canvas.press(middle(canvas));
    canvas.move({ x: 400, y: 400 });
    expect(passes(line(canvas), { x: 400, y: 400 })).toBe(true);
    canvas.pointer.cancel();

    expect(bends(canvas)).toEqual({});
    expect(line(canvas)).toHaveLength(2);
  });

  test('loses a bend by a double click on it [gesture remove-bend]', () => {
    const canvas = connected();
    canvas.drag(middle(canvas), { x: 400, y: 400 });

    canvas.pointer.doubleClick({
      at: { x: 400, y: 400 },
      screen: { x: 400, y: 400 },
      button: 'left',
      space: false,
      shift: false,
      alt: false,
      mod: false,
    });

    expect(bends(canvas)).toEqual({});
    expect(canvas.editor.session.getState().editing).toBeNull();
  });
});

describe('bends', () => {
  test('go with both their ends, and stay where only one of them moves', () => {
    const canvas = connected();
    canvas.drag(middle(canvas), { x: 400, y: 400 });

    canvas.editor.store.commit('placeResources', { places: { Vpc: { x: 24, y: 8 } } });
    expect(bends(canvas)).toEqual({ [piece]: [{ x: 424, y: 408 }] });

    canvas.editor.store.commit('placeResources', { places: { App: { x: 600 } } });
    expect(bends(canvas)).toEqual({ [piece]: [{ x: 424, y: 408 }] });
  });

  test('are not drawn for a piece that the traffic does not go, and go with the next change', () => {
    const canvas = connected();
    const gone = pieceKey('Web', 'Nat');
    const given = { [gone]: [{ x: 1, y: 1 }] };
    canvas.editor.store.commit('setFlow', { id: 'Web→App', values: { bends: given } });
    expect(line(canvas)).toHaveLength(2);

    canvas.drag(middle(canvas), { x: 400, y: 400 });

    expect(Object.keys(bends(canvas) ?? {})).toEqual([piece]);
  });

  test('are made, moved and removed by keyboard', () => {
    const canvas = connected();
    canvas.editor.session.setState({ selection: new Set(['Web→App']) });
    const { x, y } = middle(canvas);

    canvas.run('bend-arrow');
    expect(canvas.said).toMatch(/^Bend 1 of 1/);
    canvas.run('nudge-down-far');
    expect(bends(canvas)).toEqual({ [piece]: [{ x, y: y + 80 }] });
    canvas.run('delete-selection');

    expect(bends(canvas)).toEqual({});
    expect(canvas.editor.session.getState().bendInHand).toBeNull();
  });

  test('leave the hand on Escape, and the arrow selected', () => {
    const canvas = connected();
    canvas.editor.session.setState({ selection: new Set(['Web→App']) });

    canvas.run('bend-arrow');
    canvas.run('escape');

    expect(canvas.editor.session.getState().bendInHand).toBeNull();
    expect([...canvas.editor.session.getState().selection]).toEqual(['Web→App']);
  });
});

test('all bends are removed as one step, and that is said', () => {
  const canvas = connected();
  canvas.drag(middle(canvas), { x: 400, y: 400 });
  canvas.run('add-bend');

  canvas.run('straighten-arrow');

  expect(bends(canvas)).toEqual({});
  expect(canvas.said).toBe('All bends removed');
  canvas.editor.store.undo();
  expect(bends(canvas)?.[piece]).toHaveLength(2);
});

describe('the key of a piece', () => {
  test('tells ids with spaces and percent signs apart', () => {
    expect(pieceKey('a b', 'c')).not.toBe(pieceKey('a', 'b c'));
    expect(pieceKey('a%20b', 'c')).not.toBe(pieceKey('a b', 'c'));
  });
});

function passes(points: readonly Point[], { x, y }: Point): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    return (
      a !== undefined &&
      Math.min(a.x, b.x) <= x &&
      x <= Math.max(a.x, b.x) &&
      Math.min(a.y, b.y) <= y &&
      y <= Math.max(a.y, b.y)
    );
  });
}

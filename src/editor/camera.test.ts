import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { bringIntoView, viewBetween, viewShowing } from './camera';
import { viewOf } from './view';

const twoNotes = () => {
  const canvas = testEditor(sketch(box('vpc', 'Near'), box('vpc', 'Far')), {
    Near: [100, 100, 200, 100],
    Far: [900, 100, 200, 100],
  });
  viewOf(canvas.editor).size = { w: 800, h: 600 };
  return canvas.editor;
};

describe('the view after a click', () => {
  test('stays where it is while the thing can be seen whole, even right at the edge', () => {
    const editor = twoNotes();
    viewOf(editor).size = { w: 300, h: 200 };

    expect(viewShowing(editor, ['Near'])).toBeUndefined();
  });

  test('moves by no more than it must for what something has opened over', () => {
    const shown = viewShowing(twoNotes(), ['Far']);

    expect(shown).toEqual({ x: 800 - 16 - 1100, y: 0, zoom: 1 });
  });

  test('stays for what is larger than it', () => {
    const editor = twoNotes();
    viewOf(editor).size = { w: 150, h: 600 };

    expect(viewShowing(editor, ['Far'])).toBeUndefined();
  });
});

describe('bringing something larger than the view into it', () => {
  test('shows its title and leaves the zoom alone', () => {
    const editor = twoNotes();
    viewOf(editor).size = { w: 150, h: 80 };

    bringIntoView(editor, ['Far']);

    const { x, y, zoom } = editor.session.getState().viewport;
    expect(zoom).toBe(1);
    expect(x).toBeLessThan(-800);
    expect(y).toBeLessThan(0);
  });
});

test('what was under the middle of two fingers stays there while they pinch and move', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 800 }) });
  const two = fc.tuple(point, point);
  fc.assert(
    fc.property(two, two, fc.integer({ min: 1, max: 40 }), (before, after, tenths) => {
      const viewport = { x: 40, y: -60, zoom: tenths / 10 };
      const under = ([a, b]: typeof before, view: typeof viewport) => ({
        x: ((a.x + b.x) / 2 - view.x) / view.zoom,
        y: ((a.y + b.y) / 2 - view.y) / view.zoom,
      });

      const next = viewBetween(viewport, before, after);

      expect(under(after, next).x).toBeCloseTo(under(before, viewport).x, 3);
      expect(under(after, next).y).toBeCloseTo(under(before, viewport).y, 3);
      expect(next.zoom).toBeGreaterThanOrEqual(0.05);
      expect(next.zoom).toBeLessThanOrEqual(4);
    }),
  );
});

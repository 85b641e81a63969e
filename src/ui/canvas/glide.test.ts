import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sketch } from '../../core/model/sketch';
import { testEditor } from '../../testing/testEditor';
import { glideTo } from './glide';

/** What waits for the next frame, and the time of that in ms. */
let waiting: FrameRequestCallback[] = [];
let now = 0;

beforeEach(() => {
  [waiting, now] = [[], 0];
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('requestAnimationFrame', (step: FrameRequestCallback) => waiting.push(step));
});
afterEach(() => vi.unstubAllGlobals());

function frames(count: number): void {
  for (let frame = 0; frame < count; frame++) {
    const steps = waiting;
    waiting = [];
    now += 16;
    for (const step of steps) step(now);
  }
}

test('of two glides, as when an inspector opens in two steps, the view arrives where the later one leads', () => {
  const { editor } = testEditor(sketch());

  glideTo(editor, { x: 0, y: -40, zoom: 1 });
  frames(3);
  glideTo(editor, { x: 0, y: -100, zoom: 1 });
  frames(20);

  expect(editor.session.getState().viewport).toEqual({ x: 0, y: -100, zoom: 1 });
});

test('a view that somebody moves meanwhile stays where it was put', () => {
  const { editor } = testEditor(sketch());

  glideTo(editor, { x: 0, y: -40, zoom: 1 });
  frames(3);
  editor.session.setState({ viewport: { x: 7, y: 7, zoom: 1 } });
  frames(20);

  expect(editor.session.getState().viewport).toEqual({ x: 7, y: 7, zoom: 1 });
});

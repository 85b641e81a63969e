// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { box, sketch } from '../../core/model/sketch';
import { draw, type Drawn } from '../testing/draw';
import { Inspector } from './Inspector';

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

it('the lock beside the name says whether the resource is locked, and is the switch for it', () => {
  drawn = draw(<Inspector />, sketch(box('vpc', 'Vpc')), { selection: new Set(['Vpc']) });
  const isPressed = () => drawn?.control('Lock').getAttribute('aria-pressed');
  const isLocked = () => drawn?.editor.store.document.resources.get('Vpc')?.locked;

  expect(isPressed()).toBe('false');
  drawn.click('Lock');
  expect([isPressed(), isLocked()]).toEqual(['true', true]);
  drawn.click('Lock');

  expect([isPressed(), isLocked()]).toEqual(['false', undefined]);
});

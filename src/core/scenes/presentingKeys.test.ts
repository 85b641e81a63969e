import { expect, test } from 'vitest';
import { isForControl, presentingKey, presentingTable, type Press } from './presentingKeys';

const press = (key: string, others: Partial<Press> = {}): Press => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...others,
});
const meaning = (key: string, others: Partial<Press> = {}) => presentingKey(press(key, others));

test('the keys of clickers, arrows and the space bar turn the slides', () => {
  expect(['PageDown', 'ArrowRight', 'ArrowDown', ' '].map((key) => meaning(key))).toEqual(
    Array(4).fill('next'),
  );
  expect(['PageUp', 'ArrowLeft', 'ArrowUp'].map((key) => meaning(key))).toEqual(Array(3).fill('previous'));
  expect(meaning(' ', { shiftKey: true })).toBe('previous');
  expect(meaning('Escape')).toBe('leave');
  expect(meaning('x')).toBeUndefined();
});

test('an arrow with Shift moves the packet and not the slides', () => {
  expect(meaning('ArrowRight', { shiftKey: true })).toBe('hop-on');
  expect(meaning('ArrowLeft', { shiftKey: true })).toBe('hop-back');
});

test('letters count in either case, and by their place where the layout has none', () => {
  expect(['k', 'K', 'b', 'p', 'S'].map((key) => meaning(key))).toEqual([
    'pointer',
    'pointer',
    'blank',
    'window',
    'window',
  ]);
  expect(meaning('の', { code: 'KeyK' })).toBe('pointer');
});

test('a key that an input method has taken, or one with Ctrl, means nothing', () => {
  expect(meaning('Enter', { isComposing: true })).toBeUndefined();
  expect(meaning('b', { keyCode: 229 })).toBeUndefined();
  expect(meaning('p', { ctrlKey: true })).toBeUndefined();
});

test('what is typed stays with the text, and the slider keeps its arrows', () => {
  const control = (tagName: string, type = '') => ({ tagName, type }) as unknown as EventTarget;

  expect(isForControl(control('TEXTAREA'), { key: 'b' })).toBe(true);
  expect(isForControl(control('INPUT', 'range'), { key: 'ArrowRight' })).toBe(true);
  expect(isForControl(control('INPUT', 'range'), { key: 'b' })).toBe(false);
  expect(isForControl(control('BUTTON'), { key: 'Enter' })).toBe(true);
  expect(isForControl(control('BUTTON'), { key: 'PageDown' })).toBe(false);
  expect(isForControl(null, { key: ' ' })).toBe(false);
});

test('every key of the sheet means what the sheet says, and no key two things', () => {
  const told = presentingTable.flatMap(({ means, keys }) =>
    keys.map(({ key, shift }) => ({ means, is: meaning(key, { shiftKey: shift ?? false }) })),
  );
  const names = presentingTable.flatMap(({ keys }) => keys.map(({ key, shift }) => `${shift} ${key}`));

  for (const { means, is } of told) expect(is).toBe(means);
  expect(new Set(names).size).toBe(names.length);
  // Most layouts type it with Shift.
  expect(meaning('?', { shiftKey: true })).toBe('keys');
});

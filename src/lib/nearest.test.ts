import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest } from './nearest';

it.each([
  ['PrivateSubent', 'PrivateSubnet'],
  ['privatesubnet', 'PrivateSubnet'],
  ['PublicSubnt', 'PublicSubnet'],
  ['Vpcc', 'Vpc'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearest(typed, ['Vpc', 'PublicSubnet', 'PrivateSubnet', 'Nat'])).toBe(meant);
});

it('guesses nothing when nothing is near', () => {
  expect(nearest('Database', ['Vpc', 'PublicSubnet'])).toBeUndefined();
  expect(nearest('a', [])).toBeUndefined();
});

it('always finds the text itself', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (texts, where) => {
      const text = texts[where % texts.length] ?? '';

      expect(nearest(text, texts)?.toLowerCase()).toBe(text.toLowerCase());
    }),
  );
});

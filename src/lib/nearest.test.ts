import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likely, nearest } from './nearest';

it.each([
  ['PrivateSubent', 'PrivateSubnet'],
  ['privatesubnet', 'PrivateSubnet'],
  ['PublicSubnt', 'PublicSubnet'],
  ['Vpcc', 'Vpc'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearest(typed, ['Vpc', 'PublicSubnet', 'PrivateSubnet', 'Nat'])).toBe(meant);
});

it('knows a name with a word more or less when it is the only such one', () => {
  expect(nearest('RouteTable', ['PrivateRouteTable', 'Vpc'])).toBe('PrivateRouteTable');
  expect(nearest('RouteTable', ['PrivateRouteTable', 'PublicRouteTable'])).toBeUndefined();
});

it('is sure where no other name is near', () => {
  expect(likely('Vcp', ['Vpc', 'Subnet'])).toEqual({ name: 'Vpc', sure: true });
  expect(likely('SubnetC', ['SubnetA', 'SubnetB'])).toEqual({ name: 'SubnetA', sure: false });
  expect(likely('VPC', ['Vpc', 'Vpc1'])).toEqual({ name: 'Vpc', sure: true });
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

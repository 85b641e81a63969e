import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printJson } from './printJson';

const options = { first: ['id'], width: 40 };

it('is the JSON of the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(printJson(value, options))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('puts on one line what fits, and keys in one order', () => {
  const value = { z: [1, 2], id: 'x', long: ['a text that is rather long', 'and another one'], a: undefined };

  expect(printJson(value, options)).toBe(`{
  "id": "x",
  "long": [
    "a text that is rather long",
    "and another one"
  ],
  "z": [1, 2]
}`);
});

it('takes no longer for deep nesting than for flat', () => {
  let deep: unknown = 0;
  for (let depth = 0; depth < 200; depth++) deep = { inner: deep, beside: 'x'.repeat(30) };

  expect(printJson(deep, options).split('\n').length).toBeGreaterThan(400);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coversWhole } from './pattern';

it.each<[string, string, boolean]>([
  ['[a-zA-Z][a-zA-Z0-9]*', 'Web1', true],
  ['[a-zA-Z][a-zA-Z0-9]*', '1Web', false],
  ['[a-z]+', 'abc1', false],
  ['^[a-z]+$', 'abc', true],
  ['\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/\\d{1,2}', '10.0.0.0/16', true],
  ['\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/\\d{1,2}', '10.0.0/16', false],
  [
    '^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|25[0-5])(\\/(1[6-9]|2[0-8]))$',
    '10.1.25.0/24',
    true,
  ],
  [
    '^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|25[0-5])(\\/(1[6-9]|2[0-8]))$',
    '10.1.256.0/24',
    false,
  ],
  ['(?=.*[A-Z])(?!.*x)[A-Za-z]{8,}', 'Password', true],
  ['(?=.*[A-Z])(?!.*x)[A-Za-z]{8,}', 'password', false],
  ['(?=.*[A-Z])(?!.*x)[A-Za-z]{8,}', 'Passwordx', false],
  ['^$|a', '', true],
  ['', '', true],
  ['', 'a', false],
  ['[^/]+', 'a/b', false],
  ['[\\x20-\\x7E]*', 'a b~', true],
  ['[-_.a]*?', '-a.', true],
  ['(?<name>a|b){2}', 'ab', true],
  ['[\\w\\-]+', 'a-b_c', true],
  ['a{0}b', 'b', true],
  ['日+', '日日', true],
])('%s and %j: %s', (expression, text, covers) => {
  expect(coversWhole(expression, text)).toBe(covers);
});

it.each([
  'a++',
  '(?i)a',
  '\\p{Alpha}+',
  '\\bword',
  '(a)\\1',
  '[a[b]]',
  '[a&&b]',
  '(',
  'a)',
  '[a',
  'a{2,1}',
  '*a',
  'a**',
  '\\',
])('does not judge what it does not understand: %s', (expression) => {
  expect(coversWhole(expression, 'a')).toBeUndefined();
});

it.each([
  '(a+)+b',
  '(a|a)*b',
  '(a|aa)+$b',
  '(.*)*(.*)*(.*)*b',
  '((a{1,50}){1,50}){1,8}b',
  '(?:(?=(?:(?=(?:(?=.*b).)*).)*).)*b',
  '(a{1,9}){1,9}(a{1,9}){1,9}b',
])('takes no longer for %s than for others', (expression) => {
  expect([false, undefined]).toContain(coversWhole(expression, 'a'.repeat(5_000)));
});

it('does not exhaust the stack with brackets', () => {
  expect(coversWhole('('.repeat(1_000), 'a')).toBeUndefined();
  expect(coversWhole(`${'(?='.repeat(70)}a`, 'a')).toBeUndefined();
});

it('agrees with the regular expressions of JavaScript', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\.', '1', 'c-');
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a}${b}`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}|${b})`),
      fc
        .tuple(tie('expression'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?'))
        .map(([a, times]) => `(?:${a})${times}`),
      fc.tuple(fc.constantFrom('(?=', '(?!'), tie('expression')).map(([ahead, a]) => `${ahead}${a})`),
      fc.constantFrom('^', '$'),
    ),
  }));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', 'c', '-'), maxLength: 7 });

  fc.assert(
    fc.property(expression, text, (pattern, value) => {
      expect(coversWhole(pattern, value)).toBe(new RegExp(`^(?:${pattern})$`).test(value));
    }),
    { numRuns: 2_000 },
  );
});

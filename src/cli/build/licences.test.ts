import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the notice that the page shows is that of the project', () => {
  expect(readFileSync('public/NOTICE.txt', 'utf8')).toBe(readFileSync('NOTICE', 'utf8'));
});

test('the notice names AWS’s validator, its licence and where its own notices lie', () => {
  const notice = readFileSync('NOTICE', 'utf8');

  expect(notice).toContain('"@aws/cloudformation-validate"');
  expect(notice).toMatch(
    /Apache\s+License 2\.0\. Its licence, its notice .* folder "cloudformation-validate"/s,
  );
});

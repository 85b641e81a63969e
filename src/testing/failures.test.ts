import { describe, expect, it } from 'vitest';
import { failedJourneys, failedUnitTests } from './failures';

describe('what npm test says once more at its end', () => {
  it('names each unit test that failed, and a file that did not load', () => {
    const report = {
      testResults: [
        {
          name: 'src/a.test.ts',
          message: '',
          assertionResults: [
            { fullName: 'a passes', status: 'passed', failureMessages: [] },
            {
              fullName: 'a fails',
              status: 'failed',
              failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m'],
            },
          ],
        },
        { name: 'src/b.test.ts', message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(failedUnitTests(report)).toEqual([
      'FAIL  src/a.test.ts › a fails\n      expected 1 to be 2',
      'FAIL  src/b.test.ts\n      Cannot find module',
    ]);
  });

  it('names each journey that failed or passed only at a second try, however deep it is described', () => {
    const spec = (title: string, status: string): object => ({
      title,
      file: 'a.spec.ts',
      tests: [{ status, results: [{}, { error: { message: 'timed out' } }] }],
    });
    const report = {
      suites: [
        {
          specs: [spec('passes', 'expected')],
          suites: [{ specs: [spec('fails', 'unexpected'), spec('wavers', 'flaky')] }],
        },
      ],
    };
    expect(failedJourneys(report)).toEqual([
      'FAIL  a.spec.ts › fails\n      timed out',
      'FAIL  a.spec.ts › wavers\n      timed out',
    ]);
  });

  it('says nothing of a report that is missing', () => {
    expect(failedUnitTests(undefined)).toEqual([]);
    expect(failedJourneys(undefined)).toEqual([]);
  });

  it('keeps a long message short', () => {
    const message = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const [told] = failedUnitTests({ testResults: [{ name: 'a', message, assertionResults: [] }] });
    expect(told?.split('\n')).toHaveLength(13);
  });
});

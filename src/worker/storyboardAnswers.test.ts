import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { documentOf } from '../testing/gallery/example';
import { threePaths } from '../testing/gallery/threePaths';
import { storyboardAnswer } from './storyboardAnswers';

const document = documentOf(catalog, threePaths);

test('also for an arrow that is meant to be blocked there is something that would let it through', () => {
  const { trace, mends } = storyboardAnswer(catalog, { document, flow: 'isolated-s3' });

  expect(trace?.verdict).toBe('blocked');
  expect(mends.length).toBeGreaterThan(0);
  for (const mend of mends) expect(mend.trace.verdict).toBe('reachable');
});

test('an arrow that arrives, or is gone, needs no mending', () => {
  expect(storyboardAnswer(catalog, { document, flow: 'app-s3' }).mends).toEqual([]);
  expect(storyboardAnswer(catalog, { document, flow: 'gone' })).toEqual({
    flow: 'gone',
    trace: null,
    mends: [],
  });
});

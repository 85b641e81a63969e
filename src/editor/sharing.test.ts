import { expect, test } from 'vitest';
import { shareEqual } from './sharing';

test('a finding that says the same as before is the same object, also when another comes in front of it', () => {
  const old = { key: 'a', message: { en: 'A', ja: 'あ' }, on: ['x'] };
  const before = { revision: 1, findings: [old], traces: new Map([['f', { verdict: 'reachable' }]]) };

  const after = shareEqual(before, {
    revision: 2,
    findings: [{ key: 'b', message: { en: 'B', ja: 'い' }, on: ['y'] }, structuredClone(old)],
    traces: structuredClone(before.traces),
  });

  expect(after.findings[1]).toBe(old);
  expect(after.findings[0]?.key).toBe('b');
  expect(after.traces).toBe(before.traces);
  expect(after.revision).toBe(2);
});

test('what changed, went or came is told as it is now', () => {
  const before = { list: [1, 2, 3], gone: true, map: new Map([['a', [1]]]), same: { deep: [{}] } };
  const after = { list: [1, 2], map: new Map([['b', [1]]]), same: { deep: [{}] }, came: null };

  const shared = shareEqual<object>(before, structuredClone(after));

  expect(shared).toEqual(after);
  expect((shared as typeof after).same).toBe(before.same);
});

import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { noVerdicts, type TimedVerdicts } from '../editor/verdicts';
import { maskedVerdicts } from './maskedVerdicts';

// Only that there is one is looked at.
const traces = new Map(['one', 'other'].map((id) => [id, {}])) as unknown as TimedVerdicts['traces'];

test('a verdict that is held back is not there until it is let go, and the others are', () => {
  const real = createStore<TimedVerdicts>(() => noVerdicts);
  const { store, hold } = maskedVerdicts(real);

  hold(new Set(['one']), true);
  real.setState({ traces });
  expect([...store.getState().traces.keys()]).toEqual(['other']);

  hold(new Set(), false);
  expect([...store.getState().traces.keys()]).toEqual(['one', 'other']);
});

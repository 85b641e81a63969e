import { defineCommand } from './command';

/** Says that a finding is all right here, and why. */
export const suppressFinding = defineCommand<{ readonly finding: string; readonly reason: string }>({
  label: { en: 'Suppress finding', ja: '検出結果の抑制' },
  run(draft, { finding, reason }) {
    draft.suppressions.set(finding, { finding, reason });
  },
});

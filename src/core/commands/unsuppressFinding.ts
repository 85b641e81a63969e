import { defineCommand } from './command';

/** Lets a suppressed finding be shown again. */
export const unsuppressFinding = defineCommand<{ readonly finding: string }>({
  label: { en: 'Show finding again', ja: '検出結果の抑制の解除' },
  run(draft, { finding }) {
    for (const [key, suppression] of draft.suppressions)
      if (key === finding || suppression.finding === finding) draft.suppressions.delete(key);
  },
});

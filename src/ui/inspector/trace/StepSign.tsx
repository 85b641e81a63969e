/** The sign of one step: a check, a cross, a change, a question mark. */
import type { ReactNode } from 'react';
import type { Step } from '../../../core/network/trace';
import type { Words } from '../../../lib/words';
import { useSay } from '../../useEditor';
import { words } from '../words';

export function StepSign({ verdict }: { readonly verdict: Step['verdict'] }) {
  const say = useSay();
  return (
    <svg
      className="step-sign"
      data-verdict={verdict}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label={say(names[verdict])}
      focusable="false"
    >
      {drawings[verdict]}
    </svg>
  );
}

const names: Readonly<Record<Step['verdict'], Words>> = {
  pass: words.passes,
  drop: words.drops,
  rewrite: words.rewrites,
  unknown: words.cannotSay,
};

const drawings: Readonly<Record<Step['verdict'], ReactNode>> = {
  pass: <path d="m3.5 8.5 3 3 6-7" />,
  drop: <path d="m4 4 8 8M12 4l-8 8" />,
  rewrite: <path d="M2.5 5.5h9m0 0-2.5-2.5M11.5 5.5 9 8M13.5 10.5h-9m0 0L7 8m-2.5 2.5L7 13" />,
  unknown: <path d="M5.5 5.75a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.2.95-1.2 1.8M8 12.5v.05" />,
};

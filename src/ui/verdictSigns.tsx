/**
 * The signs of verdicts, the same everywhere. Each has a form of its own, so that colour is never alone: arrives is a
 * solid line with a filled head, blocked a line that ends in a cross, reply blocked a solid line out with a broken one
 * back, cannot say a dotted line with a question mark, not yet computed a faint line.
 */
import type { ReactNode } from 'react';
import type { FlowVerdict } from '../core/network/flowVerdict';
import { flowVerdictWords } from '../core/network/flowVerdict';
import { useSay } from './useEditor';
import './verdictSigns.css';

export interface VerdictSignProps {
  readonly verdict: FlowVerdict;
  /** Left out where the words stand beside it: then it is not read out. */
  readonly named?: boolean;
}

export function VerdictSign({ verdict, named = false }: VerdictSignProps) {
  const say = useSay();
  return (
    <svg
      className="verdict-sign"
      data-verdict={verdict}
      width={20}
      height={16}
      viewBox="0 0 20 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(named ? { role: 'img', 'aria-label': say(flowVerdictWords[verdict]) } : { 'aria-hidden': true })}
    >
      {drawings[verdict]}
    </svg>
  );
}

const drawings: Readonly<Record<FlowVerdict, ReactNode>> = {
  arrives: (
    <>
      <path d="M2 8h10" />
      <path d="M12 4.25 18 8l-6 3.75z" fill="currentColor" />
    </>
  ),
  blocked: (
    <>
      <path d="M2 8h5" />
      <path d="m10 4.5 7 7M17 4.5l-7 7" />
    </>
  ),
  'reply-blocked': (
    <>
      <path d="M2 5h11" />
      <path d="M13 2.25 18 5l-5 2.75z" fill="currentColor" />
      <path d="M18 12h-4" />
      <path d="m5.5 9.5 5 5M10.5 9.5l-5 5" />
    </>
  ),
  'cannot-say': (
    <>
      <path d="M2 8h.05M5.5 8h.05M9 8h.05" strokeWidth={2.25} />
      <path d="M12.5 5.75a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.2.9-1.2 1.65M14.9 12.4v.05" />
    </>
  ),
  'not-computed': <path d="M2 8h13M12 5l3 3-3 3" opacity={0.55} strokeWidth={1.25} />,
};

/** What a trace comes to, in the five signs that the canvas, the lists and the presenter share. */
import type { Trace } from './trace';
import type { Words } from '../../lib/words';

export const flowVerdicts = ['arrives', 'blocked', 'reply-blocked', 'cannot-say', 'not-computed'] as const;
export type FlowVerdict = (typeof flowVerdicts)[number];

export function flowVerdict(trace: Trace | undefined): FlowVerdict {
  if (trace === undefined) return 'not-computed';
  if (trace.verdict === 'reachable') return 'arrives';
  if (trace.verdict === 'unknown') return 'cannot-say';
  // A return path exists only when the forward direction got there.
  return trace.return === null || trace.blockedBy.some(({ direction }) => direction === 'forward')
    ? 'blocked'
    : 'reply-blocked';
}

export const flowVerdictWords: Readonly<Record<FlowVerdict, Words>> = {
  arrives: { en: 'Arrives', ja: '到達' },
  blocked: { en: 'Blocked', ja: 'ブロック' },
  'reply-blocked': { en: 'Reply blocked', ja: '応答がブロック' },
  'cannot-say': { en: 'Cannot say', ja: '判定不能' },
  'not-computed': { en: 'Not yet computed', ja: '未計算' },
};

/** Whether the verdict is what the flow expects; undefined where nobody can say yet. */
export function isAsExpected(verdict: FlowVerdict, expect: 'reachable' | 'blocked'): boolean | undefined {
  if (verdict === 'cannot-say' || verdict === 'not-computed') return undefined;
  return (verdict === 'arrives') === (expect === 'reachable');
}

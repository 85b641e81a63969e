/** Several traces as one answer. */
import type { Words } from '../../lib/words';
import type { Block, Trace } from './trace';
import { constraintOf } from './walk';

/** All must work: the first that does not speaks for them. */
export function allOf(traces: readonly Trace[]): Trace {
  const blocked = traces.filter(({ verdict }) => verdict === 'blocked');
  const [speaker] = blocked.length > 0 ? blocked : traces.filter(({ verdict }) => verdict === 'unknown');
  const first = speaker ?? traces[0];
  if (first === undefined) throw new Error('allOf expects at least one trace');
  const blocks = new Map<string, Block>();
  for (const trace of blocked)
    for (const block of trace.blockedBy) {
      // What stops the flow in the same words in several subnets is one thing to change.
      const { direction, says } = block;
      const key = `${constraintOf({ ...block, at: null })}|${direction}|${says.en}`;
      if (!blocks.has(key)) blocks.set(key, block);
    }
  const unknowns = unique(
    (speaker === undefined ? traces : traces.filter(({ verdict }) => verdict === speaker.verdict)).flatMap(
      (trace) => trace.unknowns,
    ),
  );
  const remark: Words[] =
    speaker !== undefined && traces.length > 1 && blocked.length < traces.length && blocked.length > 0
      ? [
          {
            en: `${traces.length - blocked.length} of ${traces.length} paths work; a flow counts as reachable when every one does`,
            ja: `${traces.length} 本の経路のうち ${traces.length - blocked.length} 本は通ります。すべて通る場合だけ到達可能とします`,
          },
        ]
      : [];
  return { ...first, blockedBy: [...blocks.values()], unknowns: [...remark, ...unknowns] };
}

/** One is enough: the first that works, else the one that gets furthest, which is the nearest to working. */
export function anyOf(traces: readonly Trace[], sayOption: (index: number) => Words): Trace {
  for (const wanted of ['reachable', 'unknown'] as const) {
    const index = traces.findIndex(({ verdict }) => verdict === wanted);
    const trace = traces[index];
    if (trace !== undefined)
      return index === 0 ? trace : { ...trace, unknowns: unique([sayOption(index), ...trace.unknowns]) };
  }
  const [first, ...others] = traces;
  if (first === undefined) throw new Error('anyOf expects at least one trace');
  return others.reduce((best, trace) => (lengthOf(trace) > lengthOf(best) ? trace : best), first);
}

/**
 * Each packet takes one of them, and one that works is enough: the first that works, with a word about those that do
 * not; else the one that gets furthest. `names`: what each is called.
 */
export function oneOf(traces: readonly Trace[], names: readonly Words[]): Trace {
  const best = anyOf(traces, () => ({ en: '', ja: '' }));
  if (best.verdict === 'blocked') return best;
  const failing = traces.flatMap((trace, index): Words[] => {
    const says = trace.blockedBy[0]?.says;
    const name = names[index];
    if (trace.verdict !== 'blocked' || says === undefined || name === undefined) return [];
    return [{ en: `not by ${name.en}: ${says.en}`, ja: `${name.ja} では通りません: ${says.ja}` }];
  });
  const unknowns = best.unknowns.filter(({ en }) => en !== '');
  return { ...best, unknowns: unique([...unknowns, ...failing]) };
}

/** One of them is the truth, and the design does not say which: known only where all say the same. */
export function eitherOf(traces: readonly Trace[], why: Words): Trace {
  const [first] = traces;
  if (first === undefined) throw new Error('eitherOf expects at least one trace');
  if (traces.every(({ verdict }) => verdict === first.verdict)) return first;
  const shown = traces.find(({ verdict }) => verdict !== 'blocked') ?? first;
  return {
    ...shown,
    verdict: 'unknown',
    forward: { ...shown.forward, disposition: 'unknown' },
    blockedBy: [],
    unknowns: unique([why, ...shown.unknowns]),
  };
}

function lengthOf(trace: Trace): number {
  return trace.forward.steps.length + (trace.return?.steps.length ?? 0);
}

export function unique(words: readonly Words[]): Words[] {
  const found = new Map<string, Words>();
  for (const each of words) if (!found.has(each.en)) found.set(each.en, each);
  return [...found.values()];
}

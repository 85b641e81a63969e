/** One line over all flows: how many arrive, how many do not. A click opens the flows panel. */
import { useMemo } from 'react';
import type { Words } from '../../lib/words';
import { ArrivesGlyph, BlockedGlyph, CannotSayGlyph } from '../glyphs';
import { useDocument, useEditor, useSay, useVerdicts } from '../useEditor';
import { words } from './words';

export function VerdictChip() {
  const { session } = useEditor();
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const traces = useVerdicts((verdicts) => verdicts.traces);
  const counts = useMemo(() => {
    const found = { all: flows.size, arrive: 0, blocked: 0, unknown: 0, waiting: 0, unexpected: 0 };
    for (const { id, expect } of flows.values()) {
      const verdict = traces.get(id)?.verdict;
      if (verdict === undefined) found.waiting++;
      else if (verdict === 'reachable') found.arrive++;
      else if (verdict === 'blocked') found.blocked++;
      else found.unknown++;
      if (verdict !== undefined && verdict !== 'unknown' && verdict !== expect) found.unexpected++;
    }
    return found;
  }, [flows, traces]);
  if (counts.all === 0)
    return (
      <button
        type="button"
        className="verdict-chip verdict-chip-none"
        title={say(words.noFlowsHint)}
        onClick={() => session.setState({ panel: 'flows' })}
      >
        {say(words.noFlows)}
      </button>
    );
  // Traffic that was meant to be blocked and is counts as being in order.
  const verdict =
    counts.unexpected > 0
      ? 'blocked'
      : counts.unknown > 0
        ? 'cannot-say'
        : counts.waiting > 0
          ? 'waiting'
          : 'arrives';
  const Sign = signs[verdict];
  const summary = say(summaryOf(counts));
  return (
    <button
      type="button"
      className="verdict-chip"
      data-verdict={verdict}
      aria-label={`${summary}. ${say(words.showFlows)}`}
      onClick={() => session.setState(({ panel }) => ({ panel: panel === 'flows' ? null : 'flows' }))}
    >
      {Sign !== null && <Sign />}
      <span className="verdict-chip-words">{summary}</span>
    </button>
  );
}

const signs = { arrives: ArrivesGlyph, blocked: BlockedGlyph, 'cannot-say': CannotSayGlyph, waiting: null };

interface Counts {
  readonly all: number;
  readonly arrive: number;
  readonly blocked: number;
  readonly unknown: number;
  readonly waiting: number;
}

export function summaryOf({ all, arrive, blocked, unknown, waiting }: Counts): Words {
  const parts: Words[] = [];
  if (arrive > 0) parts.push({ en: arrive === 1 ? '1 arrives' : `${arrive} arrive`, ja: `到達 ${arrive}` });
  if (blocked > 0) parts.push({ en: `${blocked} blocked`, ja: `ブロック ${blocked}` });
  if (unknown > 0) parts.push({ en: `${unknown} unknown`, ja: `不明 ${unknown}` });
  if (waiting > 0) parts.push({ en: `checking ${waiting}`, ja: `確認中 ${waiting}` });
  return {
    en: `${all === 1 ? '1 flow' : `${all} flows`}: ${parts.map(({ en }) => en).join(', ')}`,
    ja: `フロー ${all} 本: ${parts.map(({ ja }) => ja).join('、')}`,
  };
}

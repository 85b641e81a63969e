/** Verdicts of which some are held back: before the audience has been asked, neither an arrow nor a finding gives one away. */
import { createStore } from 'zustand/vanilla';
import type { FlowId } from '../core/model/document';
import type { TimedVerdicts, VerdictStore } from '../editor/verdicts';

export interface MaskedVerdicts {
  readonly store: VerdictStore;
  /** `isAsking`: one of them is asked about now, and no finding of anything may help. */
  hold(flows: ReadonlySet<FlowId>, isAsking: boolean): void;
}

export function maskedVerdicts(real: VerdictStore): MaskedVerdicts {
  let held: ReadonlySet<FlowId> = new Set();
  let isAsked = false;
  const store = createStore<TimedVerdicts>(() => real.getState());
  const show = (): void => store.setState(without(real.getState(), held, isAsked), true);
  real.subscribe(show);
  return {
    store,
    hold: (flows, isAsking) => {
      const isSame = flows.size === held.size && [...flows].every((flow) => held.has(flow));
      if (isSame && isAsking === isAsked) return;
      held = flows;
      isAsked = isAsking;
      show();
    },
  };
}

function without(verdicts: TimedVerdicts, held: ReadonlySet<FlowId>, isAsked: boolean): TimedVerdicts {
  if (held.size === 0) return verdicts;
  const traces = new Map([...verdicts.traces].filter(([flow]) => !held.has(flow)));
  const findings = isAsked ? [] : verdicts.findings.filter(({ on }) => !on.some((id) => held.has(id)));
  return { ...verdicts, traces, findings };
}

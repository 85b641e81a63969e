/** Verdicts of which one flow's is held back: while the audience is asked, neither its arrow nor a finding gives it away. */
import { createStore } from 'zustand/vanilla';
import type { FlowId } from '../core/model/document';
import type { TimedVerdicts, VerdictStore } from '../editor/verdicts';

export interface MaskedVerdicts {
  readonly store: VerdictStore;
  hold(flow: FlowId | null): void;
}

export function maskedVerdicts(real: VerdictStore): MaskedVerdicts {
  let held: FlowId | null = null;
  const store = createStore<TimedVerdicts>(() => real.getState());
  const show = (): void => store.setState(without(real.getState(), held), true);
  real.subscribe(show);
  return {
    store,
    hold: (flow) => {
      if (flow === held) return;
      held = flow;
      show();
    },
  };
}

function without(verdicts: TimedVerdicts, flow: FlowId | null): TimedVerdicts {
  if (flow === null) return verdicts;
  const traces = new Map(verdicts.traces);
  traces.delete(flow);
  return { ...verdicts, traces, findings: [] };
}

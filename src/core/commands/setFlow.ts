import type { Flow } from '../model/document';
import { defineCommand } from './command';

export interface SetFlowArgs {
  readonly id: string;
  readonly values: Partial<Omit<Flow, 'id'>>;
}

export const setFlow = defineCommand<SetFlowArgs>({
  label: { en: 'Change arrow', ja: '矢印の変更' },
  run(draft, { id, values }) {
    const flow = draft.flows.get(id);
    if (flow === undefined) return;
    const { from = flow.from, to = flow.to } = values;
    if (draft.resources.has(from) && draft.resources.has(to)) Object.assign(flow, values);
  },
});

import type { Flow } from '../model/document';
import { defineCommand } from './command';

export type AddFlowArgs = Pick<Flow, 'id' | 'from' | 'to' | 'order'> & Partial<Flow>;

/** Draws a traffic arrow: TCP 443, expected to arrive, unless said otherwise. */
export const addFlow = defineCommand<AddFlowArgs>({
  label: { en: 'Draw arrow', ja: '矢印の追加' },
  run(draft, args) {
    if (draft.flows.has(args.id) || !draft.resources.has(args.from) || !draft.resources.has(args.to)) return;
    const flow: Flow = {
      protocol: 'tcp',
      port: 443,
      gbPerMonth: null,
      expect: 'reachable',
      label: '',
      bends: {},
      ...args,
    };
    draft.flows.set(flow.id, flow as import('./command').FlowDraft);
  },
});

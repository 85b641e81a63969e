import { call } from '../core/commands';
import { arrow, box, sketch } from '../core/model/sketch';
import { forEachFlow } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { flowText } from './shared/flows';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'flow-not-blocked',
  severity: 'error',
  expectation: true,
  summary: {
    en: 'Traffic that is expected to be blocked must not arrive',
    ja: 'ブロックされると想定した通信は、届いてはいけません',
  },
  why: {
    en: 'The arrow says that this traffic must not pass, and it does, there and back. Close a door on its way: a route, a security-group rule, a public address. If the traffic may pass, say so on the arrow: expected reachable.',
    ja: '矢印は通信が止まることを想定していますが、往復とも通ります。経路上のルート、セキュリティグループのルール、パブリックアドレスのいずれかを閉じてください。通ってよい場合は、矢印の想定を「到達可能」に変更してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html'],
  check: forEachFlow(function* (context, flow) {
    const trace = context.traces.get(flow.id);
    if (flow.expect !== 'blocked' || trace?.verdict !== 'reachable') return;
    const hops = [...new Set(trace.forward.steps.flatMap(({ at }) => at ?? []))].filter(
      (id) => id !== flow.from && id !== flow.to && context.resource(id)?.kind !== 'subnet',
    );
    const last = hops.at(-1);
    const via = hops.map((id) => called(context, id));
    const what = flowText(context, flow);
    yield {
      on: [flow.id],
      ...(last === undefined ? {} : { blames: last }),
      message: {
        en: `${what.en} is expected to be blocked, but arrives${via.length === 0 ? '' : ` by way of ${via.join(', ')}`}`,
        ja: `${what.ja} はブロックされる想定ですが、${via.length === 0 ? '' : `${via.join('、')} を経由して`}届きます`,
      },
      fixes: [
        plan(
          'Expect it to arrive',
          '想定を「到達可能」に変更',
          call('setFlow', { id: flow.id, values: { expect: 'reachable' } }),
        ),
      ],
    };
  }),
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web'))),
        box('internet', 'Internet'),
        arrow('Web', 'Internet', { expect: 'blocked' }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Web', { publicIp: 'yes' })),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
        box('internet', 'Internet'),
        arrow('Web', 'Internet', { expect: 'blocked' }),
      ),
    ],
  },
});

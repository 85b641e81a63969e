import { mendingInTurn } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { forEachFlow } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { flowText } from './shared/flows';
import { ways } from './shared/ways';

export default defineRule({
  id: 'flow-blocked',
  severity: 'error',
  expectation: true,
  summary: {
    en: 'Traffic that is expected to arrive must get there, and its reply must get back',
    ja: '到達すると想定した通信は、送信先に届き、応答が戻らなければなりません',
  },
  why: {
    en: 'The arrow says that this traffic must pass, and something on its way stops it, or stops the reply. The first component named is the one to change first. If the traffic is meant to be stopped, say so on the arrow: expected blocked.',
    ja: '矢印は通信が通ることを想定していますが、経路の途中で通信または応答が止まります。最初に挙げられた要素から見直してください。止めるのが目的の場合は、矢印の想定を「ブロック」に変更してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  ],
  check: forEachFlow(function* (context, flow) {
    const trace = context.traces.get(flow.id);
    const [block] = trace?.blockedBy ?? [];
    if (flow.expect !== 'reachable' || trace?.verdict !== 'blocked' || block === undefined) return;
    const what = flowText(context, flow);
    const isReply = block.direction === 'return';
    yield {
      on: [flow.id],
      ...(block.resource === null ? {} : { blames: block.resource }),
      message: {
        en: `${what.en} is blocked${isReply ? ' on the way back' : ''}: ${block.says.en}`,
        ja: `${what.ja} は${isReply ? '応答が' : ''}ブロックされます: ${block.says.ja}`,
      },
      fixes: () => mending(context, flow.id),
    };
  }),
  examples: {
    good: [
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
        arrow('Web', 'Internet'),
      ),
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
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Web'),
            box('instance', 'Db', { securityGroups: { DbGroup: true } }),
          ),
          box('security-group', 'DbGroup'),
        ),
        arrow('Web', 'Db', { port: 5432 }),
      ),
    ],
  },
});

const mending = mendingInTurn(ways);

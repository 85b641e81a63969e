import { call, type CommandCall } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { peerings, type Peering } from './shared/peerings';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'peering-twice',
  severity: 'error',
  summary: {
    en: 'Two VPCs can have one peering connection only',
    ja: '同じ 2 つの VPC の間に作成できるピアリング接続は 1 つだけです',
  },
  why: {
    en: 'AWS rejects a second connection between the same two VPCs, whichever of them asks for it. One connection carries all traffic in both directions.',
    ja: '同じ 2 つの VPC の間に 2 つ目の接続は、どちらからリクエストしても作成できません。1 つの接続で双方向のすべての通信を運べます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  *check(context) {
    const first = new Map<string, Peering>();
    for (const peering of peerings(context)) {
      const { connection, requester, accepter } = peering;
      if (requester.id === accepter.id) continue;
      const key = [requester.id, accepter.id].sort().join(' ');
      const earlier = first.get(key)?.connection;
      if (earlier === undefined) {
        first.set(key, peering);
        continue;
      }
      const name = called(context, connection.id);
      const rerouted = context
        .all('route-table')
        .flatMap(({ id, props }): CommandCall[] =>
          Object.entries(props.routes).flatMap(([row, { target }]) =>
            known(target) === connection.id
              ? [call('setRow', { id, field: 'routes', row, values: { target: earlier.id } })]
              : [],
          ),
        );
      yield {
        on: [connection.id, earlier.id],
        field: 'accepter',
        message: {
          en: `${name} cannot be created: ${called(context, earlier.id)} connects ${called(context, requester.id)} and ${called(context, accepter.id)} already`,
          ja: `${called(context, requester.id)} と ${called(context, accepter.id)} は ${called(context, earlier.id)} で接続済みのため、${name} は作成できません`,
        },
        fixes: [
          plan(
            `Delete ${name}, and let its routes lead to ${called(context, earlier.id)}`,
            `${name} を削除し、そのルートを ${called(context, earlier.id)} に変更`,
            ...rerouted,
            call('deleteResources', { ids: [connection.id] }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('vpc', 'VpcC', { cidr: '10.2.0.0/16' }),
        box('peering-connection', 'AToB', { requester: 'VpcA', accepter: 'VpcB' }),
        box('peering-connection', 'AToC', { requester: 'VpcA', accepter: 'VpcC' }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'AToB', { requester: 'VpcA', accepter: 'VpcB' }),
        box('peering-connection', 'BToA', { requester: 'VpcB', accepter: 'VpcA' }),
      ),
    ],
  },
});

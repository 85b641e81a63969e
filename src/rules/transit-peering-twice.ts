import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { handedOver } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-peering-twice',
  severity: 'error',
  summary: {
    en: 'Two transit gateways can have one peering only',
    ja: '同じ 2 つの Transit Gateway の間に作成できるピアリングは 1 つだけです',
  },
  why: {
    en: 'AWS allows one peering attachment between the same two transit gateways, whichever of them asks for it; the quota cannot be raised. One carries all traffic in both directions.',
    ja: '同じ 2 つの Transit Gateway の間のピアリングアタッチメントは、どちらからリクエストしても 1 つに制限され、クォータは引き上げられません。1 つで双方向のすべての通信を運べます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html'],
  *check(context) {
    const first = new Map<string, Resource<'transit-gateway-peering'>>();
    for (const peering of context.all('transit-gateway-peering')) {
      const sides = [known(peering.props.transitGateway), known(peering.props.peerTransitGateway)];
      const [own, other] = sides.map((id) => context.resource(id)?.id);
      if (own === undefined || other === undefined || own === other) continue;
      const key = [own, other].sort().join(' ');
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, peering);
        continue;
      }
      const name = called(context, peering.id);
      yield {
        on: [peering.id, earlier.id],
        field: 'peerTransitGateway',
        message: {
          en: `${name} cannot be created: ${called(context, earlier.id)} joins ${called(context, own)} and ${called(context, other)} already`,
          ja: `${called(context, own)} と ${called(context, other)} は ${called(context, earlier.id)} で接続済みのため、${name} は作成できません`,
        },
        fixes: [
          plan(
            `Delete ${name}, and let its routes lead to ${called(context, earlier.id)}`,
            `${name} を削除し、そのルートを ${called(context, earlier.id)} に変更`,
            ...handedOver(context, peering.id, earlier.id),
            call('deleteResources', { ids: [peering.id] }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway', 'HubC'),
        box('transit-gateway-peering', 'AToB', { transitGateway: 'HubA', peerTransitGateway: 'HubB' }),
        box('transit-gateway-peering', 'AToC', { transitGateway: 'HubA', peerTransitGateway: 'HubC' }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'AToB', { transitGateway: 'HubA', peerTransitGateway: 'HubB' }),
        box('transit-gateway-peering', 'BToA', { transitGateway: 'HubB', peerTransitGateway: 'HubA' }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          routes: { a: { destination: '10.0.0.0/8', attachment: 'BToA' } },
        }),
      ),
    ],
  },
});

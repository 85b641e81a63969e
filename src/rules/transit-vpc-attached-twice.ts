import { call, type CommandCall } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { zoneOf } from './shared/networks';
import { attachedVpcs, handedOver, subnetsOfAttachment, type AttachedVpc } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-vpc-attached-twice',
  severity: 'error',
  summary: {
    en: 'A VPC is attached to a transit gateway once',
    ja: '1 つの VPC を同じ Transit Gateway にアタッチできるのは 1 回だけです',
  },
  why: {
    en: 'AWS rejects a second attachment of the same VPC. One attachment serves all Availability Zones, with a subnet of each.',
    ja: '同じ VPC の 2 つ目のアタッチメントは拒否されます。ゾーンごとにサブネットを指定すれば、1 つのアタッチメントですべてのアベイラビリティーゾーンを利用できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html'],
  *check(context) {
    const first = new Map<string, AttachedVpc>();
    for (const each of attachedVpcs(context)) {
      const key = `${each.vpc.id} ${each.gateway.id}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, each);
        continue;
      }
      const name = called(context, each.attachment.id);
      const kept = called(context, earlier.attachment.id);
      yield {
        on: [each.attachment.id, earlier.attachment.id, each.vpc.id],
        field: 'transitGateway',
        message: {
          en: `${name} cannot be created: ${kept} attaches ${called(context, each.vpc.id)} to ${called(context, each.gateway.id)} already`,
          ja: `${called(context, each.vpc.id)} は ${kept} で ${called(context, each.gateway.id)} にアタッチ済みのため、${name} は作成できません`,
        },
        fixes: [
          plan(
            `Delete ${name}, and let ${kept} serve its zones`,
            `${name} を削除し、そのゾーンを ${kept} に追加`,
            ...merged(context, each, earlier),
            call('deleteResources', { ids: [each.attachment.id] }),
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
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'A', { transitGateway: 'HubA', subnets: { Subnet: true } }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'HubB', subnets: { Subnet: true } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('transit-gateway-attachment', 'First', { transitGateway: 'Hub', subnets: { A: true } }),
          box('transit-gateway-attachment', 'Second', { transitGateway: 'Hub', subnets: { C: true } }),
        ),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'First' }, b: { attachment: 'Second' } },
          routes: { a: { destination: '10.0.0.0/16', attachment: 'Second' } },
        }),
      ),
    ],
  },
});

/** What the later attachment has, for the earlier one: subnets of further zones, routes, and rows that it lacks. */
function merged(context: RuleContext, later: AttachedVpc, earlier: AttachedVpc): readonly CommandCall[] {
  const kept = earlier.attachment.id;
  const own = subnetsOfAttachment(context, earlier.attachment);
  const zones = new Set(own.map((subnet) => zoneOf(context, subnet) ?? ''));
  const added = subnetsOfAttachment(context, later.attachment).filter((subnet) => {
    const zone = zoneOf(context, subnet) ?? '';
    return zone !== '' && !zones.has('') && !zones.has(zone);
  });
  const subnets = Object.fromEntries([...own, ...added].map(({ id }) => [id, true]));
  return [
    ...(added.length === 0 ? [] : [call('setProps', { id: kept, props: { subnets } })]),
    ...handedOver(context, later.attachment.id, kept),
  ];
}

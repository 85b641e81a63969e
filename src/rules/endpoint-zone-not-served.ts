import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import type { Plan } from '../core/plans/plan';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { moveInto } from './shared/additions';
import { moreSubnets, subnetsOfBalancer } from './shared/balancers';
import { balancersOf, connections, type Connection } from './shared/endpointServices';
import { inVpc, subnetOf, vpcOf, zoneOf } from './shared/networks';
import { subnetsOfEndpoint } from './shared/services';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-zone-not-served',
  severity: 'error',
  summary: {
    en: 'An endpoint for an endpoint service takes subnets of zones that its load balancer covers',
    ja: 'エンドポイントサービスへのエンドポイントには、ロードバランサーが対応するゾーンのサブネットを指定します',
  },
  why: {
    en: 'AWS creates no network interface of the endpoint in a zone where the provider’s load balancer has no subnet; cross-zone load balancing does not help. Zones are compared by name here. Between two accounts a name may mean another zone: compare the zone IDs then.',
    ja: 'プロバイダーのロードバランサーのサブネットがないゾーンには、エンドポイントのネットワークインターフェイスを作成できません。クロスゾーン負荷分散を有効にしても同じです。ここではゾーンを名前で比較しています。アカウントが異なる場合は名前とゾーンの対応も異なるため、ゾーン ID で確認してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  ],
  *check(context) {
    for (const connection of connections(context)) {
      const { endpoint, service } = connection;
      const zones = zonesServed(context, connection);
      if (zones === undefined || zones.length === 0) continue;
      for (const subnet of subnetsOfEndpoint(context, endpoint)) {
        const zone = zoneOf(context, subnet) ?? '';
        if (zone === '' || zones.includes(zone)) continue;
        const [name, own] = [called(context, endpoint.id), called(context, service.id)];
        const there = listed(zones);
        yield {
          on: [endpoint.id, subnet.id, service.id],
          field: 'subnets',
          message: {
            en: `${name} takes ${called(context, subnet.id)} in ${zone}, and ${own} is available in ${there.en} only`,
            ja: `${name} に ${zone} の ${called(context, subnet.id)} が指定されていますが、${own} を利用できるのは ${there.ja} だけです`,
          },
          fixes: harmless(context, fixes(context, connection, subnet, zones)),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Consumer',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              accepted: true,
            }),
          ),
        ),
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Provider',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'ProviderSubnet',
            { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb'),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Consumer',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1c' },
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              accepted: true,
            }),
          ),
          box('subnet', 'Better', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
        ),
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Provider',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'ProviderSubnet',
            { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb'),
          ),
          box('subnet', 'OtherSubnet', { cidr: '10.1.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
  },
});

/** Undefined when nobody can say. */
function zonesServed(context: RuleContext, { service }: Connection): readonly string[] | undefined {
  const balancers = balancersOf(context, service);
  if (balancers.some(({ provenance }) => provenance?.outside !== undefined)) return undefined;
  const subnets = balancers.flatMap((balancer) => subnetsOfBalancer(context, balancer));
  const zones = subnets.map((subnet) => zoneOf(context, subnet) ?? '');
  return zones.includes('') ? undefined : [...new Set(zones)];
}

function fixes(
  context: RuleContext,
  { endpoint, service }: Connection,
  subnet: Resource<'subnet'>,
  zones: readonly string[],
): readonly Plan[] {
  const name = called(context, endpoint.id);
  const where = called(context, subnet.id);
  const plans: Plan[] = [];
  const taken = subnetsOfEndpoint(context, endpoint);
  const isServed = (each: Resource<'subnet'>): boolean => zones.includes(zoneOf(context, each) ?? '');
  const vpc = vpcOf(context, endpoint.id);
  if (subnetOf(context, endpoint.id)?.id !== subnet.id) {
    const { [subnet.id]: _, ...kept } = endpoint.props.subnets;
    plans.push(
      plan(
        `Take ${where} off ${name}`,
        `${name} から ${where} を外す`,
        call('setProps', { id: endpoint.id, props: { subnets: kept } }),
      ),
    );
  } else if (vpc !== undefined && !taken.some(isServed)) {
    const better = inVpc(context, vpc.id, 'subnet').find(isServed);
    if (better !== undefined)
      plans.push(
        plan(
          `Move ${name} to ${called(context, better.id)}`,
          `${name} を ${called(context, better.id)} に移動`,
          moveInto(context, endpoint, better),
        ),
      );
  }
  for (const balancer of balancersOf(context, service)) {
    const other = moreSubnets(context, balancer).find(
      (each) => zoneOf(context, each) === zoneOf(context, subnet),
    );
    if (other === undefined) continue;
    const own = called(context, balancer.id);
    plans.push(
      plan(
        `Add ${called(context, other.id)} to ${own}`,
        `${own} に ${called(context, other.id)} を追加`,
        call('setProps', {
          id: balancer.id,
          props: { subnets: { ...balancer.props.subnets, [other.id]: true } },
        }),
      ),
    );
  }
  return plans;
}

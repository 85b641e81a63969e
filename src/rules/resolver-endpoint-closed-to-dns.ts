import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { known } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import type { Plan } from '../core/plans/plan';
import { addressOf } from '../lib/cidr';
import { addition } from './shared/additions';
import { allowDns, coversDns, resolverEndpoints, rulesThrough, type ResolverEndpoint } from './shared/dns';
import { vpcOf } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'resolver-endpoint-closed-to-dns',
  severity: 'error',
  summary: {
    en: 'The security groups of a Resolver endpoint must let DNS through, by UDP and TCP',
    ja: 'Resolver エンドポイントのセキュリティグループでは、UDP と TCP の DNS を許可する必要があります',
  },
  why: {
    en: 'Queries to an inbound endpoint come in on port 53, and those of an outbound endpoint go out on the port of the rule’s targets (53 unless the rule says otherwise). What the security groups do not allow is dropped: without UDP no name is resolved, without TCP long answers are lost.',
    ja: 'インバウンドエンドポイントへのクエリはポート 53 に届き、アウトバウンドエンドポイントのクエリはルールのターゲットのポート (既定は 53) に送られます。セキュリティグループで許可されていない通信は破棄されます。UDP がないと名前解決ができず、TCP がないと長い応答を受け取れません。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html',
  ],
  *check(context) {
    for (const endpoint of resolverEndpoints(context)) {
      const isInbound = isKind(endpoint, 'resolver-inbound-endpoint');
      const side = isInbound ? 'inbound' : 'outbound';
      const groups = groupsOf(context, endpoint);
      // Groups of which nobody knows the rules may allow it. Without a group the VPC's default one lets everything out.
      if (groups === undefined || (groups.length === 0 && !isInbound)) continue;
      const ports = isInbound ? [53] : portsAsked(context, endpoint);
      for (const port of ports) {
        const closed = (['udp', 'tcp'] as const).filter((protocol) =>
          groups.every((group) =>
            Object.values(group.props[side]).every((row) => coversDns(row, protocol, port) === false),
          ),
        );
        if (closed.length === 0) continue;
        const name = called(context, endpoint.id);
        const [own] = groups;
        const traffic = listed(closed.map((protocol) => `${protocol.toUpperCase()} ${port}`));
        const on = own === undefined ? ([endpoint.id] as const) : ([own.id, endpoint.id] as const);
        yield {
          on,
          field: own === undefined ? 'securityGroups' : side,
          ...(closed.includes('udp') ? {} : { severity: 'warning' as const }),
          message: isInbound
            ? {
                en: `${own === undefined ? 'the default security group' : called(context, own.id)} does not let ${traffic.en} in to ${name}`,
                ja: `${own === undefined ? 'デフォルトのセキュリティグループ' : called(context, own.id)} は、${name} への ${traffic.ja} を許可していません`,
              }
            : {
                en: `${own === undefined ? '' : called(context, own.id)} does not let ${traffic.en} out of ${name}`,
                ja: `${own === undefined ? '' : called(context, own.id)} は、${name} からの ${traffic.ja} を許可していません`,
              },
          fixes: harmless(context, [opened(context, endpoint, own, side, closed, port, traffic)]),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Dns', {
            inbound: {
              udp: { protocol: 'udp', fromPort: 53, toPort: 53, peer: '192.168.0.0/16' },
              tcp: { protocol: 'tcp', fromPort: 53, toPort: 53, peer: '192.168.0.0/16' },
            },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-inbound-endpoint', 'Inbound', {
              addresses: { c: { subnet: 'C', ip: '' } },
              securityGroups: { Dns: true },
            }),
            box('resolver-outbound-endpoint', 'Outbound', {
              addresses: { c: { subnet: 'C', ip: '' } },
              securityGroups: { Dns: true },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Https', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-inbound-endpoint', 'Inbound', {
              addresses: { c: { subnet: 'C', ip: '' } },
              securityGroups: { Https: true },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-inbound-endpoint', 'Inbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
        box('on-premises', 'Office'),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'UdpOnly', {
            outbound: { udp: { protocol: 'udp', fromPort: 53, toPort: 53, peer: '0.0.0.0/0' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-outbound-endpoint', 'Outbound', {
              addresses: { c: { subnet: 'C', ip: '' } },
              securityGroups: { UdpOnly: true },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
        box('resolver-rule', 'Rule', { endpoint: 'Outbound', vpcs: { own: { vpc: 'Vpc' } } }),
      ),
    ],
  },
});

type GroupRow = Resource<'security-group'>['props']['inbound'][string];

/** The groups of an endpoint; undefined where one of them is not drawn, or stands in for one that exists already. */
function groupsOf(
  context: RuleContext,
  endpoint: ResolverEndpoint,
): readonly Resource<'security-group'>[] | undefined {
  const groups: Resource<'security-group'>[] = [];
  for (const id of Object.keys(endpoint.props.securityGroups)) {
    const group = context.resource(id);
    if (group === undefined || !isKind(group, 'security-group') || group.provenance?.outside !== undefined)
      return undefined;
    groups.push(group);
  }
  return groups;
}

/** The ports on which the rules of an outbound endpoint ask. */
function portsAsked(context: RuleContext, endpoint: ResolverEndpoint): readonly number[] {
  const ports = rulesThrough(context, endpoint.id).flatMap(({ props }) =>
    Object.values(props.targets).map(({ port }) => known(port) ?? 53),
  );
  return ports.length === 0 ? [53] : [...new Set(ports)].sort((a, b) => a - b);
}

function opened(
  context: RuleContext,
  endpoint: ResolverEndpoint,
  group: Resource<'security-group'> | undefined,
  side: 'inbound' | 'outbound',
  protocols: readonly ('udp' | 'tcp')[],
  port: number,
  traffic: { readonly en: string; readonly ja: string },
): Plan | undefined {
  const peers = side === 'inbound' ? clients(context, endpoint) : servers(context, endpoint);
  if (peers.length === 0) return undefined;
  const named = listed(peers);
  if (group !== undefined) {
    const name = called(context, group.id);
    const way = side === 'inbound' ? { en: 'from', ja: 'からの' } : { en: 'to', ja: 'への' };
    return plan(
      `Allow ${traffic.en} ${way.en} ${named.en} in ${name}`,
      `${name} で ${named.ja} ${way.ja} ${traffic.ja} を許可`,
      ...allowDns(group, side, protocols, port, peers),
    );
  }
  const vpc = vpcOf(context, endpoint.id);
  if (vpc === undefined) return undefined;
  const name = called(context, endpoint.id);
  const inbound: Record<string, GroupRow> = {};
  for (const protocol of protocols)
    for (const [index, peer] of peers.entries())
      inbound[`${protocol}${index + 1}`] = { protocol, fromPort: port, toPort: port, peer };
  const fresh = addition(context, 'security-group', vpc, 'DnsSecurityGroup', {
    description: 'DNS to Resolver endpoints',
    inbound,
  });
  return plan(
    `Give ${name} a security group that allows ${traffic.en} from ${named.en}`,
    `${name} に、${named.ja} からの ${traffic.ja} を許可するセキュリティグループを設定`,
    fresh.call,
    call('setProps', { id: endpoint.id, props: { securityGroups: { [fresh.id]: true } } }),
  );
}

/** Those who ask an inbound endpoint: the networks outside that are drawn, else the VPCs other than its own, else its own. */
function clients(context: RuleContext, endpoint: ResolverEndpoint): readonly string[] {
  const outside = context
    .all('on-premises')
    .flatMap(({ props }) => Object.values(props.cidrs).flatMap(({ cidr }) => known(cidr) ?? []));
  if (outside.length > 0) return [...new Set(outside)];
  const own = vpcOf(context, endpoint.id);
  const blocks = (vpcs: readonly Resource<'vpc'>[]): readonly string[] =>
    vpcs.flatMap(({ props }) => known(props.cidr) ?? []);
  const others = blocks(context.all('vpc').filter(({ id }) => id !== own?.id));
  return others.length > 0 ? others : own === undefined ? [] : blocks([own]);
}

/** Those whom an outbound endpoint asks: the targets of its rules, each by itself; anybody where there is none. */
function servers(context: RuleContext, endpoint: ResolverEndpoint): readonly string[] {
  const targets = rulesThrough(context, endpoint.id).flatMap(({ props }) =>
    Object.values(props.targets).flatMap(({ ip }) => known(ip) ?? []),
  );
  const blocks = targets.flatMap((target) => {
    const address = addressOf(target);
    return address === undefined ? [] : [`${target}/${address.family === 4 ? 32 : 128}`];
  });
  return blocks.length === 0 ? ['0.0.0.0/0'] : [...new Set(blocks)];
}

import type { Peer } from '../core/catalog/field';
import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { blockText } from '../lib/cidr';
import { alwaysPreservesClientIp } from '../lib/listenerProtocols';
import type { Words } from '../lib/words';
import { addition } from './shared/additions';
import {
  forwards,
  subnetsOfBalancer,
  targetsOf,
  type Forward,
  type KnownTarget,
  type LoadBalancer,
} from './shared/balancers';
import { allowIn, peerText } from './shared/groups';
import { subnetBlock, vpcOf } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'target-closed-to-load-balancer',
  severity: 'error',
  summary: {
    en: 'The security group of a target must let its load balancer in',
    ja: 'ターゲットのセキュリティグループでは、ロードバランサーからの通信を許可します',
  },
  why: {
    en: 'A target sees the private address of the load balancer’s node as source, and not that of the client: behind an Application Load Balancer, of connections over PrivateLink, of addresses registered for TCP, and wherever client IP preservation is off. A rule for the clients’ addresses does not let these connections in. Allow the load balancer’s security group, or the addresses of its subnets.',
    ja: 'ターゲットから見た送信元は、クライアントではなくロードバランサーのノードのプライベートアドレスになります (Application Load Balancer の背後、PrivateLink 経由の接続、IP アドレスで登録した TCP のターゲット、クライアント IP の保持が無効の場合)。クライアントのアドレスを許可するルールでは、これらの接続は許可されません。ロードバランサーのセキュリティグループか、そのサブネットのアドレスを許可してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  ],
  *check(context) {
    const told = new Set<string>();
    for (const forward of forwards(context)) {
      const { balancer, group } = forward;
      const why = whyNodeIsSource(context, forward);
      if (why === undefined) continue;
      const targets = targetsOf(context, group) ?? [];
      const closed = targets.flatMap((target) => {
        const guard = guardAgainst(context, balancer, target);
        return guard === undefined ? [] : [{ target, guard }];
      });
      for (const { target, guard } of closed) {
        const key = `${balancer.id} ${target.resource.id} ${target.port}`;
        if (told.has(key)) continue;
        told.add(key);
        const [name, own] = [called(context, target.resource.id), called(context, balancer.id)];
        const isGroup = isKind(guard, 'security-group');
        const door = isGroup
          ? { en: called(context, guard.id), ja: called(context, guard.id) }
          : {
              en: `${name} has no security group, and the default one of ${called(context, guard.id)}`,
              ja: `${name} にセキュリティグループがなく、${called(context, guard.id)} のデフォルトのグループ`,
            };
        yield {
          on: isGroup ? [guard.id, target.resource.id, balancer.id] : [target.resource.id, balancer.id],
          field: isGroup ? 'inbound' : 'securityGroups',
          // One target that works is enough for the traffic to flow.
          ...(closed.length < targets.length ? { severity: 'warning' as const } : {}),
          message: {
            en: `${door.en} lets no TCP ${target.port} in from ${own}, whose address ${name} sees as source ${why.en}`,
            ja: `${door.ja} では ${own} からの TCP ${target.port} が許可されていません。${why.ja}、${name} から見た送信元は ${own} のアドレスになります`,
          },
          fixes: harmless(context, [opened(context, balancer, target, guard)]),
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
          { cidr: '10.0.0.0/16' },
          box('security-group', 'AlbGroup'),
          box('security-group', 'WebGroup', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: { ref: 'AlbGroup' } } },
          }),
          box('target-group', 'Group', {
            protocol: 'HTTP',
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Web', { securityGroups: { WebGroup: true } }),
            box('application-load-balancer', 'Alb', {
              subnets: { C: true },
              securityGroups: { AlbGroup: true },
              listeners: { http: { protocol: 'HTTP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.1.0.0/16' },
          box('security-group', 'WebGroup', {
            inbound: { consumer: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.1.0.0/24' },
            box('instance', 'Web', { securityGroups: { WebGroup: true } }),
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'AlbGroup'),
          box('security-group', 'WebGroup', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '192.168.0.0/16' } },
          }),
          box('target-group', 'Group', {
            protocol: 'HTTP',
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Web', { securityGroups: { WebGroup: true } }),
            box('application-load-balancer', 'Alb', {
              subnets: { C: true },
              securityGroups: { AlbGroup: true },
              listeners: { http: { protocol: 'HTTP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'WebGroup', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '192.168.0.0/16' } },
          }),
          box('target-group', 'Group', {
            preserveClientIp: 'off',
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Web', { securityGroups: { WebGroup: true } }),
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
    ],
  },
});

/** Why targets see the node as source, for words; undefined where they see the client, or nobody can say. */
function whyNodeIsSource(context: RuleContext, { balancer, group, listener }: Forward): Words | undefined {
  const { targetType, preserveClientIp } = group.props;
  const protocol = known(group.props.protocol);
  if (targetType === 'lambda' || targetType === 'alb' || protocol === undefined) return undefined;
  if (!['TCP', 'TLS', 'HTTP', 'HTTPS'].includes(known(listener.protocol) ?? '')) return undefined;
  if (balancer.kind === 'application-load-balancer')
    return { en: 'behind an Application Load Balancer', ja: 'Application Load Balancer の背後では' };
  const isShared = context
    .all('endpoint-service')
    .some(({ props }) => props.loadBalancers[balancer.id] === true);
  if (isShared) return { en: 'over PrivateLink', ja: 'PrivateLink 経由では' };
  if (alwaysPreservesClientIp(protocol)) return undefined;
  if (preserveClientIp === 'off' || (preserveClientIp === 'default' && targetType === 'ip'))
    return { en: 'without client IP preservation', ja: 'クライアント IP を保持しないため' };
  return undefined;
}

/** The security group, or the VPC with its default one, that stops the load balancer at a target. */
function guardAgainst(
  context: RuleContext,
  balancer: LoadBalancer,
  { resource, port }: KnownTarget,
): Resource | undefined {
  if (port === undefined) return undefined;
  const trace = context.network.trace({
    from: { resource: balancer.id },
    to: { resource: resource.id },
    protocol: 'tcp',
    port,
    sourcePort: null,
  });
  const [block] = trace.blockedBy;
  if (block?.code !== 'denied-by-security-group' || block.at !== resource.id) return undefined;
  return context.resource(block.resource);
}

/** A rule for the load balancer, in a new group where the target has none. */
function opened(
  context: RuleContext,
  balancer: LoadBalancer,
  { resource, port = 0 }: KnownTarget,
  guard: Resource,
): Plan | undefined {
  const peers = peersOf(context, balancer);
  const from = listed(peers.map((peer) => peerText(context, peer)));
  const name = called(context, resource.id);
  if (isKind(guard, 'security-group')) {
    const door = called(context, guard.id);
    return plan(
      `Allow TCP ${port} from ${from.en} in ${door}`,
      `${door} で ${from.ja} からの TCP ${port} を許可`,
      ...allowIn(guard, port, peers),
    );
  }
  const vpc = vpcOf(context, resource.id);
  if (vpc === undefined || !context.catalog.fields(resource.kind).has('securityGroups')) return undefined;
  const fresh = addition(context, 'security-group', vpc, `${name}SecurityGroup`, {
    description: `For ${name}`,
    inbound: Object.fromEntries(
      peers.map((peer, index) => [
        `rule${index + 1}`,
        { protocol: 'tcp' as const, fromPort: port, toPort: port, peer },
      ]),
    ),
  });
  return plan(
    `Give ${name} a security group that allows TCP ${port} from ${from.en}`,
    `${name} に、${from.ja} からの TCP ${port} を許可するセキュリティグループを設定`,
    fresh.call,
    call('setProps', { id: resource.id, props: { securityGroups: { [fresh.id]: true } } }),
  );
}

/** The group of a load balancer, else the addresses of its subnets. */
function peersOf(context: RuleContext, balancer: LoadBalancer): readonly Peer[] {
  const [group] = Object.keys(balancer.props.securityGroups);
  if (group !== undefined) return [{ ref: group }];
  return subnetsOfBalancer(context, balancer).flatMap((subnet) => {
    const block = subnetBlock(subnet);
    return block === undefined ? [] : [blockText(block)];
  });
}

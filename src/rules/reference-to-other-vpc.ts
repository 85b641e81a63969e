import { call } from '../core/commands';
import { referencesOf } from '../core/catalog/references';
import { isKind, valuesOf } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { isRecord } from './shared/fields';
import { vpcOf } from './shared/networks';
import { mayNameGroupsOf } from './shared/peerings';
import { mayNameGroupsThroughTransit } from './shared/transit';
import { groupSupportPlans } from './shared/transitPlans';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'reference-to-other-vpc',
  severity: 'error',
  summary: {
    en: 'A resource can use the route tables, subnets, ACLs and security groups of its own VPC only',
    ja: 'リソースが使えるのは、同じ VPC のルートテーブル、サブネット、ACL、セキュリティグループだけです',
  },
  why: {
    en: 'These belong to one VPC, and AWS rejects their use in another. Choose one of the resource’s own VPC, or make one there. Rules of security groups may also name groups of a VPC that is peered in the same Region, and inbound rules those of a VPC on the same transit gateway, where it and both attachments support security group referencing. Elsewhere name the CIDR block of the other VPC.',
    ja: 'これらは 1 つの VPC に属し、別の VPC では使えません。リソースと同じ VPC のものを選ぶか、その VPC に作成してください。セキュリティグループのルールでは、同じリージョンでピアリングされた VPC のグループも参照できます。インバウンドルールでは、Transit Gateway と両方のアタッチメントでセキュリティグループ参照のサポートがオンであれば、同じ Transit Gateway にアタッチされた VPC のグループも参照できます。それ以外の場合は、相手の VPC の CIDR ブロックを指定してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  ],
  check: forEachResource(function* (context, resource) {
    const own = vpcOf(context, resource.id);
    // `route-target-other-vpc` tells of routes.
    if (own === undefined || resource.kind === 'route-table') return;
    for (const { field, row, column, to } of referencesOf(context.catalog, resource)) {
      // An instance may have an interface in another VPC, if both are in one zone.
      // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/scenarios-enis.html
      if (resource.kind === 'network-interface' && field === 'attachedTo') continue;
      const other = context.resource(to) === undefined ? undefined : vpcOf(context, to);
      if (other === undefined || other.id === own.id) continue;
      // The load balancer behind its service may stand anywhere: it is reached by PrivateLink.
      if (resource.kind === 'gwlb-endpoint' && field === 'provider') continue;
      // A target that is registered by its address may stand in another VPC.
      if (isKind(resource, 'target-group') && resource.props.targetType === 'ip') continue;
      const isGroup = resource.kind === 'security-group';
      // SG2: rules may name groups of a peered VPC of the same Region.
      if (isGroup && mayNameGroupsOf(context, own.id, other.id) !== false) continue;
      // TG5: inbound rules may name groups across a transit gateway that supports it.
      const isInbound = isGroup && field === 'inbound';
      if (isInbound && mayNameGroupsThroughTransit(context, own.id, other.id) !== false) continue;
      const value = valuesOf(resource)[field];
      const name = called(context, resource.id);
      const kept =
        row === undefined && isRecord(value)
          ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== to))
          : null;
      const severed =
        row === undefined
          ? call('setProps', { id: resource.id, props: { [field]: kept } })
          : call('setRow', { id: resource.id, field, row, values: null });
      yield {
        on: [resource.id, to],
        field: row === undefined ? field : `${field}.${row}.${column}`,
        message: {
          en: `${name} of ${called(context, own.id)} uses ${called(context, to)}, which belongs to ${called(context, other.id)}`,
          ja: `${called(context, own.id)} の ${name} は、${called(context, other.id)} の ${called(context, to)} を使っています`,
        },
        fixes: [
          ...(isInbound ? groupSupportPlans(context, own.id, other.id) : []),
          plan(
            `Take ${called(context, to)} off ${name}`,
            `${name} から ${called(context, to)} を外す`,
            severed,
          ),
        ],
      };
    }
  }),
  examples: {
    good: [
      onTransitGateway('inbound', true),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { GroupA: true } })),
          box('security-group', 'GroupA'),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'GroupA', {
            inbound: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: 'GroupB' } } },
          }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('security-group', 'GroupB')),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('target-group', 'Group', {
            targetType: 'ip',
            targets: { peer: { target: { ref: 'Peer' }, port: null, zone: 'all' } },
          }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.1.0.0/24' }, box('instance', 'Peer')),
        ),
      ),
    ],
    bad: [
      onTransitGateway('inbound', false),
      onTransitGateway('outbound', true),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { GroupB: true } })),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('security-group', 'GroupB')),
      ),
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { routeTable: 'TableB' })),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('route-table', 'TableB')),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'GroupA', {
            inbound: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: 'GroupB' } } },
          }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('security-group', 'GroupB')),
        box('peering-connection', 'Peering', {
          requester: 'VpcA',
          accepter: 'VpcB',
          accepterRegion: 'us-east-1',
        }),
      ),
    ],
  },
});

/** A rule that names a group of a VPC that is attached to the same transit gateway. */
function onTransitGateway(direction: 'inbound' | 'outbound', securityGroupReferencing: boolean) {
  return sketch(
    box('transit-gateway', 'Hub', { securityGroupReferencing }),
    box(
      'vpc',
      'VpcA',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'SubnetA', { cidr: '10.0.0.0/24' }),
      box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
      box('security-group', 'GroupA', {
        [direction]: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: 'GroupB' } } },
      }),
    ),
    box(
      'vpc',
      'VpcB',
      { cidr: '10.1.0.0/16' },
      box('subnet', 'SubnetB', { cidr: '10.1.0.0/24' }),
      box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
      box('security-group', 'GroupB'),
    ),
  );
}

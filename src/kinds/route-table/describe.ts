/**
 * Route tables in the answers of AWS. The local route goes without saying, and so do those that a gateway endpoint puts there,
 * which says itself in which tables it is. What a virtual private gateway has propagated stands there as a route.
 */
import {
  describes,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import { tablesLeftOut } from '../../core/describe/leftOut';
import { flagIn, isGone, listIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';
import type { Value } from '../../core/model/value';
import { contains, blockOf } from '../../lib/cidr';

/** The members of a route that say where it leads, as templates call them. */
const targets: Readonly<Record<string, string>> = {
  NatGatewayId: 'NatGatewayId',
  TransitGatewayId: 'TransitGatewayId',
  VpcPeeringConnectionId: 'VpcPeeringConnectionId',
  EgressOnlyInternetGatewayId: 'EgressOnlyInternetGatewayId',
  LocalGatewayId: 'LocalGatewayId',
  CarrierGatewayId: 'CarrierGatewayId',
  CoreNetworkArn: 'CoreNetworkArn',
  OdbNetworkArn: 'OdbNetworkArn',
  // An instance is named by its interface, too, which comes last.
  InstanceId: 'InstanceId',
  NetworkInterfaceId: 'NetworkInterfaceId',
  GatewayId: 'GatewayId',
};

export default describes({
  kind: 'route-table',
  calls: [{ command: 'ec2 describe-route-tables', list: 'RouteTables', ids: 'rtb-' }],
  reads: {
    *RouteTables(table, scope) {
      const id = textIn(table, 'RouteTableId');
      const associations = listIn(table, 'Associations').filter(
        (each) => !isGone(partIn(each, 'AssociationState')),
      );
      const vpc = textIn(table, 'VpcId');
      const main = associations.some((each) => flagIn(each, 'Main') === true);
      yield {
        id,
        type: 'AWS::EC2::RouteTable',
        properties: { VpcId: refTo(vpc), Tags: scope.tags(table) },
        says: { main, ...tablesLeftOut(table, id, { routes: ['Routes', ['destination', 'target']] }) },
        optional: main && !usesMain(vpc, scope) && isAsMade(table),
      };
      for (const association of associations) {
        const subnet = textIn(association, 'SubnetId');
        const gateway = textIn(association, 'GatewayId');
        const own = `${id}-of-${subnet || gateway}`;
        if (subnet !== '')
          yield {
            id: own,
            type: 'AWS::EC2::SubnetRouteTableAssociation',
            properties: { SubnetId: refTo(subnet), RouteTableId: refTo(id) },
          };
        else if (gateway !== '')
          yield {
            id: own,
            type: 'AWS::EC2::GatewayRouteTableAssociation',
            properties: { GatewayId: refTo(gateway), RouteTableId: refTo(id) },
          };
      }
      for (const each of listIn(table, 'PropagatingVgws')) {
        const gateway = textIn(each, 'GatewayId');
        yield {
          id: `${id}-from-${gateway}`,
          type: 'AWS::EC2::VPNGatewayRoutePropagation',
          properties: { VpnGatewayId: refTo(gateway), RouteTableIds: [{ Ref: id }] },
        };
      }
      yield* routesOf(id, table, scope);
    },
  },
});

/** Whether it has the local routes alone, and says so. */
function isAsMade(table: AwsRecord): boolean {
  return (
    Array.isArray(table['Routes']) &&
    listIn(table, 'Routes').every((route) => textIn(route, 'GatewayId') === 'local')
  );
}

/** Whether a subnet of the VPC has no table of its own. */
function usesMain(vpc: string, scope: DescribeReadScope): boolean {
  const own = new Set(
    scope
      .where('RouteTables', 'VpcId', vpc)
      .flatMap((table) => listIn(table, 'Associations').map((each) => textIn(each, 'SubnetId'))),
  );
  return scope.where('Subnets', 'VpcId', vpc).some((subnet) => !own.has(textIn(subnet, 'SubnetId')));
}

function* routesOf(id: string, table: AwsRecord, scope: DescribeReadScope): Generator<DescribedResource> {
  const routes = listIn(table, 'Routes');
  for (const [index, route] of routes.entries()) {
    const gateway = textIn(route, 'GatewayId');
    if (gateway === 'local' || isOfGatewayEndpoint(gateway, scope)) continue;
    if (isPropagated(route) && !counts(route, routes)) continue;
    const own = `${id}-route-${index + 1}`;
    const target = Object.keys(targets).find((name) => textIn(route, name) !== '');
    const says = targetSaid(route, gateway, target !== undefined, scope);
    yield {
      id: own,
      type: 'AWS::EC2::Route',
      properties: {
        RouteTableId: refTo(id),
        DestinationCidrBlock: textIn(route, 'DestinationCidrBlock') || undefined,
        DestinationIpv6CidrBlock: textIn(route, 'DestinationIpv6CidrBlock') || undefined,
        DestinationPrefixListId: scope.prefixList(textIn(route, 'DestinationPrefixListId')),
        ...(target === undefined ? {} : { [targets[target] ?? target]: refTo(textIn(route, target)) }),
      },
      ...(says === undefined ? {} : { of: id, says: { [`routes.${own}.target`]: says.target } }),
    };
  }
}

/** What the id of the target alone does not say: that nothing is there any more, or that nobody knows what it is. */
function targetSaid(
  route: AwsRecord,
  gateway: string,
  hasTarget: boolean,
  scope: DescribeReadScope,
): { readonly target: Value<null> } | undefined {
  const state = textIn(route, 'State');
  if (state === 'blackhole') return { target: null };
  // A route of VPC Route Server names the address of its next hop; what `filtered` means for packets, AWS does not say.
  if (!hasTarget || state === 'filtered')
    return {
      target: {
        unknown: {
          en: 'the answer does not say what AWS resource this route leads to',
          ja: 'このルートのターゲットとなる AWS リソースが結果に示されていません',
        },
      },
    };
  const isMissing = (prefix: string, list: string, member: string): boolean =>
    gateway.startsWith(prefix) && scope.where(list, member, gateway).length === 0;
  if (
    !isMissing('vgw-', 'VpnGateways', 'VpnGatewayId') &&
    !isMissing('vpce-', 'VpcEndpoints', 'VpcEndpointId')
  )
    return undefined;
  return {
    target: {
      unknown: { en: `${gateway} is not among the files`, ja: `${gateway} がファイルにありません` },
    },
  };
}

/** Such a route names the endpoint where others name a gateway; a Gateway Load Balancer endpoint is named there, too. */
function isOfGatewayEndpoint(id: string, scope: DescribeReadScope): boolean {
  if (!id.startsWith('vpce-')) return false;
  return scope
    .where('VpcEndpoints', 'VpcEndpointId', id)
    .some((each) => textIn(each, 'VpcEndpointType') === 'Gateway');
}

function isPropagated(route: AwsRecord): boolean {
  return textIn(route, 'Origin') === 'EnableVgwRoutePropagation';
}

/**
 * Whether a propagated route decides anything: not where a static route has its destination, nor inside the VPC (RT3, RT7).
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
function counts(route: AwsRecord, all: readonly AwsRecord[]): boolean {
  const destination = (each: AwsRecord): string =>
    textIn(each, 'DestinationCidrBlock') || textIn(each, 'DestinationIpv6CidrBlock');
  const own = blockOf(destination(route));
  return all.every((other) => {
    if (other === route || isPropagated(other)) return true;
    if (destination(other) === destination(route)) return false;
    const local = textIn(other, 'GatewayId') === 'local' ? blockOf(destination(other)) : undefined;
    return local === undefined || own === undefined || !contains(local, own);
  });
}

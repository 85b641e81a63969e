/** A route table as AWS answers for it: with the local routes, and those that gateway endpoints put there. */
import type { Peer } from '../../core/catalog/field';
import type { Resource, ResourceId } from '../../core/model/document';
import { known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';
import { awsPrefixList } from '../../core/describe/awsPrefixList';
import { fullServiceName } from '../../lib/serviceNames';

type Table = Resource<'route-table'>;

export default writesAnswers({
  kind: 'route-table',
  id: 'rtb-',
  write(table, scope) {
    const vpc = scope.ancestor('vpc');
    const RouteTableId = scope.id(table.id);
    scope.add('RouteTables', {
      Associations: associationsOf(table, RouteTableId, vpc?.id, scope),
      OwnerId: scope.account,
      PropagatingVgws: scope
        .within('virtual-private-gateway', vpc?.id)
        .filter(({ props }) => Object.values(props.propagation).some((row) => row.routeTable === table.id))
        .map(({ id }) => ({ GatewayId: scope.id(id) })),
      RouteTableId,
      Routes: [
        ...localRoutes(vpc),
        ...Object.values(table.props.routes).flatMap(({ destination, target }) => {
          const to = known(target);
          const route = to === undefined ? undefined : routeTo(known(destination), to, scope);
          return route === undefined ? [] : [route];
        }),
        ...endpointRoutes(table, vpc?.id, scope),
      ],
      Tags: scope.tags(table),
      VpcId: scope.id(vpc?.id ?? null),
    });
  },
});

function associationsOf(
  table: Table,
  RouteTableId: string,
  network: ResourceId | undefined,
  scope: AnswerScope,
): readonly AnswerRecord[] {
  const association = (key: string, of: AnswerRecord): AnswerRecord => ({
    AssociationState: { State: 'associated' },
    Main: false,
    RouteTableAssociationId: scope.made('rtbassoc-', `${table.id} ${key}`),
    RouteTableId,
    ...of,
  });
  const gateways = [
    ...scope.within('internet-gateway', network),
    ...scope.within('virtual-private-gateway', network),
  ].filter(({ props }) => props.routeTable === table.id);
  return [
    ...(table.props.main === true ? [association('main', { Main: true })] : []),
    ...scope
      .within('subnet', network)
      .filter(({ props }) => props.routeTable === table.id)
      .map(({ id }) => association(id, { SubnetId: scope.id(id) })),
    ...gateways.map(({ id }) => association(id, { GatewayId: scope.id(id) })),
  ];
}

function localRoutes(vpc: Resource<'vpc'> | undefined): readonly AnswerRecord[] {
  if (vpc === undefined) return [];
  const local = { GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' };
  const blocks = [vpc.props.cidr, ...Object.values(vpc.props.secondaryCidrs).map(({ cidr }) => cidr)];
  return [
    ...blocks.flatMap((block) => {
      const DestinationCidrBlock = known(block) ?? '';
      return DestinationCidrBlock === '' ? [] : [{ DestinationCidrBlock, ...local }];
    }),
    ...(vpc.props.ipv6 === true ? [{ DestinationIpv6CidrBlock: '2001:db8:1234:1a00::/56', ...local }] : []),
  ];
}

function routeTo(
  destination: Peer | undefined,
  target: ResourceId | null,
  scope: AnswerScope,
): AnswerRecord | undefined {
  const where = destinationOf(destination, scope);
  if (where === undefined) return undefined;
  const found = scope.resource(target);
  if (target === null || found === undefined)
    // AWS still shows the id of what has been there.
    return {
      ...where,
      NatGatewayId: scope.made('nat-', `gone ${JSON.stringify(where)}`),
      Origin: 'CreateRoute',
      State: 'blackhole',
    };
  return { ...where, ...targetOf(found, scope), Origin: 'CreateRoute', State: 'active' };
}

function destinationOf(destination: Peer | undefined, scope: AnswerScope): AnswerRecord | undefined {
  if (destination === undefined || destination === '') return undefined;
  if (typeof destination === 'object') return { DestinationPrefixListId: scope.id(destination.ref) };
  if (destination.startsWith('com.amazonaws.'))
    return { DestinationPrefixListId: awsPrefixList(destination, scope) };
  return destination.includes(':')
    ? { DestinationIpv6CidrBlock: destination }
    : { DestinationCidrBlock: destination };
}

function targetOf(target: Resource, scope: AnswerScope): AnswerRecord {
  const id = scope.id(target.id);
  switch (target.kind) {
    case 'nat-gateway':
      return { NatGatewayId: id };
    case 'egress-only-internet-gateway':
      return { EgressOnlyInternetGatewayId: id };
    case 'peering-connection':
      return { VpcPeeringConnectionId: id };
    case 'transit-gateway':
      return { TransitGatewayId: id };
    case 'instance':
      return {
        InstanceId: id,
        InstanceOwnerId: scope.account,
        NetworkInterfaceId: scope.made('eni-', `${target.id} primary`),
      };
    case 'network-interface':
      return { NetworkInterfaceId: id };
    default:
      return { GatewayId: id };
  }
}

function endpointRoutes(
  table: Table,
  network: ResourceId | undefined,
  scope: AnswerScope,
): readonly AnswerRecord[] {
  return scope.within('gateway-endpoint', network).flatMap(({ id, props }) => {
    const service = known(props.service) ?? '';
    if (props.routeTables[table.id] !== true || service === '') return [];
    return [
      {
        DestinationPrefixListId: awsPrefixList(fullServiceName(scope.region, service), scope),
        GatewayId: scope.id(id),
        Origin: 'CreateRoute',
        State: 'active',
      },
    ];
  });
}

/**
 * A route table decides where packets go that leave its subnets. The local routes are always there and not listed; those
 * of gateway endpoints come from the endpoints. Drawn as a chip on its subnets' title lines.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
import { columns, type Peer, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import type { CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { peerByName, prefixListParameter } from '../../core/cfn/prefixList';
import type { CfnValue } from '../../core/cfn/template';
import type { ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { known, type Value } from '../../core/model/value';
import { isPrefixListName } from '../../lib/prefixLists';
import { cidrFaultWords } from '../../lib/cidrWords';

interface Route {
  readonly destination: Value<Peer>;
  readonly target: Value<ResourceId | null>;
}

interface RouteTableProps {
  /** The VPC's main table. CloudFormation cannot make one; it is written as an ordinary table of the subnets that use it. */
  readonly main: Value<boolean>;
  readonly routes: Rows<Route>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'route-table': RouteTableProps;
  }
}

/** What a route may lead to, with the property that names it in `AWS::EC2::Route`. */
const targets: readonly { readonly property: string; readonly kinds: readonly KindName[] }[] = [
  { property: 'VpcEndpointId', kinds: ['gwlb-endpoint'] },
  // Which takes the id of an endpoint, too.
  { property: 'GatewayId', kinds: ['internet-gateway', 'virtual-private-gateway', 'gwlb-endpoint'] },
  { property: 'NatGatewayId', kinds: ['nat-gateway'] },
  { property: 'EgressOnlyInternetGatewayId', kinds: ['egress-only-internet-gateway'] },
  { property: 'VpcPeeringConnectionId', kinds: ['peering-connection'] },
  { property: 'TransitGatewayId', kinds: ['transit-gateway'] },
  { property: 'InstanceId', kinds: ['instance'] },
  { property: 'NetworkInterfaceId', kinds: ['network-interface', 'instance'] },
];

/** What a route may lead to at AWS and not yet here. */
const otherTargets = ['CarrierGatewayId', 'LocalGatewayId', 'CoreNetworkArn', 'OdbNetworkArn'];

const blocks = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'];
const destinations = [...blocks, 'DestinationPrefixListId'];

export default defineKind({
  kind: 'route-table',
  label: { en: 'Route table', ja: 'ルートテーブル' },
  summary: {
    en: 'Says where packets go that leave a subnet',
    ja: 'サブネットから出るパケットの行き先を決めます',
  },
  group: 'network',
  icon: 'resource/AmazonRoute53RouteTable',
  defaultName: 'RouteTable',
  parents: ['vpc'],
  goesWithUsers: true,
  shape: { as: 'chip' },
  fields: {
    routes: {
      control: 'rows',
      label: { en: 'Routes', ja: 'ルート' },
      addLabel: { en: 'Add route', ja: 'ルートを追加' },
      routes: true,
      default: {},
      columns: columns<Route>({
        destination: {
          control: 'peer',
          kinds: ['prefix-list'],
          prefixLists: true,
          label: { en: 'Destination', ja: '送信先' },
          property: 'DestinationCidrBlock',
          default: '0.0.0.0/0',
          check: (destination) =>
            typeof destination !== 'string' || isPrefixListName(destination)
              ? undefined
              : cidrFaultWords(destination, destination.includes(':') ? 6 : 4),
        },
        target: {
          control: 'ref',
          kinds: [...new Set(targets.flatMap(({ kinds }) => kinds))],
          label: { en: 'Target', ja: 'ターゲット' },
          property: 'GatewayId',
          default: null,
          none: { en: 'None (blackhole)', ja: 'なし (ブラックホール)' },
        },
      }),
    },
    main: {
      control: 'toggle',
      label: { en: 'Main route table of the VPC', ja: 'VPC のメインルートテーブル' },
      default: false,
      advanced: true,
    },
  },
  look: ({ props }) => (props.main === true ? { main: true } : {}),
  *facts({ id, props }, around) {
    yield {
      fact: 'route-table',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      main: props.main === true,
      routes: rowsTaken(props.routes, 'destination'),
    };
  },
  cfn: {
    types: ['AWS::EC2::RouteTable'],
    satellites: [{ role: 'route', type: 'AWS::EC2::Route', from: 'satellite', property: 'RouteTableId' }],
    *write(table, scope) {
      yield {
        role: '',
        type: 'AWS::EC2::RouteTable',
        properties: { VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null), Tags: scope.nameTags(table) },
      };
      for (const [key, route] of Object.entries(table.props.routes)) {
        const targetId = known(route.target) ?? null;
        const target = targetProperty(targetId, scope);
        const destination = destinationProperty(known(route.destination), scope);
        if (target === undefined || destination === undefined) continue;
        yield {
          role: `route:${key}`,
          type: 'AWS::EC2::Route',
          suffix: suffixFor(known(route.destination), scope),
          properties: {
            RouteTableId: scope.ref(table.id),
            ...destination,
            ...target,
          },
          dependsOn: [...scope.attachmentOf(targetId), ...transitAttachments(targetId, scope)],
        };
      }
    },
    read(reader, scope) {
      const routes: Record<string, Route> = {};
      for (const route of reader.satellites('route')) {
        // A route that restores the local one says nothing new.
        if (route.raw('GatewayId') === 'local') continue;
        const { row } = route;
        const destination = route.peer(
          `routes.${row}.destination`,
          { cidr: blocks, prefixList: 'DestinationPrefixListId', refs: [] },
          [],
          ['prefix-list'],
        );
        routes[row] = {
          destination: route.refused(...destinations) ?? peerByName(destination, scope.region),
          target: targetOf(route, `routes.${row}.target`),
        };
      }
      return { parentId: reader.parent('VpcId', ['vpc']), props: { main: false, routes } };
    },
  },
});

/** What a route's logical ID says behind its table's. */
function suffixFor(destination: Peer | undefined, scope: CfnWriteScope): string {
  if (destination === '0.0.0.0/0') return 'DefaultRoute';
  if (destination === '::/0') return 'DefaultIpv6Route';
  const list = typeof destination === 'object' ? scope.logicalId(destination.ref) : undefined;
  return list === undefined ? 'Route' : `RouteTo${list}`;
}

/** A route to a transit gateway can be made once the VPC is attached to it. */
function transitAttachments(target: ResourceId | null, scope: CfnWriteScope): readonly string[] {
  return scope
    .all('transit-gateway-attachment', scope.ancestor('vpc')?.id)
    .flatMap(({ id, props }) =>
      target !== null && props.transitGateway === target ? (scope.logicalId(id) ?? []) : [],
    );
}

function targetProperty(
  id: ResourceId | null,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> | undefined {
  const target = scope.resource(id);
  // An instance stands for its primary interface, which can be named where it is a resource of its own.
  const primary = target?.kind === 'instance' ? scope.ref(id, 'network-interface') : undefined;
  if (primary !== undefined) return { NetworkInterfaceId: primary };
  const slot = targets.find(({ kinds }) => target !== undefined && kinds.includes(target.kind));
  const named = scope.ref(id);
  return slot === undefined || named === undefined ? undefined : { [slot.property]: named };
}

function destinationProperty(
  destination: Peer | undefined,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> | undefined {
  if (destination === undefined) return undefined;
  if (typeof destination === 'object') {
    const list = scope.ref(destination.ref);
    return list === undefined ? undefined : { DestinationPrefixListId: list };
  }
  if (isPrefixListName(destination))
    return { DestinationPrefixListId: prefixListParameter(destination, scope) };
  return destination.includes(':')
    ? { DestinationIpv6CidrBlock: destination }
    : { DestinationCidrBlock: destination };
}

function targetOf(route: CfnReader, prop: string): Value<ResourceId | null> {
  const refused = route.refused(...targets.map(({ property }) => property), ...otherTargets);
  if (refused !== undefined) return refused;
  const slot = targets.find(({ property }) => route.has(property));
  if (slot !== undefined) return route.target(prop, slot.property, slot.kinds);
  const other = otherTargets.find((property) => route.has(property));
  if (other === undefined) return null;
  return {
    unknown: {
      en: `where the route ${route.logicalId} leads: its ${other} is not followed`,
      ja: `ルート ${route.logicalId} の行き先 (${other} は解析の対象外です)`,
    },
  };
}

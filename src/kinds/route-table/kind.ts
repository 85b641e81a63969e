/**
 * A route table decides where packets go that leave its subnets. The local routes are always there and not listed; those
 * of gateway endpoints come from the endpoints. Drawn as a chip on its subnets' title lines.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
import { columns, type Peer, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import type { ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { known, type Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';

interface Route {
  readonly destination: Value<Peer>;
  readonly target: Value<ResourceId | null>;
}

interface RouteTableProps {
  /** The VPC's main table. CloudFormation cannot make one; it is written as an ordinary table of the subnets that use it. */
  readonly main: boolean;
  readonly routes: Rows<Route>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'route-table': RouteTableProps;
  }
}

/** What a route may lead to, with the property that names it in `AWS::EC2::Route`. */
const targets: readonly { readonly property: string; readonly kinds: readonly KindName[] }[] = [
  { property: 'GatewayId', kinds: ['internet-gateway'] },
  { property: 'NatGatewayId', kinds: ['nat-gateway'] },
  { property: 'EgressOnlyInternetGatewayId', kinds: ['egress-only-internet-gateway'] },
  { property: 'InstanceId', kinds: ['instance'] },
];

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
          kinds: [],
          prefixLists: true,
          label: { en: 'Destination', ja: '送信先' },
          property: 'DestinationCidrBlock',
          default: '0.0.0.0/0',
          check: (destination) =>
            typeof destination !== 'string' || destination.startsWith('com.amazonaws.')
              ? undefined
              : cidrFaultWords(destination, destination.includes(':') ? 6 : 4),
        },
        target: {
          control: 'ref',
          kinds: targets.flatMap(({ kinds }) => kinds),
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
  *facts({ id, props }, around) {
    yield {
      fact: 'route-table',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      main: props.main,
      routes: props.routes,
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
        const target = scope.resource(targetId);
        const slot = targets.find(({ kinds }) => target !== undefined && kinds.includes(target.kind));
        const destination = known(route.destination);
        if (slot === undefined || typeof destination !== 'string') continue;
        yield {
          role: `route:${key}`,
          type: 'AWS::EC2::Route',
          properties: {
            RouteTableId: scope.ref(table.id),
            [destination.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: destination,
            [slot.property]: scope.ref(targetId),
          },
          dependsOn: scope.attachmentOf(targetId),
        };
      }
    },
    read(reader) {
      const routes: Record<string, Route> = {};
      for (const route of reader.satellites('route')) {
        const row = route.logicalId;
        const slot = targets.find(({ property }) => route.has(property));
        routes[row] = {
          destination:
            route.peer(
              `routes.${row}.destination`,
              {
                cidr: ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'],
                prefixList: 'DestinationPrefixListId',
                refs: [],
              },
              [],
            ) ?? '',
          target: slot === undefined ? null : route.ref(`routes.${row}.target`, slot.property, slot.kinds),
        };
      }
      return { parentId: reader.ref('parentId', 'VpcId', ['vpc']), props: { main: false, routes } };
    },
  },
});

import { call } from '../core/commands';
import type { Resource, ResourceId } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { appliances, machineOf } from './shared/appliances';
import { routesOf, subnetOf, tableOf, wayOut } from './shared/networks';
import { forEachAttachedVpc, subnetsOfAttachment } from './shared/transit';
import { called, calledAll, plan } from './shared/words';

export default defineRule({
  id: 'transit-appliance-mode-off',
  severity: 'warning',
  summary: {
    en: 'A VPC with stateful appliances in several zones needs appliance mode on its transit gateway attachment',
    ja: '複数のゾーンにステートフルなアプライアンスがある VPC では、アタッチメントのアプライアンスモードが必要です',
  },
  why: {
    en: 'Without it a transit gateway keeps a packet in the Availability Zone it comes from. A client and a server in different zones then have the request pass one appliance and the reply another, which has not seen the request and drops it.',
    ja: 'オフの場合、Transit Gateway はパケットを送信元と同じアベイラビリティーゾーンで転送します。クライアントとサーバーのゾーンが異なると、リクエストと応答が別々のアプライアンスを通り、リクエストを処理していないアプライアンスが応答を破棄します。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  check: forEachAttachedVpc(function* (context, { attachment, vpc }) {
    if (attachment.props.applianceMode !== false) return;
    const behind = subnetsOfAttachment(context, attachment)
      .map((subnet) => appliancesBehind(context, subnet))
      .filter((machines) => machines.length > 0);
    // Where every zone leads to the same appliances, they see both directions.
    if (new Set(behind.map((machines) => machines.join(' '))).size < 2) return;
    const machines = [...new Set(behind.flat())];
    const name = called(context, attachment.id);
    const names = calledAll(context, machines);
    yield {
      on: [attachment.id, vpc.id, ...machines],
      field: 'applianceMode',
      message: {
        en: `${name} leads to ${names.en} in different zones, and its appliance mode is off`,
        ja: `${name} は異なるゾーンの ${names.ja} に転送しますが、アプライアンスモードがオフです`,
      },
      fixes: [
        plan(
          `Turn appliance mode of ${name} on`,
          `${name} のアプライアンスモードをオンにする`,
          call('setProps', { id: attachment.id, props: { applianceMode: true } }),
        ),
      ],
    };
  }),
  examples: {
    good: [
      inspection(true, 'ApplianceC'),
      inspection(false, 'ApplianceA'),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Inspection',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Public', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'TableA', { routes: { a: { destination: '0.0.0.0/0', target: 'A' } } }),
          box('route-table', 'TableC', { routes: { a: { destination: '0.0.0.0/0', target: 'C' } } }),
          box('subnet', 'TransitA', { cidr: '10.0.0.0/28', zone: 'ap-northeast-1a', routeTable: 'TableA' }),
          box('subnet', 'TransitC', { cidr: '10.0.1.0/28', zone: 'ap-northeast-1c', routeTable: 'TableC' }),
          box(
            'subnet',
            'SubnetA',
            { cidr: '10.0.2.0/24', zone: 'ap-northeast-1a', routeTable: 'Public' },
            box('instance', 'A', { sourceDestinationCheck: false }),
          ),
          box(
            'subnet',
            'SubnetC',
            { cidr: '10.0.3.0/24', zone: 'ap-northeast-1c', routeTable: 'Public' },
            box('instance', 'C', { sourceDestinationCheck: false }),
          ),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { TransitA: true, TransitC: true },
          }),
        ),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Inspection',
          {},
          box('route-table', 'TableA', { routes: { a: { destination: '0.0.0.0/0', target: 'A' } } }),
          box('route-table', 'TableC', { routes: { a: { destination: '0.0.0.0/0', target: 'C' } } }),
          box('subnet', 'TransitA', { cidr: '10.0.0.0/28', zone: 'ap-northeast-1a', routeTable: 'TableA' }),
          box('subnet', 'TransitC', { cidr: '10.0.1.0/28', zone: 'ap-northeast-1c', routeTable: 'TableC' }),
          box(
            'subnet',
            'SubnetA',
            { cidr: '10.0.2.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('network-interface', 'A', { attachedTo: 'Firewall', sourceDestinationCheck: false }),
            box('network-interface', 'C', {
              attachedTo: 'Firewall',
              sourceDestinationCheck: false,
              deviceIndex: 2,
            }),
          ),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { TransitA: true, TransitC: true },
          }),
        ),
      ),
    ],
    bad: [
      inspection(false, 'ApplianceC'),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Inspection',
          {},
          box('route-table', 'TableA', { routes: { a: { destination: '0.0.0.0/0', target: 'A' } } }),
          box('route-table', 'TableC', { routes: { a: { destination: '0.0.0.0/0', target: 'C' } } }),
          box('subnet', 'TransitA', { cidr: '10.0.0.0/28', zone: 'ap-northeast-1a', routeTable: 'TableA' }),
          box('subnet', 'TransitC', { cidr: '10.0.1.0/28', zone: 'ap-northeast-1c', routeTable: 'TableC' }),
          box(
            'subnet',
            'SubnetA',
            { cidr: '10.0.2.0/24', zone: 'ap-northeast-1a' },
            box('gwlb-endpoint', 'A'),
          ),
          box(
            'subnet',
            'SubnetC',
            { cidr: '10.0.3.0/24', zone: 'ap-northeast-1c' },
            box('gwlb-endpoint', 'C'),
          ),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { TransitA: true, TransitC: true },
          }),
        ),
      ),
    ],
  },
});

/** A VPC with an appliance in each of two zones; the second zone uses the one named. */
function inspection(applianceMode: boolean, inSecond: string) {
  const zone = (letter: string, number: number, appliance: string) => [
    box('route-table', `Table${letter}`, {
      routes: { a: { destination: '0.0.0.0/0', target: appliance } },
    }),
    box('route-table', `ApplianceTable${letter}`, {
      routes: { a: { destination: '0.0.0.0/0', target: 'Hub' } },
    }),
    box('subnet', `Transit${letter}`, {
      cidr: `10.0.${number}.0/28`,
      zone: `ap-northeast-1${letter.toLowerCase()}`,
      routeTable: `Table${letter}`,
    }),
    box(
      'subnet',
      `Subnet${letter}`,
      {
        cidr: `10.0.${number + 1}.0/24`,
        zone: `ap-northeast-1${letter.toLowerCase()}`,
        routeTable: `ApplianceTable${letter}`,
      },
      box('instance', `Appliance${letter}`),
    ),
  ];
  return sketch(
    box('transit-gateway', 'Hub'),
    box(
      'vpc',
      'Inspection',
      {},
      ...zone('A', 0, 'ApplianceA'),
      ...zone('C', 2, inSecond),
      box('transit-gateway-attachment', 'Attachment', {
        transitGateway: 'Hub',
        subnets: { TransitA: true, TransitC: true },
        applianceMode,
      }),
    ),
  );
}

/** What a subnet sends to what comes from the transit gateway by it, each only once. */
function appliancesBehind(context: RuleContext, subnet: Resource<'subnet'>): readonly ResourceId[] {
  const table = tableOf(context, subnet);
  if (table == null) return [];
  const found = routesOf(context, table).flatMap(({ target }) =>
    target !== undefined && needsBothWays(context, target) ? (machineOf(target) ?? []) : [],
  );
  return [...new Set(found)].sort();
}

/** What sends to the internet by itself is a NAT instance: what it has asked for comes back to its own address. */
function needsBothWays(context: RuleContext, target: Resource): boolean {
  if (!appliances.has(target.kind)) return false;
  if (isKind(target, 'gwlb-endpoint')) return true;
  const home = subnetOf(context, target.id);
  const out = home === undefined ? undefined : wayOut(context, home);
  return out !== undefined && out !== 'internet';
}

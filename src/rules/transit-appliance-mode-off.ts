import { call } from '../core/commands';
import type { Resource, ResourceId } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { routesOf, tableOf, zoneOf } from './shared/networks';
import { attachedVpcs, subnetsOfAttachment } from './shared/transit';
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
  *check(context) {
    for (const { attachment, vpc } of attachedVpcs(context)) {
      if (attachment.props.applianceMode !== false) continue;
      const byZone = subnetsOfAttachment(context, attachment).map((subnet) => ({
        zone: zoneOf(context, subnet) ?? '',
        appliances: appliancesBehind(context, subnet),
      }));
      const zones = new Set(byZone.filter((each) => each.appliances.length > 0).map(({ zone }) => zone));
      const appliances = [...new Set(byZone.flatMap((each) => each.appliances))];
      if (zones.size < 2 || appliances.length < 2) continue;
      const name = called(context, attachment.id);
      const names = calledAll(context, appliances);
      yield {
        on: [attachment.id, vpc.id, ...appliances],
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
    }
  },
  examples: {
    good: [inspection(true, 'ApplianceC'), inspection(false, 'ApplianceA')],
    bad: [inspection(false, 'ApplianceC')],
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

/** The instances that what comes from the transit gateway by a subnet is sent to. */
function appliancesBehind(context: RuleContext, subnet: Resource<'subnet'>): readonly ResourceId[] {
  const table = tableOf(context, subnet);
  if (table == null) return [];
  return routesOf(context, table).flatMap(({ target }) =>
    target !== undefined && isKind(target, 'instance') ? [target.id] : [],
  );
}

import type { Resource, ResourceId } from '../core/model/document';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { defaultTarget, inVpc, subnetOf, tableOf, zoneOf } from './shared/networks';
import { routeForSubnet } from './shared/routing';
import { called, calledAll, listed, verb } from './shared/words';

export default defineRule({
  id: 'single-nat-gateway',
  severity: 'warning',
  summary: {
    en: 'A NAT gateway in another Availability Zone is a way out that fails with that zone',
    ja: '別のアベイラビリティーゾーンの NAT ゲートウェイを使うと、そのゾーンの障害で外部に接続できなくなります',
  },
  why: {
    en: 'A NAT gateway lives in one zone. When that zone fails, subnets of other zones that route to it lose their way out; until then they pay for traffic between zones in both directions. Give each zone a NAT gateway and a route table of its own. Ignore this in test environments, where one is cheaper.',
    ja: 'NAT ゲートウェイは 1 つのゾーンに置かれます。そのゾーンに障害が起きると、他のゾーンのサブネットも外部に接続できなくなります。また、平常時もゾーン間の通信料金が往復でかかります。ゾーンごとに NAT ゲートウェイとルートテーブルを用意してください。費用を抑えたいテスト環境では無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html'],
  check: forEachOf('vpc', function* (context, vpc) {
    const byNat = new Map<ResourceId, { nat: Resource; zone: string; subnets: Resource<'subnet'>[] }>();
    for (const subnet of inVpc(context, vpc.id, 'subnet')) {
      const table = tableOf(context, subnet);
      const nat = table === undefined ? undefined : defaultTarget(context, table);
      if (nat?.kind !== 'nat-gateway') continue;
      const home = subnetOf(context, nat.id);
      const zone = home === undefined ? '' : (zoneOf(context, home) ?? '');
      const own = zoneOf(context, subnet) ?? '';
      if (zone === '' || own === '' || zone === own) continue;
      const fault = byNat.get(nat.id) ?? { nat, zone, subnets: [] };
      fault.subnets.push(subnet);
      byNat.set(nat.id, fault);
    }
    for (const { nat, zone, subnets } of byNat.values()) {
      const ids = subnets.map(({ id }) => id);
      const names = calledAll(context, ids);
      const zones = listed([...new Set(subnets.map((subnet) => zoneOf(context, subnet) ?? ''))]);
      yield {
        on: [nat.id, ...ids],
        message: {
          en: `${names.en} in ${zones.en} ${verb(ids, 'goes', 'go')} out through ${called(context, nat.id)} in ${zone}`,
          ja: `${zones.ja} の ${names.ja} は、${zone} の ${called(context, nat.id)} を経由して外部に接続します`,
        },
        fixes: ownNats(context, vpc.id, subnets),
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box('subnet', 'Private', {
            cidr: '10.0.1.0/24',
            zone: 'ap-northeast-1a',
            routeTable: 'PrivateTable',
          }),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'PublicA',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a', routeTable: 'PublicTable' },
            box('nat-gateway', 'NatA'),
          ),
          box(
            'subnet',
            'PublicC',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c', routeTable: 'PublicTable' },
            box('nat-gateway', 'NatC'),
          ),
          box('subnet', 'PrivateC', {
            cidr: '10.0.2.0/24',
            zone: 'ap-northeast-1c',
            routeTable: 'PrivateTable',
          }),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'NatA' } },
          }),
        ),
      ),
    ],
  },
});

/** Where every one of these subnets has a NAT gateway in its own zone: use it. */
function ownNats(context: RuleContext, vpc: ResourceId, subnets: readonly Resource<'subnet'>[]) {
  const plans = subnets.map((subnet) => {
    const nat = inVpc(context, vpc, 'nat-gateway').find((each) => {
      const home = subnetOf(context, each.id);
      return (
        home !== undefined &&
        each.props.connectivity === 'public' &&
        zoneOf(context, home) === zoneOf(context, subnet)
      );
    });
    return nat === undefined
      ? undefined
      : routeForSubnet(context, subnet, '0.0.0.0/0', { id: nat.id, name: called(context, nat.id) });
  });
  const [first] = plans;
  return plans.length > 1 ? [] : harmless(context, [first]);
}

import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { inVpc, routesOf, tableOf, zoneOf } from './shared/networks';
import { listedZones, regionalNats, servingToo } from './shared/regionalNat';
import { called, listed } from './shared/words';

export default defineRule({
  id: 'nat-gateway-zone-not-served',
  severity: 'error',
  summary: {
    en: 'A regional NAT gateway whose zones are listed serves the subnets of these zones only',
    ja: 'ゾーンを指定したリージョナル NAT ゲートウェイは、そのゾーンのサブネットでしか使えません',
  },
  why: {
    en: 'With zones listed by hand, AWS does not extend the gateway to others: what a subnet of another zone sends to it is lost. List every zone that has such a subnet, or list none and let AWS see to it.',
    ja: 'ゾーンを手動で指定すると、AWS はほかのゾーンに拡張しません。ほかのゾーンのサブネットから送られたパケットは失われます。該当するサブネットがあるゾーンをすべて指定するか、1 つも指定せず AWS に任せてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  *check(context) {
    for (const { nat, vpc } of regionalNats(context)) {
      const zones = listedZones(nat);
      if (zones === undefined) continue;
      const missing = new Map<string, string[]>();
      for (const subnet of inVpc(context, vpc.id, 'subnet')) {
        const table = tableOf(context, subnet);
        const zone = zoneOf(context, subnet) ?? '';
        if (table == null || zone === '' || zones.includes(zone)) continue;
        if (!routesOf(context, table).some(({ target }) => target?.id === nat.id)) continue;
        missing.set(zone, [...(missing.get(zone) ?? []), subnet.id]);
      }
      for (const [zone, subnets] of missing) {
        const names = listed(subnets.map((id) => called(context, id)));
        const name = called(context, nat.id);
        yield {
          on: [nat.id, ...subnets],
          field: 'zones',
          message: {
            en: `${names.en} in ${zone} sends to ${name}, which serves ${listed(zones).en} only`,
            ja: `${zone} の ${names.ja} は ${name} に送信しますが、${name} が使えるのは ${listed(zones).ja} だけです`,
          },
          fixes: [servingToo(context, nat, zone)],
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
          box('internet-gateway', 'Igw'),
          box('nat-gateway', 'Nat'),
          box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
          box('subnet', 'A', { zone: 'ap-northeast-1a', cidr: '10.0.0.0/24', routeTable: 'Private' }),
          box('subnet', 'C', { zone: 'ap-northeast-1c', cidr: '10.0.1.0/24', routeTable: 'Private' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('nat-gateway', 'Nat', { zones: { a: { zone: 'ap-northeast-1a' } } }),
          box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
          box('subnet', 'A', { zone: 'ap-northeast-1a', cidr: '10.0.0.0/24', routeTable: 'Private' }),
          box('subnet', 'C', { zone: 'ap-northeast-1c', cidr: '10.0.1.0/24' }),
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
          box('nat-gateway', 'Nat', { zones: { a: { zone: 'ap-northeast-1a' } } }),
          box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
          box('subnet', 'A', { zone: 'ap-northeast-1a', cidr: '10.0.0.0/24', routeTable: 'Private' }),
          box('subnet', 'C', { zone: 'ap-northeast-1c', cidr: '10.0.1.0/24', routeTable: 'Private' }),
        ),
      ),
    ],
  },
});

import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf, contains, type Block } from '../lib/cidr';
import { routesOf } from './shared/networks';
import { entriesOf } from './shared/prefixLists';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'route-target-wrong-family',
  severity: 'error',
  summary: {
    en: 'An egress-only internet gateway carries IPv6 only, a NAT gateway IPv4 only',
    ja: 'Egress-Only インターネットゲートウェイは IPv6 専用、NAT ゲートウェイは IPv4 用です',
  },
  why: {
    en: 'A route for addresses of the other family cannot be created. For IPv4 from private subnets use a NAT gateway, for IPv6 an egress-only internet gateway. The one exception is 64:ff9b::/96 (NAT64), which a NAT gateway does carry.',
    ja: '別の IP バージョンのルートは作成できません。プライベートサブネットからの IPv4 には NAT ゲートウェイ、IPv6 には Egress-Only インターネットゲートウェイを使います。例外は NAT64 の 64:ff9b::/96 で、NAT ゲートウェイをターゲットにできます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
  ],
  check: forEachOf('route-table', function* (context, table) {
    for (const { row, destination, list, target } of routesOf(context, table)) {
      const block = blockOf(destination);
      const listed = known(list?.props.family) === 'IPv6' ? 6 : 4;
      const family = block?.family ?? (list === undefined ? undefined : listed);
      if (family === undefined || target === undefined) continue;
      const carries = (each: Block): boolean => nat64 !== undefined && contains(nat64, each);
      const blocks = list === undefined ? [block] : entriesOf(list).map((entry) => entry.block);
      const wrong =
        (target.kind === 'egress-only-internet-gateway' && family === 4) ||
        (target.kind === 'nat-gateway' &&
          family === 6 &&
          !blocks.every((each) => each !== undefined && carries(each)));
      if (!wrong) continue;
      const name = called(context, table.id);
      const label = context.catalog.kind(target.kind).label;
      yield {
        on: [table.id, target.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${name} is for IPv${family}, which ${called(context, target.id)} (${label.en}) does not carry`,
          ja: `${name} のルート ${destination} は IPv${family} 用ですが、${called(context, target.id)} (${label.ja}) は IPv${family} を扱えません`,
        },
        fixes: [routeDeleted(context, table, { row, destination })],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('egress-only-internet-gateway', 'Egress'),
          box('route-table', 'Table', { routes: { a: { destination: '::/0', target: 'Egress' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('egress-only-internet-gateway', 'Egress'),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Egress' } } }),
        ),
      ),
    ],
  },
});

const nat64 = blockOf('64:ff9b::/96');

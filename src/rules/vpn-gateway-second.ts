import { call, type CommandCall } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { inVpc } from './shared/networks';
import { connectionsAt } from './shared/vpn';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-gateway-second',
  severity: 'error',
  summary: {
    en: 'A VPC can have one virtual private gateway only',
    ja: 'VPC にアタッチできる仮想プライベートゲートウェイは 1 つだけです',
  },
  why: {
    en: 'The attachment of a second one fails. One gateway takes the VPN connections of several sites; each has two tunnels, and a second connection makes it more reliable.',
    ja: '2 つ目のアタッチは失敗します。1 つのゲートウェイで複数の拠点の VPN 接続を終端できます。VPN 接続にはそれぞれ 2 つのトンネルがあり、接続を追加するとさらに冗長化できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const [first, ...others] = inVpc(context, vpc.id, 'virtual-private-gateway');
      if (first === undefined) continue;
      for (const other of others) {
        const name = called(context, other.id);
        const rerouted = context
          .all('route-table')
          .flatMap(({ id, props }): CommandCall[] =>
            Object.entries(props.routes).flatMap(([row, { target }]) =>
              known(target) === other.id
                ? [call('setRow', { id, field: 'routes', row, values: { target: first.id } })]
                : [],
            ),
          );
        const moved = connectionsAt(context, other.id).map(({ id }) =>
          call('setProps', { id, props: { gateway: first.id } }),
        );
        yield {
          on: [other.id, first.id, vpc.id],
          field: 'parentId',
          message: {
            en: `${called(context, vpc.id)} has ${called(context, first.id)} already, so ${name} cannot be attached to it`,
            ja: `${called(context, vpc.id)} には ${called(context, first.id)} がアタッチされているため、${name} はアタッチできません`,
          },
          fixes: [
            plan(
              `Delete ${name}, and let its routes and VPN connections lead to ${called(context, first.id)}`,
              `${name} を削除し、そのルートと VPN 接続を ${called(context, first.id)} に変更`,
              ...rerouted,
              ...moved,
              call('deleteResources', { ids: [other.id] }),
            ),
          ],
        };
      }
    }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')))],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('virtual-private-gateway', 'Vgw'),
          box('virtual-private-gateway', 'Second'),
        ),
      ),
    ],
  },
});

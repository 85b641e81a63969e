import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { moveInto } from './shared/additions';
import { inVpc, vpcOf } from './shared/networks';
import { connectionsAt } from './shared/vpn';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-gateway-not-attached',
  severity: 'error',
  summary: {
    en: 'A virtual private gateway works only when it is attached to a VPC',
    ja: '仮想プライベートゲートウェイは、VPC にアタッチしないと機能しません',
  },
  why: {
    en: 'What its VPN connections bring goes nowhere, routes to it are blackholes, and it can propagate to no route table. Drag it onto the border of the VPC that it is for. Ignore this for one that only joins sites with one another (VPN CloudHub).',
    ja: 'VPN 接続から届いたパケットの行き先がなく、このゲートウェイへのルートはブラックホールになり、ルートの伝播もできません。ゲートウェイを VPC の境界に移動してください。拠点間の接続だけに使う場合 (VPN CloudHub) は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html',
  ],
  *check(context) {
    for (const gateway of context.all('virtual-private-gateway')) {
      if (vpcOf(context, gateway.id) !== undefined || gateway.provenance?.outside !== undefined) continue;
      const routed = context
        .all('route-table')
        .filter(({ props }) =>
          Object.values(props.routes).some(({ target }) => known(target) === gateway.id),
        );
      const tables = Object.values(gateway.props.propagation).flatMap(
        ({ routeTable }) => known(routeTable) ?? [],
      );
      const meant = [...routed.map(({ id }) => id), ...tables]
        .map((id) => vpcOf(context, id))
        .find((vpc) => vpc !== undefined);
      const isFree = (id: string): boolean => inVpc(context, id, 'virtual-private-gateway').length === 0;
      const vpc = meant ?? context.all('vpc').find(({ id }) => isFree(id));
      const isNeeded =
        routed.length > 0 || tables.length > 0 || connectionsAt(context, gateway.id).length > 0;
      const name = called(context, gateway.id);
      yield {
        on: [gateway.id, ...routed.map(({ id }) => id)],
        field: 'parentId',
        ...(isNeeded ? {} : { severity: 'warning' as const }),
        message: {
          en: `${name} is not attached to a VPC`,
          ja: `${name} は VPC にアタッチされていません`,
        },
        fixes:
          vpc !== undefined && isFree(vpc.id)
            ? [
                plan(
                  `Attach ${name} to ${called(context, vpc.id)}`,
                  `${name} を ${called(context, vpc.id)} にアタッチ`,
                  moveInto(context, gateway, vpc),
                ),
              ]
            : [],
      };
    }
  },
  examples: {
    good: [sketch(box('region', 'Tokyo', {}, box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw'))))],
    bad: [
      sketch(box('region', 'Tokyo', {}, box('virtual-private-gateway', 'Vgw'), box('vpc', 'Vpc'))),
      sketch(
        box(
          'region',
          'Tokyo',
          {},
          box('virtual-private-gateway', 'Vgw', { propagation: { a: { routeTable: 'Table' } } }),
          box(
            'vpc',
            'Vpc',
            {},
            box('route-table', 'Table'),
            box('subnet', 'Subnet', { routeTable: 'Table' }),
          ),
        ),
      ),
    ],
  },
});

import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayNamed } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-static-route-refused',
  severity: 'error',
  summary: {
    en: 'Static routes belong to a VPN connection with static routing at a virtual private gateway',
    ja: 'VPN 接続の静的ルートは、仮想プライベートゲートウェイの静的ルーティングの接続でのみ使えます',
  },
  why: {
    en: 'AWS takes no static route for a connection that uses BGP, and none for one at a transit gateway: there static routes are those of the transit gateway’s route tables. Switch the connection to static routing, or take the routes off it.',
    ja: 'BGP を使う VPN 接続には静的ルートを追加できません。Transit Gateway の VPN 接続にも追加できず、Transit Gateway ルートテーブルの静的ルートを使います。静的ルーティングに切り替えるか、ルートを削除してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnectionRoute.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-edit-static-routes.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('vpn-connection')) {
      const rows = Object.keys(props.routes);
      const [first] = rows;
      if (first === undefined) continue;
      const transit = gatewayNamed(context, props.gateway);
      if (transit === undefined && props.staticOnly !== false) continue;
      const name = called(context, id);
      const without = plan(
        `Delete the static routes of ${name}`,
        `${name} の静的ルートを削除`,
        ...rows.map((row) => call('setRow', { id, field: 'routes', row, values: null })),
      );
      const fixed = plan(
        `Switch ${name} to static routing`,
        `${name} を静的ルーティングに変更`,
        call('setProps', { id, props: { staticOnly: true } }),
      );
      yield {
        on: transit === undefined ? [id] : [id, transit.id],
        field: `routes.${first}.destination`,
        message:
          transit === undefined
            ? {
                en: `${name} uses BGP, so AWS takes no static routes for it`,
                ja: `${name} は BGP を使うため、静的ルートを追加できません`,
              }
            : {
                en: `${name} ends at ${called(context, transit.id)}, whose route tables hold the static routes`,
                ja: `${name} は ${called(context, transit.id)} の接続のため、静的ルートは Transit Gateway ルートテーブルに作成します`,
              },
        fixes: transit === undefined ? [fixed, without] : [without],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          staticOnly: false,
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Hub',
          customerGateway: 'Cgw',
          staticOnly: false,
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
      ),
    ],
  },
});

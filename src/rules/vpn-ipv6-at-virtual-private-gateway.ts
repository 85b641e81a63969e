import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { blockOf } from '../lib/cidr';
import { routesOf } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { connectionsAt, vpnGatewayOf } from './shared/vpn';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-ipv6-at-virtual-private-gateway',
  severity: 'error',
  summary: {
    en: 'VPN connections at a virtual private gateway carry no IPv6',
    ja: '仮想プライベートゲートウェイの VPN 接続では IPv6 を使えません',
  },
  why: {
    en: 'AWS creates no such connection, and drops IPv6 that a route sends to the gateway. For IPv6 end the VPN connection at a transit gateway: one connection carries either IPv4 or IPv6. Direct Connect at a virtual private gateway does carry IPv6.',
    ja: 'IPv6 の VPN 接続は作成できず、ルートによってゲートウェイに送られた IPv6 パケットは破棄されます。IPv6 を使う場合は、VPN 接続を Transit Gateway で終端してください。1 つの接続で運べるのは IPv4 と IPv6 のどちらか一方です。なお、仮想プライベートゲートウェイの Direct Connect では IPv6 を使えます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
  ],
  *check(context) {
    for (const connection of context.all('vpn-connection')) {
      const { id, props } = connection;
      const gateway = vpnGatewayOf(context, connection);
      if (gateway === undefined || props.ipVersion !== 'ipv6') continue;
      const name = called(context, id);
      yield {
        on: [id, gateway.id],
        field: 'ipVersion',
        message: {
          en: `${name} is for IPv6, and ends at the virtual private gateway ${called(context, gateway.id)}`,
          ja: `${name} は IPv6 用ですが、仮想プライベートゲートウェイ ${called(context, gateway.id)} の接続です`,
        },
        fixes: [
          plan(
            `Let ${name} carry IPv4`,
            `${name} を IPv4 に変更`,
            call('setProps', { id, props: { ipVersion: 'ipv4' } }),
          ),
        ],
      };
    }
    for (const table of context.all('route-table'))
      for (const { row, destination, target } of routesOf(context, table)) {
        if (target?.kind !== 'virtual-private-gateway' || blockOf(destination)?.family !== 6) continue;
        // By Direct Connect, which is not drawn, it may carry them.
        if (connectionsAt(context, target.id).length === 0) continue;
        const name = called(context, table.id);
        yield {
          on: [table.id, target.id],
          field: `routes.${row}.target`,
          severity: 'warning',
          message: {
            en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, whose VPN connections carry no IPv6`,
            ja: `${name} のルート ${destination} のターゲット ${called(context, target.id)} の VPN 接続では、IPv6 を使えません`,
          },
          fixes: [routeDeleted(context, table, { row, destination })],
        };
      }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Hub',
          customerGateway: 'Cgw',
          staticOnly: false,
          ipVersion: 'ipv6',
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
          ipVersion: 'ipv6',
        }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('virtual-private-gateway', 'Vgw'),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('route-table', 'Table', {
            routes: {
              a: { destination: '192.168.0.0/16', target: 'Vgw' },
              b: { destination: 'fd00:1::/32', target: 'Vgw' },
            },
          }),
        ),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Vgw', customerGateway: 'Cgw', staticOnly: false }),
      ),
    ],
  },
});

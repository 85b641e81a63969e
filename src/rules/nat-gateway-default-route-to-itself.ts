import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { moveInto } from './shared/additions';
import { defaultTarget, subnetOf, tableOf, vpcOf, zoneOf } from './shared/networks';
import { internetRouteFor, publicSubnets } from './shared/routing';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'nat-gateway-default-route-to-itself',
  severity: 'error',
  summary: {
    en: 'A NAT gateway must not stand in a subnet that sends its own traffic to it',
    ja: 'NAT ゲートウェイを、自身へのデフォルトルートを持つサブネットに置いてはいけません',
  },
  why: {
    en: 'What the NAT gateway sends on would come back to it: a loop. A NAT gateway stands in a public subnet, whose default route leads to the internet gateway; the private subnets’ tables lead to the NAT gateway.',
    ja: 'NAT ゲートウェイが転送したパケットが自身に戻り、ループになります。NAT ゲートウェイは、デフォルトルートがインターネットゲートウェイに向くパブリックサブネットに置き、プライベートサブネットのルートテーブルから NAT ゲートウェイに向けます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  ],
  check: forEachOf('nat-gateway', function* (context, nat) {
    const subnet = subnetOf(context, nat.id);
    const vpc = vpcOf(context, nat.id);
    const table = subnet === undefined ? undefined : tableOf(context, subnet);
    if (subnet === undefined || vpc === undefined || table == null) return;
    if (defaultTarget(context, table)?.id !== nat.id) return;
    const name = called(context, nat.id);
    const zone = zoneOf(context, subnet);
    const open = publicSubnets(context, vpc.id);
    const better = open.find((each) => zoneOf(context, each) === zone) ?? open[0];
    const routed = internetRouteFor(context, subnet);
    yield {
      on: [nat.id, table.id, subnet.id],
      field: 'parentId',
      message: {
        en: `${name} stands in ${called(context, subnet.id)}, whose table ${called(context, table.id)} sends 0.0.0.0/0 back to ${name}`,
        ja: `${name} のあるサブネット ${called(context, subnet.id)} では、ルートテーブル ${called(context, table.id)} の 0.0.0.0/0 が ${name} 自身に向いています`,
      },
      fixes: [
        ...(better === undefined
          ? []
          : [
              plan(
                `Move ${name} to the public subnet ${called(context, better.id)}`,
                `${name} をパブリックサブネット ${called(context, better.id)} に移動`,
                moveInto(context, nat, better),
              ),
            ]),
        ...(routed === undefined ? [] : [routed]),
      ],
    };
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
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' }),
          box('route-table', 'PublicTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'PrivateTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
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
          box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'PublicTable' }),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('nat-gateway', 'Nat'),
          ),
          box('route-table', 'PublicTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'PrivateTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
        ),
      ),
    ],
  },
});

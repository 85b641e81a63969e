import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { isPublic, isRfc1918, isRfc6598 } from '../core/network/address';
import { defineRule } from '../core/rules/rule';
import { addressOf } from '../lib/cidr';
import { gatewayNamed } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-customer-gateway-address',
  severity: 'error',
  summary: {
    en: 'A customer gateway needs an address that the tunnels reach',
    ja: 'カスタマーゲートウェイには、トンネルから到達できる IP アドレスが必要です',
  },
  why: {
    en: 'Tunnels run over the internet, so the device needs a static public address of its own, or of the NAT device before it. A private one (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10) works only for tunnels over Direct Connect, which end at a transit gateway.',
    ja: 'トンネルはインターネット上に作られるため、デバイス、またはその手前の NAT デバイスに、静的なパブリック IP アドレスが必要です。プライベートアドレス (10.0.0.0/8、172.16.0.0/12、192.168.0.0/16、100.64.0.0/10) を使えるのは、Transit Gateway で終端する Direct Connect 上のトンネルだけです。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('customer-gateway')) {
      const text = known(props.ip) ?? '';
      const address = addressOf(text);
      // What is no address at all is a fault of the field.
      if (address === undefined || isPublic(address)) continue;
      const isPrivate = isRfc1918(address) || isRfc6598(address);
      const connections = context
        .all('vpn-connection')
        .filter((each) => known(each.props.customerGateway) === id);
      const wrong = connections.filter(({ props: { outsideAddress } }) => outsideAddress === 'public');
      if (isPrivate && wrong.length === 0) continue;
      const name = called(context, id);
      const direct = wrong.filter((each) => gatewayNamed(context, each.props.gateway) !== undefined);
      yield {
        on: [id, ...wrong.map((each) => each.id)],
        field: 'ip',
        message: {
          en: `${text}, the address of ${name}, cannot be reached over the internet`,
          ja: `${name} の IP アドレス ${text} には、インターネット経由で到達できません`,
        },
        fixes:
          isPrivate && direct.length === wrong.length
            ? [
                plan(
                  `Run the tunnels to ${name} over Direct Connect`,
                  `${name} へのトンネルを Direct Connect 上に作成`,
                  ...direct.map((each) =>
                    call('setProps', { id: each.id, props: { outsideAddress: 'private' } }),
                  ),
                ),
              ]
            : [],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw', { ip: '10.1.1.1' }),
        box('vpn-connection', 'Vpn', {
          gateway: 'Hub',
          customerGateway: 'Cgw',
          staticOnly: false,
          outsideAddress: 'private',
        }),
      ),
      sketch(box('customer-gateway', 'Cgw', { ip: '198.51.100.7' })),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw', { ip: '10.1.1.1' }),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw', staticOnly: false }),
      ),
      sketch(box('customer-gateway', 'Cgw', { ip: '127.0.0.1' })),
    ],
  },
});

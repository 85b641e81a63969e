import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpn-connection-incomplete',
  severity: 'error',
  summary: {
    en: 'A VPN connection needs a gateway on the AWS side and a customer gateway',
    ja: 'VPN 接続には、AWS 側のゲートウェイとカスタマーゲートウェイの両方が必要です',
  },
  why: {
    en: 'AWS creates no connection with one end. Choose a virtual private gateway for a single VPC or a transit gateway for several, and the customer gateway that stands for your device. In a template, an end that is missing becomes a parameter.',
    ja: '片側だけの VPN 接続は作成できません。1 つの VPC に接続する場合は仮想プライベートゲートウェイ、複数の VPC に接続する場合は Transit Gateway を選択し、自社のデバイスを表すカスタマーゲートウェイを指定してください。テンプレートでは、指定されていない側がパラメータになります。',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('vpn-connection')) {
      const name = called(context, id);
      const choose = (field: 'gateway' | 'customerGateway', ids: readonly string[]) =>
        ids
          .slice(0, 3)
          .map((other) =>
            plan(
              `Connect ${name} with ${called(context, other)}`,
              `${name} を ${called(context, other)} に接続`,
              call('setProps', { id, props: { [field]: other } }),
            ),
          );
      if (props.gateway === null)
        yield {
          on: [id],
          field: 'gateway',
          message: {
            en: `${name} ends at no virtual private gateway or transit gateway`,
            ja: `${name} に、仮想プライベートゲートウェイまたは Transit Gateway が指定されていません`,
          },
          fixes: choose('gateway', [
            ...context.all('virtual-private-gateway').map((each) => each.id),
            ...context.all('transit-gateway').map((each) => each.id),
          ]),
        };
      else if (props.customerGateway === null)
        yield {
          on: [id],
          field: 'customerGateway',
          message: {
            en: `${name} names no customer gateway`,
            ja: `${name} に、カスタマーゲートウェイが指定されていません`,
          },
          fixes: choose(
            'customerGateway',
            context.all('customer-gateway').map((each) => each.id),
          ),
        };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw', staticOnly: false }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { customerGateway: 'Cgw', staticOnly: false }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', staticOnly: false }),
      ),
    ],
  },
});

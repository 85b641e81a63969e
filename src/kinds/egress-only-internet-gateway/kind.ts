/**
 * An egress-only internet gateway lets IPv6 connections out of a VPC and nothing in but their replies. Drawn on the border
 * of its VPC; standing in the Region, it belongs to none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
import { defineKind } from '../../core/catalog/kind';
import { verbatim } from '../../lib/words';

// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- it has no settings
interface EgressOnlyInternetGatewayProps {}

declare module '../../core/model/kinds' {
  interface KindProps {
    'egress-only-internet-gateway': EgressOnlyInternetGatewayProps;
  }
}

export default defineKind({
  kind: 'egress-only-internet-gateway',
  label: {
    en: 'Egress-only internet gateway',
    ja: 'Egress-Only インターネットゲートウェイ',
  },
  summary: {
    en: 'Lets IPv6 connections out, and none in',
    ja: 'IPv6 の外向きの接続だけを許可します',
  },
  group: 'gateways',
  rank: 1,
  // AWS has no icon of its own for it.
  icon: 'resource/AmazonVPCInternetGateway',
  defaultName: 'EgressOnlyInternetGateway',
  parents: ['vpc', 'region'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true, badge: verbatim('EIGW') },
  fields: {},
  tidy: () => ({ border: 'top' }),
  *facts({ id }, around) {
    yield { fact: 'egress-only-gateway', by: id, network: around.ancestor('vpc')?.id ?? null };
  },
  cfn: {
    types: ['AWS::EC2::EgressOnlyInternetGateway'],
    *write(gateway, scope) {
      const vpc = scope.ref(scope.ancestor('vpc')?.id ?? null);
      // There is none without a VPC.
      if (vpc === undefined) return;
      yield {
        role: '',
        type: 'AWS::EC2::EgressOnlyInternetGateway',
        properties: { VpcId: vpc, Tags: scope.nameTags(gateway) },
      };
    },
    read: (reader) => ({ parentId: reader.parent('VpcId', ['vpc']), props: {} }),
  },
});

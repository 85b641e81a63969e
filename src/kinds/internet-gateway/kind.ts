/**
 * An internet gateway lets a VPC talk to the internet. For IPv4 it translates between an interface's private address
 * and its public one, so an interface without a public address gets nothing through. Drawn on the border of the VPC it
 * is attached to; standing in the Region, it is attached to none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
import { defineKind } from '../../core/catalog/kind';

// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- it has no settings
interface InternetGatewayProps {}

declare module '../../core/model/kinds' {
  interface KindProps {
    'internet-gateway': InternetGatewayProps;
  }
}

export default defineKind({
  kind: 'internet-gateway',
  label: { en: 'Internet gateway', ja: 'インターネットゲートウェイ' },
  summary: { en: 'Connects a VPC with the internet', ja: 'VPC をインターネットに接続します' },
  group: 'gateways',
  icon: 'resource/AmazonVPCInternetGateway',
  defaultName: 'InternetGateway',
  parents: ['vpc', 'region'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true },
  fields: {},
  tidy: () => ({ border: 'top' }),
  *facts({ id }, around) {
    yield { fact: 'internet-gateway', by: id, network: around.ancestor('vpc')?.id ?? null };
  },
  cfn: {
    types: ['AWS::EC2::InternetGateway'],
    satellites: [
      {
        role: 'attachment',
        type: 'AWS::EC2::VPCGatewayAttachment',
        from: 'satellite',
        property: 'InternetGatewayId',
      },
    ],
    *write(gateway, scope) {
      yield { role: '', type: 'AWS::EC2::InternetGateway', properties: { Tags: scope.nameTags(gateway) } };
      const vpc = scope.ref(scope.ancestor('vpc')?.id ?? null);
      if (vpc !== undefined)
        yield {
          role: 'attachment',
          type: 'AWS::EC2::VPCGatewayAttachment',
          properties: { VpcId: vpc, InternetGatewayId: scope.ref(gateway.id) },
        };
    },
    read: (reader) => ({
      parentId: reader.satellites('attachment')[0]?.ref('parentId', 'VpcId', ['vpc']) ?? null,
      props: {},
    }),
  },
});

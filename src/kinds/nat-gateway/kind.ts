/**
 * A NAT gateway sends packets of other subnets on under its own address, and only replies come back. A public one needs an
 * Elastic IP address and stands in a subnet with a route to an internet gateway; a private one translates to its private
 * address. The Elastic IP address is not drawn: it is a property of the gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
import { defineKind } from '../../core/catalog/kind';
import { oneOf } from '../../core/cfn/oneOf';
import type { Value } from '../../core/model/value';

interface NatGatewayProps {
  readonly connectivity: Value<'public' | 'private'>;
  /** Whether an Elastic IP address is allocated for it; a private one has none. */
  readonly elasticIp: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'nat-gateway': NatGatewayProps;
  }
}

export default defineKind({
  kind: 'nat-gateway',
  label: { en: 'NAT gateway', ja: 'NAT ゲートウェイ' },
  summary: {
    en: 'Lets private subnets open connections to the outside',
    ja: 'プライベートサブネットから外部への接続を中継します',
  },
  group: 'gateways',
  icon: 'resource/AmazonVPCNATGateway',
  defaultName: 'NatGateway',
  parents: ['subnet'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    connectivity: {
      control: 'choice',
      label: { en: 'Connectivity', ja: '接続タイプ' },
      property: 'ConnectivityType',
      default: 'public',
      options: () => [
        { value: 'public', label: { en: 'Public', ja: 'パブリック' } },
        { value: 'private', label: { en: 'Private', ja: 'プライベート' } },
      ],
    },
    elasticIp: {
      control: 'toggle',
      label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' },
      help: {
        en: 'A public NAT gateway cannot be created without one; a private one has none',
        ja: 'パブリック NAT ゲートウェイには必須です。プライベートの場合は使いません',
      },
      property: 'AllocationId',
      default: true,
    },
  },
  look: ({ props }) =>
    props.connectivity === 'private'
      ? { label: { en: 'Private NAT gateway', ja: 'プライベート NAT ゲートウェイ' } }
      : {},
  tidy: () => ({ column: '0' }),
  *facts({ id, props }, around) {
    yield {
      fact: 'nat-gateway',
      by: id,
      subnet: around.ancestor('subnet')?.id ?? null,
      connectivity: props.connectivity,
      elasticIp: props.connectivity === 'private' ? false : props.elasticIp,
    };
  },
  cfn: {
    types: ['AWS::EC2::NatGateway'],
    satellites: [{ role: 'elastic-ip', type: 'AWS::EC2::EIP', from: 'owner', property: 'AllocationId' }],
    // A regional NAT gateway stands in no subnet.
    recognises: (reader) => reader.raw('AvailabilityMode') !== 'regional',
    *write(gateway, scope) {
      const { props } = gateway;
      const isPrivate = props.connectivity === 'private';
      yield {
        role: '',
        type: 'AWS::EC2::NatGateway',
        properties: {
          SubnetId: scope.ref(scope.ancestor('subnet')?.id ?? null),
          ConnectivityType: isPrivate ? 'private' : undefined,
          AllocationId: isPrivate ? undefined : scope.getAtt(gateway.id, 'AllocationId', 'elastic-ip'),
          Tags: scope.nameTags(gateway),
        },
      };
      if (!isPrivate && props.elasticIp === true)
        yield {
          role: 'elastic-ip',
          type: 'AWS::EC2::EIP',
          properties: { Domain: 'vpc', Tags: scope.nameTags(gateway) },
          // An address can be allocated for a VPC, and a public NAT gateway made, only once an internet gateway is attached.
          dependsOn: scope
            .all('internet-gateway', scope.ancestor('vpc')?.id)
            .flatMap(({ id }) => scope.attachmentOf(id)),
        };
    },
    read: (reader) => ({
      parentId: reader.parent('SubnetId', ['subnet']),
      props: {
        connectivity: oneOf(
          reader.text('connectivity', 'ConnectivityType', 'public'),
          ['public', 'private'],
          'public',
        ),
        elasticIp: reader.given('elasticIp', 'AllocationId'),
      },
    }),
  },
});

import { implied, tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/**
 * The attachment stays a resource of its own, so that what waits for it in the template can wait for it here.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/internet_gateway_attachment
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::InternetGateway': {
    type: 'aws_internet_gateway',
    properties: { Tags: tags },
    ref: 'id',
    attributes: { InternetGatewayId: 'id' },
  },
  'AWS::EC2::VPCGatewayAttachment': {
    type: ({ InternetGatewayId: gateway }) =>
      gateway === undefined ? 'aws_vpn_gateway_attachment' : 'aws_internet_gateway_attachment',
    properties: {
      InternetGatewayId: text('internet_gateway_id'),
      VpcId: text('vpc_id'),
      // Beside an internet gateway, it is one more attachment.
      VpnGatewayId: implied,
    },
    finish(to, { InternetGatewayId: internet, VpnGatewayId: gateway, VpcId: vpc }) {
      if (gateway === undefined || gateway === null) return;
      if (internet === undefined || internet === null) {
        to.set('vpn_gateway_id', to.value(gateway, 'text'));
        return;
      }
      to.part('aws_vpn_gateway_attachment', 'vpn', null, (part) => {
        part.set('vpc_id', part.value(vpc ?? null, 'text'));
        part.set('vpn_gateway_id', part.value(gateway, 'text'));
      });
    },
    ref: 'id',
  },
};

export default tables;

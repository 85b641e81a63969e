import { text as literal } from '../../core/terraform/hcl';
import { tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/customer_gateway */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::CustomerGateway': {
    type: 'aws_customer_gateway',
    properties: {
      BgpAsn: text('bgp_asn'),
      BgpAsnExtended: text('bgp_asn_extended'),
      CertificateArn: text('certificate_arn'),
      DeviceName: text('device_name'),
      IpAddress: text('ip_address'),
      Tags: tags,
      Type: text('type'),
    },
    finish(to, { BgpAsnExtended: extended }) {
      // What AWS takes when nobody says; the provider wants one of both said.
      if (extended === undefined || extended === null) to.setDefault('bgp_asn', literal('65000'));
    },
    ref: 'id',
    attributes: { CustomerGatewayId: 'id' },
  },
};

export default tables;

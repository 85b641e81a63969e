import { truth as literal } from '../../core/terraform/hcl';
import { implied, partForEach, tags, texts, text, truth } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_service */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPCEndpointService': {
    type: 'aws_vpc_endpoint_service',
    properties: {
      AcceptanceRequired: truth('acceptance_required'),
      GatewayLoadBalancerArns: texts('gateway_load_balancer_arns'),
      NetworkLoadBalancerArns: texts('network_load_balancer_arns'),
      PrivateDnsName: text('private_dns_name'),
      SupportedIpAddressTypes: texts('supported_ip_address_types'),
      SupportedRegions: texts('supported_regions'),
      Tags: tags,
    },
    // What the service does when nobody says; the provider wants it said.
    finish: (to) => to.setDefault('acceptance_required', literal(true)),
    ref: 'id',
    attributes: { ServiceId: 'id' },
  },
  'AWS::EC2::VPCEndpointServicePermissions': {
    type: 'aws_vpc_endpoint_service_allowed_principal',
    isGroup: true,
    properties: {
      AllowedPrincipals: (value, to, name) => {
        const service = to.template.propertiesOf(to.id)['ServiceId'] ?? null;
        partForEach('aws_vpc_endpoint_service_allowed_principal', '', (principal, part) => {
          part.set('vpc_endpoint_service_id', part.value(service, 'text'));
          part.set('principal_arn', principal);
        })(value, to, name);
      },
      ServiceId: implied,
    },
    ref: 'id',
  },
};

export default tables;

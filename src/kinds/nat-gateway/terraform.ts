import { block, number, tags, text, texts } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::NatGateway': {
    type: 'aws_nat_gateway',
    properties: {
      AllocationId: text('allocation_id'),
      AvailabilityMode: text('availability_mode'),
      AvailabilityZoneAddresses: block('availability_zone_address', {
        AllocationIds: texts('allocation_ids'),
        AvailabilityZone: text('availability_zone'),
        AvailabilityZoneId: text('availability_zone_id'),
      }),
      ConnectivityType: text('connectivity_type'),
      PrivateIpAddress: text('private_ip'),
      SecondaryAllocationIds: texts('secondary_allocation_ids'),
      SecondaryPrivateIpAddressCount: number('secondary_private_ip_address_count'),
      SecondaryPrivateIpAddresses: texts('secondary_private_ip_addresses'),
      SubnetId: text('subnet_id'),
      Tags: tags,
      VpcId: text('vpc_id'),
    },
    ref: 'id',
    attributes: { EniId: 'network_interface_id', NatGatewayId: 'id' },
  },
  'AWS::EC2::EIP': {
    type: 'aws_eip',
    properties: {
      Address: text('address'),
      Domain: text('domain'),
      InstanceId: text('instance'),
      IpamPoolId: text('ipam_pool_id'),
      NetworkBorderGroup: text('network_border_group'),
      PublicIpv4Pool: text('public_ipv4_pool'),
      Tags: tags,
    },
    ref: 'public_ip',
    attributes: { AllocationId: 'allocation_id', PublicIp: 'public_ip' },
  },
  'AWS::EC2::EIPAssociation': {
    type: 'aws_eip_association',
    properties: {
      AllocationId: text('allocation_id'),
      EIP: text('public_ip'),
      InstanceId: text('instance_id'),
      NetworkInterfaceId: text('network_interface_id'),
      PrivateIpAddress: text('private_ip_address'),
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
};

export default tables;

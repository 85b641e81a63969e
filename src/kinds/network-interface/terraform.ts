import { list } from '../../core/terraform/hcl';
import {
  isPlainObject,
  number,
  tags,
  text,
  texts,
  truth,
  literalText,
} from '../../core/terraform/properties';
import type { PropertyRule, Translation } from '../../core/terraform/translation';

/** The primary address is the first of the list, which then has a given order. */
const addresses: PropertyRule = (value, to, name) => {
  const items = to.itemsOf(value).filter(({ value: each, when }) => {
    const isAddress = isPlainObject(each) && when === null;
    if (!isAddress) to.leaveOut(name, each);
    return isAddress;
  });
  const isPrimary = (each: unknown): boolean =>
    typeof each === 'object' && each !== null && 'Primary' in each && String(each.Primary) === 'true';
  const sorted = [...items].sort(
    (one, other) => Number(isPrimary(other.value)) - Number(isPrimary(one.value)),
  );
  to.set('private_ip_list_enabled', { is: 'truth', value: true });
  to.set(
    'private_ip_list',
    list(
      sorted.map(({ value: each }) =>
        to.value(isPlainObject(each) ? (each['PrivateIpAddress'] ?? null) : null, 'text'),
      ),
    ),
  );
};

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_interface */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::NetworkInterface': {
    type: 'aws_network_interface',
    properties: {
      Description: text('description'),
      EnablePrimaryIpv6: truth('enable_primary_ipv6'),
      GroupSet: texts('security_groups'),
      InterfaceType: text('interface_type'),
      Ipv4PrefixCount: number('ipv4_prefix_count'),
      Ipv6AddressCount: number('ipv6_address_count'),
      Ipv6Addresses: (value, to) =>
        to.set(
          'ipv6_addresses',
          list(
            to
              .itemsOf(value)
              .map(({ value: each }) =>
                to.value(isPlainObject(each) ? (each['Ipv6Address'] ?? null) : each, 'text'),
              ),
          ),
        ),
      Ipv6PrefixCount: number('ipv6_prefix_count'),
      PrivateIpAddress: (value, to) => to.set('private_ips', to.value(value, 'texts')),
      PrivateIpAddresses: addresses,
      SecondaryPrivateIpAddressCount: number('private_ips_count'),
      SourceDestCheck: truth('source_dest_check'),
      SubnetId: text('subnet_id'),
      Tags: tags,
    },
    ref: 'id',
    attributes: {
      Id: 'id',
      PrimaryPrivateIpAddress: 'private_ip',
    },
  },
  'AWS::EC2::NetworkInterfaceAttachment': {
    type: 'aws_network_interface_attachment',
    properties: {
      // An interface that is a resource of its own outlives the instance for the provider in any case.
      DeleteOnTermination: (value, to, name) => {
        if (literalText(value) !== 'false') to.leaveOut(name, value);
      },
      DeviceIndex: number('device_index'),
      InstanceId: text('instance_id'),
      NetworkCardIndex: number('network_card_index'),
      NetworkInterfaceId: text('network_interface_id'),
    },
    ref: 'attachment_id',
    attributes: { AttachmentId: 'attachment_id' },
  },
};

export default tables;

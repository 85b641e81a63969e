/**
 * The IP address type of a VPC endpoint: whether it works over IPv4, IPv6 or both. AWS asks for dual stack or IPv6 only
 * where all subnets have IPv6 blocks and the service takes IPv6.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
 */
import type { ChoiceField } from '../catalog/field';
import { isUnknown, type Value } from '../model/value';
import type { AddressType } from '../network/facts';
import type { CfnReader } from './mapping';

const types = ['ipv4', 'dualstack', 'ipv6'] as const;

export const addressTypeField: ChoiceField<AddressType> = {
  control: 'choice',
  label: { en: 'IP address type', ja: 'IP アドレスタイプ' },
  property: 'IpAddressType',
  default: 'ipv4',
  options: () => [
    { value: 'ipv4', label: { en: 'IPv4', ja: 'IPv4' } },
    { value: 'dualstack', label: { en: 'Dual stack', ja: 'デュアルスタック' } },
    { value: 'ipv6', label: { en: 'IPv6', ja: 'IPv6' } },
  ],
  advanced: true,
};

/** IPv4 where the template says nothing, or something that is no type; the schema tells of that. */
export function readAddressType(reader: CfnReader): Value<AddressType> {
  const text = reader.text('addressType', 'IpAddressType', 'ipv4');
  return isUnknown(text) ? text : (types.find((type) => type === text.toLowerCase()) ?? 'ipv4');
}

/** The property; undefined for AWS's own choice. */
export function writeAddressType(type: Value<AddressType>): string | undefined {
  return isUnknown(type) || type === 'ipv4' ? undefined : type;
}

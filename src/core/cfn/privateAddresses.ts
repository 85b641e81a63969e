/** The private IPv4 addresses of a network interface, or of an instance for its primary one, in CloudFormation. */
import type { FurtherAddress } from '../catalog/furtherAddresses';
import type { Rows } from '../catalog/field';
import { known, type Value } from '../model/value';
import type { CfnReader } from './mapping';
import type { CfnValue } from './template';

interface PrivateAddresses {
  readonly privateIp: Value<string>;
  readonly furtherIps: Rows<FurtherAddress>;
}

/** One address has a property of its own; of several, a list says which is the first. */
export function addressProperties(props: PrivateAddresses): Readonly<Record<string, CfnValue>> {
  const first = known(props.privateIp) ?? '';
  const further = Object.values(props.furtherIps).flatMap(({ address }) => known(address) ?? []);
  if (further.length === 0) return first === '' ? {} : { PrivateIpAddress: first };
  return {
    PrivateIpAddresses: [
      ...(first === '' ? [] : [{ PrivateIpAddress: first, Primary: true }]),
      ...further.map((address) => ({ PrivateIpAddress: address, Primary: false })),
    ],
  };
}

export function addressesIn(reader: CfnReader): PrivateAddresses {
  let privateIp: Value<string> = reader.text('privateIp', 'PrivateIpAddress', '');
  const furtherIps: Record<string, FurtherAddress> = {};
  reader.list('PrivateIpAddresses').forEach((each, index) => {
    if (each.toggle('privateIp', 'Primary', false) === true)
      privateIp = each.text('privateIp', 'PrivateIpAddress', '');
    else {
      const row = `address-${index + 1}`;
      furtherIps[row] = { address: each.text(`furtherIps.${row}.address`, 'PrivateIpAddress', '') };
    }
  });
  return { privateIp, furtherIps };
}

/**
 * Private IPv4 addresses that a network interface has besides its primary one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-secondary-ip-addresses.html
 */
import { addressOf } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { Value } from '../model/value';
import { columns, type Rows } from './field';

export interface FurtherAddress {
  readonly address: Value<string>;
}

export const furtherAddressesField = {
  control: 'rows',
  label: { en: 'Further private IPv4 addresses', ja: 'セカンダリプライベート IPv4 アドレス' },
  addLabel: { en: 'Add address', ja: 'アドレスを追加' },
  property: 'PrivateIpAddresses',
  default: {},
  advanced: true,
  columns: columns<FurtherAddress>({
    address: {
      control: 'text',
      label: { en: 'Address', ja: 'アドレス' },
      property: 'PrivateIpAddress',
      default: '10.0.0.10',
      isAddress: true,
      check: addressFault,
    },
  }),
} as const;

export function addressFault(text: string): Words | undefined {
  return addressOf(text)?.family === 4
    ? undefined
    : { en: `“${text}” is not an IPv4 address`, ja: `「${text}」は IPv4 アドレスではありません` };
}

/** The addresses for a fact, by where they stand. */
export function byPlace(rows: Rows<FurtherAddress>): Readonly<Record<string, Value<string>>> {
  return Object.fromEntries(
    Object.entries(rows).map(([row, { address }]) => [`furtherIps.${row}.address`, address]),
  );
}

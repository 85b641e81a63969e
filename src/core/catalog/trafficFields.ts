/** The fields with which a rule for packets says which packets it means. */
import { verbatim, type Words } from '../../lib/words';
import type { RuleProtocol } from '../model/document';
import type { ChoiceField, NumberField, Preset } from './field';

export function protocolField(property: string): ChoiceField<RuleProtocol> {
  return {
    control: 'choice',
    label: { en: 'Protocol', ja: 'プロトコル' },
    property,
    default: 'tcp',
    options: () => [
      { value: 'tcp', label: { en: 'TCP', ja: 'TCP' } },
      { value: 'udp', label: { en: 'UDP', ja: 'UDP' } },
      { value: 'icmp', label: { en: 'ICMP (IPv4)', ja: 'ICMP (IPv4)' } },
      { value: 'icmpv6', label: { en: 'ICMP (IPv6)', ja: 'ICMP (IPv6)' } },
      { value: 'any', label: { en: 'All', ja: 'すべて' } },
    ],
  };
}

/** Empty stands for every port. `rangeTo` is the column with the last port, for the field that has the first. */
export function portField(label: Words, property: string, rangeTo?: string): NumberField<number | null> {
  return {
    control: 'number',
    min: 0,
    max: 65535,
    optional: true,
    label,
    property,
    default: 443,
    applies: ({ protocol }) => protocol !== 'any' && protocol !== 'icmp' && protocol !== 'icmpv6',
    ...(rangeTo === undefined ? {} : { rangeTo }),
  };
}

const ports = (label: Words, protocol: RuleProtocol, fromPort: number | null, toPort = fromPort): Preset => ({
  label,
  values: { protocol, fromPort, toPort },
});

/** What people open most, by the names AWS's console gives it. `address`: the column that says who sends or receives. */
export const trafficPresets = (address: string): readonly Preset[] => [
  ports(verbatim('HTTPS 443'), 'tcp', 443),
  ports(verbatim('HTTP 80'), 'tcp', 80),
  ports(verbatim('SSH 22'), 'tcp', 22),
  ports(verbatim('RDP 3389'), 'tcp', 3389),
  ports(verbatim('MySQL/Aurora 3306'), 'tcp', 3306),
  ports(verbatim('PostgreSQL 5432'), 'tcp', 5432),
  ports(verbatim('NFS 2049'), 'tcp', 2049),
  ports(verbatim('DNS (UDP) 53'), 'udp', 53),
  ports(verbatim('DNS (TCP) 53'), 'tcp', 53),
  ports({ en: 'Replies (TCP 1024-65535)', ja: '応答 (TCP 1024-65535)' }, 'tcp', 1024, 65535),
  ports({ en: 'All ICMP - IPv4', ja: 'すべての ICMP - IPv4' }, 'icmp', null),
  // ICMPv6 means nothing to the IPv4 addresses that a row starts with.
  {
    label: { en: 'All ICMP - IPv6', ja: 'すべての ICMP - IPv6' },
    values: { protocol: 'icmpv6', fromPort: null, toPort: null, [address]: '::/0' },
  },
  ports({ en: 'All TCP', ja: 'すべての TCP' }, 'tcp', 0, 65535),
  ports({ en: 'All traffic', ja: 'すべてのトラフィック' }, 'any', null),
];

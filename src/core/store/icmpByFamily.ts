import type { Migration } from './migrations';
import { isRecord } from './plain';

/**
 * Rules once had one ICMP for both families. A rule about IPv6 addresses meant ICMPv6, and was written so to templates; all
 * others were written as ICMP, those that name a group too.
 */
export const icmpByFamily: Migration = {
  about: 'ICMPv6 is a protocol of its own: a rule for ICMP and an IPv6 block becomes one for ICMPv6',
  migrate: (raw) => ({
    ...raw,
    ...(raw['resources'] === undefined ? {} : { resources: renamed(raw['resources']) }),
    // Plans of scenes hold rows too, as what commands are to set.
    ...(raw['scenes'] === undefined ? {} : { scenes: renamed(raw['scenes']) }),
  }),
  example: {
    before: {
      resources: [
        {
          kind: 'security-group',
          props: {
            inbound: {
              a: { protocol: 'icmp', fromPort: null, toPort: null, peer: '::/0' },
              b: { protocol: 'icmp', fromPort: 8, toPort: 0, peer: '10.0.0.0/16' },
              c: { protocol: 'icmp', fromPort: null, toPort: null, peer: { ref: 'Web' } },
              d: { protocol: 'icmp', fromPort: null, toPort: null, peer: 'pl:com.amazonaws.eu-west-1.s3' },
            },
          },
        },
        { kind: 'network-acl', props: { outbound: { a: { protocol: 'icmp', block: 'FD00::/8' } } } },
        { kind: 'network-acl', props: { outbound: { a: { protocol: 'tcp', block: '::/0' } } } },
      ],
      scenes: [{ plan: { commands: [{ args: { values: { protocol: 'icmp', peer: '2001:db8::/32' } } }] } }],
    },
    after: {
      resources: [
        {
          kind: 'security-group',
          props: {
            inbound: {
              a: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: '::/0' },
              b: { protocol: 'icmp', fromPort: 8, toPort: 0, peer: '10.0.0.0/16' },
              c: { protocol: 'icmp', fromPort: null, toPort: null, peer: { ref: 'Web' } },
              d: { protocol: 'icmp', fromPort: null, toPort: null, peer: 'pl:com.amazonaws.eu-west-1.s3' },
            },
          },
        },
        { kind: 'network-acl', props: { outbound: { a: { protocol: 'icmpv6', block: 'FD00::/8' } } } },
        { kind: 'network-acl', props: { outbound: { a: { protocol: 'tcp', block: '::/0' } } } },
      ],
      scenes: [{ plan: { commands: [{ args: { values: { protocol: 'icmpv6', peer: '2001:db8::/32' } } }] } }],
    },
  },
};

/** The value with the protocol of such rules changed; the very same one where there are none, whose place in the file is known. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(renamed);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, renamed(each)] as const);
  const isRule = value['protocol'] === 'icmp' && isIpv6Block(value['block'] ?? value['peer']);
  if (!isRule && entries.every(([key, each]) => each === value[key])) return value;
  return { ...Object.fromEntries(entries), ...(isRule ? { protocol: 'icmpv6' } : {}) };
}

function isIpv6Block(text: unknown): boolean {
  return typeof text === 'string' && /^[\da-f:.]*:[\da-f:.]*\//i.test(text);
}

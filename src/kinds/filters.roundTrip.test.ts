import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

const tcp = (port: number, peer: string | { readonly ref: string }) => ({
  protocol: 'tcp' as const,
  fromPort: port,
  toPort: port,
  peer,
});

test('security groups come back, those that name one another too', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('security-group', 'Default'),
      box('security-group', 'Nothing out', { outbound: {} }),
      box('security-group', 'IPv4 out', {
        outbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
      }),
      box('security-group', 'Self', {
        description: 'lets itself in',
        inbound: { a: tcp(80, { ref: 'Self' }) },
      }),
      box('security-group', 'Web', {
        inbound: { a: tcp(443, '0.0.0.0/0'), b: tcp(443, '::/0'), c: tcp(22, { ref: 'Db' }) },
        outbound: { a: tcp(5432, { ref: 'Db' }), b: tcp(443, 'com.amazonaws.ap-northeast-1.s3') },
      }),
      box('security-group', 'Db', {
        inbound: {
          a: tcp(5432, { ref: 'Web' }),
          b: { protocol: 'udp', fromPort: null, toPort: null, peer: '10.0.0.0/8' },
          c: { protocol: 'icmp', fromPort: null, toPort: null, peer: '10.0.0.0/8' },
          d: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: 'fd00::/8' },
          f: { protocol: 'icmpv6', fromPort: 128, toPort: null, peer: { ref: 'Web' } },
          g: { protocol: 'icmp', fromPort: 8, toPort: null, peer: { ref: 'Web' } },
          e: { protocol: 'tcp', fromPort: 1024, toPort: 65535, peer: '10.0.0.0/8' },
        },
      }),
      box('security-group', 'A', { outbound: { a: tcp(1, { ref: 'B' }) } }),
      box('security-group', 'B', { outbound: { a: tcp(1, { ref: 'A' }) } }),
    ),
  );

  expect(after).toEqual(before);
});

test('prefix lists come back, and what names them', () => {
  const { before, after } = thereAndBack(
    box(
      'region',
      'ap-northeast-1',
      {},
      box('prefix-list', 'Offices', {
        maxEntries: 20,
        entries: {
          a: { cidr: '203.0.113.0/24', description: 'Tokyo' },
          b: { cidr: '198.51.100.0/24', description: '' },
        },
      }),
      box('prefix-list', 'Six', {
        family: 'IPv6',
        listName: 'other-name',
        entries: { a: { cidr: '2001:db8::/32', description: '' } },
      }),
      box('prefix-list', 'Empty'),
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', {
          routes: {
            a: { destination: { ref: 'Offices' }, target: 'Igw' },
            b: { destination: { ref: 'Six' }, target: 'Igw' },
            c: { destination: '0.0.0.0/0', target: 'Igw' },
          },
        }),
        box('security-group', 'Group', {
          inbound: { a: tcp(443, { ref: 'Offices' }), b: tcp(443, { ref: 'Group' }) },
          outbound: {
            a: tcp(443, { ref: 'Six' }),
            b: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: { ref: 'Six' } },
          },
        }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

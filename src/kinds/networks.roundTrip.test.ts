import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('a network with gateways, tables and ACLs comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {
        ipv6: true,
        dnsHostnames: false,
        dnsServers: '10.0.0.10, 10.0.1.10',
        secondaryCidrs: { more: { cidr: '10.1.0.0/16' } },
      },
      box('internet-gateway', 'Igw'),
      box('egress-only-internet-gateway', 'Eigw'),
      box('route-table', 'Public table', {
        routes: {
          a: { destination: '0.0.0.0/0', target: 'Igw' },
          b: { destination: '::/0', target: 'Igw' },
        },
      }),
      box('route-table', 'Private table', {
        routes: {
          a: { destination: '0.0.0.0/0', target: 'Nat' },
          b: { destination: '::/0', target: 'Eigw' },
          c: { destination: '192.168.0.0/16', target: 'Inner nat' },
          d: { destination: 'com.amazonaws.ap-northeast-1.dynamodb', target: 'Nat' },
        },
      }),
      box('network-acl', 'Acl', {
        inbound: {
          a: {
            number: 100,
            action: 'allow',
            protocol: 'tcp',
            fromPort: 443,
            toPort: 443,
            block: '0.0.0.0/0',
          },
          b: { number: 110, action: 'deny', protocol: 'icmpv6', fromPort: null, toPort: null, block: '::/0' },
          c: {
            number: 120,
            action: 'allow',
            protocol: 'udp',
            fromPort: null,
            toPort: null,
            block: '10.0.0.0/8',
          },
          d: { number: 130, action: 'allow', protocol: 'icmp', fromPort: 8, toPort: 0, block: '10.0.0.0/8' },
          e: { number: 140, action: 'allow', protocol: 'icmpv6', fromPort: 128, toPort: 0, block: '::/0' },
        },
      }),
      box(
        'subnet',
        'Public',
        {
          cidr: '10.0.0.0/24',
          zone: 'ap-northeast-1a',
          ipv6: 3,
          assignIpv6: true,
          mapPublicIp: true,
          routeTable: 'Public table',
          networkAcl: 'Acl',
        },
        box('nat-gateway', 'Nat'),
      ),
      box(
        'subnet',
        'Private',
        { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c', routeTable: 'Private table' },
        box('nat-gateway', 'Inner nat', { connectivity: 'private', elasticIp: false }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('the route table of an internet gateway comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
      box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
      box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      box(
        'subnet',
        'Dmz',
        { cidr: '10.0.0.0/24', routeTable: 'Out' },
        box('instance', 'Firewall', { publicIp: 'elastic', sourceDestinationCheck: false }),
      ),
      box('subnet', 'App', { cidr: '10.0.1.0/24' }),
    ),
  );

  expect(after).toEqual(before);
});

test('what blocks public access, and what is excluded from it, comes back', () => {
  const { before, after } = thereAndBack(
    box(
      'region',
      'Tokyo',
      {},
      box('public-access-block', 'Bpa', { mode: 'block-ingress' }),
      box(
        'vpc',
        'Vpc',
        { publicAccess: 'allow-egress' },
        box('subnet', 'Open', { cidr: '10.0.0.0/24', publicAccess: 'allow-bidirectional' }),
        box('subnet', 'Closed', { cidr: '10.0.1.0/24' }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

test('regional NAT gateways come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('nat-gateway', 'Automatic'),
      box('nat-gateway', 'By hand', {
        zones: { a: { zone: 'ap-northeast-1a' }, c: { zone: 'ap-northeast-1c' } },
      }),
      box('route-table', 'Private', { routes: { a: { destination: '0.0.0.0/0', target: 'Automatic' } } }),
      box('subnet', 'A', { cidr: '10.0.0.0/24', routeTable: 'Private' }),
    ),
  );

  expect(after).toEqual(before);
});

test('subnets on the main table of a drawn VPC come back on a table of that name', () => {
  const { after } = thereAndBack(
    box('vpc', 'Vpc', {}, box('route-table', 'Main', { main: true }), box('subnet', 'A')),
  );

  expect(after).toMatchObject({ A: { routeTable: 'Main' }, Main: { main: false } });
});

test('names come back in any language', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      '本番 VPC',
      {},
      box('security-group', 'ウェブ'),
      box(
        'subnet',
        '公開サブネット',
        {},
        box('instance', 'ウェブサーバー', { securityGroups: { ウェブ: true } }),
      ),
    ),
  );

  expect(after).toEqual(before);
});

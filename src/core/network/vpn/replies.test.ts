/** Replies to hosts behind VPN connections, which must come back by one. */
import { expect, test } from 'vitest';
import { instance, internetGateway } from '../../../testing/facts';
import {
  customerGateway,
  instead,
  overVpn,
  site,
  traceOf,
  vpnConnection,
  webVpc,
} from '../../../testing/vpn';

// https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
test('VG1 a reply that leaves by an internet gateway is none to somebody who has asked by a VPN connection', () => {
  const facts = [
    ...instead(
      instead(overVpn, ...webVpc({ '0.0.0.0/0': 'Igw' })),
      instance('Web', 'Subnet', { privateIpv4: '10.0.0.10', securityGroups: ['Open'], publicIpv4: true }),
      site('Office', '198.51.100.0/24', 'Cgw'),
      vpnConnection('Vpn', 'Vgw', 'Cgw', []),
    ),
    internetGateway('Igw', 'Vpc'),
  ];
  const told = instead(facts, vpnConnection('Vpn', 'Vgw', 'Cgw', ['198.51.100.0/24']));

  expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
    resource: 'Table',
    code: 'wrong-owner',
    direction: 'return',
  });
  expect(traceOf(told, 'Office', 'Web').verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
test('RT7 a reply to an address that the VPC has itself stays there, whoever has it', () => {
  const host = { resource: 'Cgw', address: '10.0.7.7' } as const;

  for (const from of [host, { ...host, address: '10.0.0.77' }])
    expect(traceOf([...overVpn, instance('Other', 'Subnet')], from, 'Web').blockedBy[0]).toMatchObject({
      code: 'wrong-owner',
      direction: 'return',
    });
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html
test('a customer gateway without an address that is one ends no tunnels', () => {
  const facts = instead(
    overVpn,
    customerGateway('Cgw', [], 'nowhere'),
    ...webVpc({ '192.168.0.0/16': 'Vgw' }),
  );
  const byCertificate = instead(facts, customerGateway('Cgw', [], ''));

  for (const [from, to] of [
    ['Office', 'Web'],
    ['Web', 'Office'],
  ] as const) {
    expect(traceOf(facts, from, to).blockedBy[0]).toMatchObject({
      resource: 'Cgw',
      code: 'cannot-be-created',
    });
    expect(traceOf(byCertificate, from, to).verdict).toBe('reachable');
  }
});

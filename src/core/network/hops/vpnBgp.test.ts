/** VPN connections whose routes BGP tells, at a virtual private gateway. */
import { describe, expect, test } from 'vitest';
import { securityGroup, unknown, unmodelled } from '../../../testing/facts';
import {
  customerGateway,
  host,
  instead,
  overVpn,
  vpnConnection,
  vpnGateway,
  webVpc,
  traceOf,
} from '../../../testing/vpn';

describe('BGP', () => {
  const bgp = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', 'bgp'));

  test('what it tells is not in the design', () => {
    expect(traceOf(bgp, 'Web', 'Office')).toMatchObject({
      verdict: 'unknown',
      unknowns: [{ en: 'which prefixes Cgw announces over BGP is not in the design' }],
    });
    expect(traceOf(bgp, host, 'Web').verdict).toBe('unknown');
    expect(traceOf(bgp, 'Web', { address: '192.168.1.10' }).verdict).toBe('unknown');
    expect(
      traceOf(
        bgp.filter(({ by }) => by !== 'Office'),
        'Cgw',
        'Web',
      ).verdict,
    ).toBe('unknown');
  });

  test('a static row of the table does not say that the gateway knows the prefix', () => {
    const facts = instead(
      instead(bgp, vpnGateway('Vgw', 'Vpc', { propagatesTo: [] })),
      ...webVpc({ '192.168.0.0/16': 'Vgw' }),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
    expect(traceOf(facts, { address: '192.168.1.10' }, 'Web').verdict).toBe('unknown');
  });

  test('what is blocked for certain is blocked all the same', () => {
    const facts = instead(bgp, securityGroup('Open', 'Vpc', { in: [] }));

    expect(traceOf(facts, host, 'Web')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Open' }],
    });
  });

  test('prefixes that the customer gateway is said to announce are known', () => {
    const facts = instead(bgp, customerGateway('Cgw', ['192.168.0.0/16']));

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
    expect(traceOf(facts, 'Cgw', 'Web').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('blocked');
  });

  test('a connection of which nobody says where it ends may be that of the gateway', () => {
    const facts = instead(
      instead(overVpn, ...webVpc({ '192.168.0.0/16': 'Vgw' })),
      vpnConnection('Vpn', unknown, 'Cgw', ['192.168.0.0/16']),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
    expect(traceOf(facts, 'Office', 'Web').verdict).toBe('unknown');
  });

  test('whether routes are static may be unknown', () => {
    const facts = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', [], { staticOnly: unknown }));

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
  });

  // https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html
  test('sites reach one another over one gateway', () => {
    const hub = (second: 'bgp' | readonly string[]) => [
      ...instead(bgp, customerGateway('Cgw', ['192.168.0.0/16'])),
      customerGateway('Branch', ['172.16.0.0/16']),
      vpnConnection('ToBranch', 'Vgw', 'Branch', second),
    ];

    expect(traceOf(hub('bgp'), 'Office', 'Branch').verdict).toBe('reachable');
    expect(traceOf(hub(['172.16.0.0/16']), 'Office', 'Branch').verdict).toBe('unknown');
  });

  test('Direct Connect at the gateway may tell of any prefix', () => {
    const facts = [...overVpn, unmodelled('Dx', 'Vgw', 'learnt-routes')];

    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', 'Office')).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: expect.stringContaining('assumed not to be announced by Direct Connect') }],
    });
  });

  test('a site whose prefixes are not known is not taken to have those of another one', () => {
    const facts = [...overVpn, customerGateway('Branch'), vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp')];
    const open = instead(facts, vpnConnection('Vpn', 'Vgw', 'Cgw', ['0.0.0.0/0']));

    expect(traceOf(facts, 'Web', 'Office')).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: expect.stringContaining('assumed not to be announced by ToBranch') }],
    });
    expect(traceOf(facts, 'Web', { resource: 'Branch', address: '172.16.0.1' }).verdict).toBe('unknown');
    expect(traceOf(open, 'Web', { resource: 'Branch', address: '172.16.0.1' }).verdict).toBe('unknown');
  });
});

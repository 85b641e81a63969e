/** What a VPN connection must have to be created, and what its tunnels carry. */
import { describe, expect, test } from 'vitest';
import { unknown } from '../../../testing/facts';
import { customerGateway, instead, overVpn, vpnConnection, webVpc, traceOf } from '../../../testing/vpn';

describe('what AWS does not create', () => {
  test.each([
    ['no gateway', { gateway: null }, 'Vpn', 'gateway'],
    ['no customer gateway', { customerGateway: null }, 'Vpn', 'customerGateway'],
    ['VG1 IPv6 at a virtual private gateway', { family: 6 }, 'Vpn', 'ipVersion'],
    ['private tunnels at a virtual private gateway', { isPrivate: true }, 'Vpn', 'outsideAddress'],
  ] as const)('a connection with %s', (_, more, resource, field) => {
    const facts = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16'], more));

    const [block] = traceOf(facts, 'Vpn', 'Web').blockedBy;
    expect(block).toMatchObject({ resource, field, code: 'cannot-be-created' });
  });

  test('a device whose address the tunnels do not reach', () => {
    const facts = instead(
      overVpn,
      customerGateway('Cgw', [], '10.1.1.1'),
      ...webVpc({ '192.168.0.0/16': 'Vgw' }),
    );

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Cgw',
      field: 'ip',
      analyzerCode: 'BAD_STATE_VPN',
    });
    expect(traceOf(facts, 'Web', 'Office').blockedBy[0]).toMatchObject({
      resource: 'Cgw',
      analyzerCode: 'BAD_STATE_VPN',
    });
  });
});

describe('the blocks that tunnels are negotiated for', () => {
  test.each([
    ['customerBlock', '192.168.0.0/17', 'reachable'],
    ['customerBlock', '192.168.128.0/17', 'blocked'],
    ['awsBlock', '10.0.0.0/24', 'reachable'],
    ['awsBlock', '10.0.1.0/24', 'blocked'],
    ['awsBlock', unknown, 'unknown'],
  ] as const)('%s %j', (field, block, verdict) => {
    const facts = instead(
      overVpn,
      vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16'], { [field]: block }),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe(verdict);
    expect(traceOf(facts, 'Office', 'Web').verdict).toBe(verdict);
  });
});

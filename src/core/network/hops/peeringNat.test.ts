import { describe, expect, test } from 'vitest';
import { aclRow, natGateway, networkAcl, peering, routeTable, subnet } from '../../../testing/facts';
import type { Routes } from '../../../testing/peering';
import { site, toA } from '../../../testing/peering';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
describe('NG6 a NAT gateway in front of a peering', () => {
  const translated = (routesB: Routes): Fact[] => [
    ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'Nat' }),
    subnet('NatSubnet', 'VpcA', '10.0.9.0/24', { routeTable: 'NatTable' }),
    routeTable('NatTable', 'VpcA', { '10.1.0.0/16': 'Peering' }),
    natGateway('Nat', 'NatSubnet', { connectivity: 'private', elasticIp: false }),
    ...site('B', '10.1.0.0/16', routesB),
    peering('Peering', 'VpcA', 'VpcB'),
  ];

  test('the peer sees the private address of the NAT gateway', () => {
    const { forward } = traceOf(translated(toA), 'HostA', 'HostB');

    expect(forward.disposition).toBe('delivered');
    expect(forward.steps.at(-1)?.packet.source).toBe('10.0.9.0/24');
  });

  test('the reply returns to it without a route', () => {
    const trace = traceOf(translated({}), 'HostA', 'HostB');

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps).toContainEqual(
      expect.objectContaining({ at: 'Peering', direction: 'in', verdict: 'pass' }),
    );
    expect(traceOf(translated({}), 'HostB', 'HostA').verdict).toBe('blocked');
  });

  test('the network ACL of the peer’s subnet still looks at the reply', () => {
    const facts = [
      ...translated({}).map((fact) =>
        fact.fact === 'subnet' && fact.by === 'SubnetB' ? { ...fact, networkAcl: 'AclB' } : fact,
      ),
      networkAcl('AclB', 'VpcB', { out: [aclRow(100, 'allow', 'tcp', 443)] }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AclB',
      direction: 'return',
    });
  });
});

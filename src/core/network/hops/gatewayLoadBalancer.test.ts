import { describe, expect, test } from 'vitest';
import {
  allow,
  gatewayLoadBalancer,
  gwlbEndpoint,
  instance,
  region,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { inspected, without } from '../../../testing/inspection';
import { traceOf } from '../../../testing/traceOf';
import type { EndpointServiceFact, Fact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
describe('the appliances of a Gateway Load Balancer', () => {
  const behind = (
    balancer: Fact,
    { zone = `${region}a`, rows = [allow('udp', 6081, '10.5.0.0/16')] } = {},
  ): readonly Fact[] => [
    ...without(inspected(), 'Gwlbe'),
    gwlbEndpoint('Gwlbe', 'Vpc', 'EndpointSubnet', { provider: 'Gwlb' }),
    vpc('Security', '10.5.0.0/16'),
    subnet('Node', 'Security', '10.5.0.0/24'),
    subnet('Appliances', 'Security', '10.5.1.0/24', { zone }),
    securityGroup('ApplianceGroup', 'Security', { in: rows }),
    instance('Appliance', 'Appliances', { securityGroups: ['ApplianceGroup'], privateIpv4: '10.5.1.10' }),
    balancer,
  ];
  const gwlb = (...more: readonly object[]) =>
    Object.assign(
      {},
      gatewayLoadBalancer('Gwlb', 'Security', ['Node'], [{ ref: 'Appliance' }]),
      ...more,
    ) as Fact;

  test('may take the packets over UDP 6081', () => {
    expect(traceOf(behind(gwlb()), 'Client', 'Server').verdict).toBe('unknown');
    expect(
      traceOf(behind(gatewayLoadBalancer('Gwlb', 'Security', ['Node'], ['10.5.1.10'])), 'Client', 'Server')
        .verdict,
    ).toBe('unknown');
  });

  test('whose groups close that port get nothing', () => {
    const facts = behind(gwlb(), { rows: [allow('udp', 443, '10.5.0.0/16')] });

    expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({
      code: 'denied-by-security-group',
      resource: 'ApplianceGroup',
    });
  });

  test('get nothing where AWS would not create them, or the load balancer', () => {
    for (const outside of ['Appliances', 'Node']) {
      const facts = behind(gwlb()).map((fact) =>
        fact.fact === 'subnet' && fact.by === outside ? { ...fact, block: '10.6.0.0/24' } : fact,
      );

      expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({
        code: 'cannot-be-created',
        resource: outside,
      });
    }
  });

  test('are missing when none is registered', () => {
    expect(
      traceOf(behind(gatewayLoadBalancer('Gwlb', 'Security', ['Node'], [])), 'Client', 'Server').blockedBy[0],
    ).toMatchObject({ code: 'no-target', resource: 'Gwlb', field: 'targets' });
  });

  test('of another zone are not used unless cross-zone load balancing is on (LB1)', () => {
    const elsewhere = { zone: `${region}c` };

    expect(traceOf(behind(gwlb(), elsewhere), 'Client', 'Server').blockedBy[0]).toMatchObject({
      code: 'no-target',
      analyzerCode: 'ELB_NOT_CROSSZONE',
      field: 'crossZone',
    });
    expect(traceOf(behind(gwlb({ crossZone: true }), elsewhere), 'Client', 'Server').verdict).toBe('unknown');
    expect(traceOf(behind(gwlb({ crossZone: unknown }), elsewhere), 'Client', 'Server').verdict).toBe(
      'unknown',
    );
  });

  test('cannot be reached from a zone in which the load balancer has no node (PL2)', () => {
    const facts = behind(gwlb()).map((fact) =>
      fact.by === 'EndpointSubnet' ? { ...fact, zone: `${region}d` } : fact,
    ) as readonly Fact[];

    expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({
      code: 'not-in-zone',
      resource: 'Gwlbe',
      analyzerCode: 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ',
    });
  });

  const served = (more: Partial<EndpointServiceFact>, accepted: boolean): readonly Fact[] => [
    ...without(behind(gwlb()), 'Gwlbe'),
    gwlbEndpoint('Gwlbe', 'Vpc', 'EndpointSubnet', { provider: 'Service', accepted }),
    {
      fact: 'endpoint-service',
      by: 'Service',
      region,
      acceptanceRequired: true,
      loadBalancers: ['Gwlb'],
      principals: [],
      ...more,
    },
  ];

  test('stand behind an endpoint service, which may want to accept each connection (PL1)', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/create-gateway-load-balancer-endpoint-service.html
    expect(traceOf(served({}, false), 'Client', 'Server').blockedBy[0]).toMatchObject({
      code: 'not-accepted',
      resource: 'Gwlbe',
    });
    expect(traceOf(served({}, true), 'Client', 'Server').verdict).toBe('unknown');
    expect(traceOf(served({ acceptanceRequired: false }, false), 'Client', 'Server').verdict).toBe('unknown');
    expect(traceOf(served({ acceptanceRequired: unknown }, false), 'Client', 'Server').verdict).toBe(
      'unknown',
    );
  });

  test('are those of the load balancer of the service that has a node in the zone', () => {
    const elsewhere = [
      subnet('FarNode', 'Security', '10.5.2.0/24', { zone: `${region}c` }),
      gatewayLoadBalancer('Far', 'Security', ['FarNode'], []),
    ];
    const both = [...served({ loadBalancers: ['Far', 'Gwlb'] }, true), ...elsewhere];

    expect(traceOf(both, 'Client', 'Server').verdict).toBe('unknown');
    expect(
      traceOf([...served({ loadBalancers: ['Far'] }, true), ...elsewhere], 'Client', 'Server').blockedBy[0],
    ).toMatchObject({ code: 'not-in-zone' });
  });

  test('may stand behind a load balancer of the service that the design does not have', () => {
    const far = [
      subnet('FarNode', 'Security', '10.5.2.0/24', { zone: `${region}c` }),
      gatewayLoadBalancer('Far', 'Security', ['FarNode'], []),
    ];
    const facts = [...served({ loadBalancers: ['Far', 'Existing'] }, true), ...far];

    expect(traceOf(facts, 'Client', 'Server')).toMatchObject({ verdict: 'unknown', blockedBy: [] });
  });

  test('of which nothing is known may take everything', () => {
    const facts = behind(gatewayLoadBalancer('Gwlb', 'Security', ['Node'], [unknown]), { rows: [] });

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('unknown');
  });
});

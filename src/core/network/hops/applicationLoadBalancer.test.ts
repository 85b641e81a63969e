import { describe, expect, test } from 'vitest';
import {
  allow,
  applicationLoadBalancer,
  instance,
  networkLoadBalancer,
  region,
  securityGroup,
  subnet,
  targetGroup,
} from '../../../testing/facts';
import { at80, open, place, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
describe('an Application Load Balancer', () => {
  const twoSubnets: readonly Fact[] = [
    ...place,
    securityGroup('AlbGroup', 'Vpc', { in: [allow('tcp', 80, '0.0.0.0/0')] }),
    ...applicationLoadBalancer(
      'Alb',
      'Vpc',
      ['A', 'C'],
      { 'HTTP 80': 'Group' },
      {
        securityGroups: ['AlbGroup'],
      },
    ),
    securityGroup('FromAlb', 'Vpc', { in: [allow('tcp', 8080, { ref: 'AlbGroup' })] }),
    instance('Web', 'A', { securityGroups: ['FromAlb'] }),
  ];
  const http = { protocol: 'HTTP', port: 8080 } as const;

  test('its target sees the address and the security groups of its node', () => {
    const trace = traceOf([...twoSubnets, targetGroup('Group', 'Vpc', ['Web'], http)], 'Client', 'Alb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.at(-1)?.packet).toMatchObject({
      source: '10.0.0.0/24',
      sourcePorts: [1024, 65535],
      destinationPorts: [8080, 8080],
    });
  });

  test('the default group of the VPC guards one without a group', () => {
    const facts = [
      ...place,
      ...applicationLoadBalancer('Alb', 'Vpc', ['A', 'C'], { 'HTTP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web'], http),
      web,
      instance('Stranger', 'C', { securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, 'Client', 'Alb', at80).verdict).toBe('reachable');
    expect(traceOf(facts, 'Stranger', 'Alb', at80).blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      row: 'default security group',
    });
  });

  test('it invokes a function without the network', () => {
    const facts = [
      ...twoSubnets,
      targetGroup('Group', null, ['Fn'], { type: 'lambda', protocol: '', port: null }),
      instance('Fn', 'Clients'),
    ];

    const trace = traceOf(facts, 'Client', 'Alb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps.at(-1)).toMatchObject({ at: 'Client', what: 'deliver' });
  });

  test('where its rules send requests counts as well, and that they are not analysed is said', () => {
    const facts = [
      ...twoSubnets,
      targetGroup('Group', 'Vpc', ['Web'], http),
      targetGroup('Empty', 'Vpc', [], http),
    ].map((fact): Fact =>
      fact.fact === 'load-balancer'
        ? { ...fact, listeners: { a: { protocol: 'HTTP', port: 80, targetGroup: null, others: ['Group'] } } }
        : fact,
    );

    const trace = traceOf(facts, 'Client', 'Alb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(expect.stringMatching(/rules of a listener/));
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  test.each([
    [['A'], 'two Availability Zones'],
    [['A', 'Twin'], 'two of its subnets are in'],
  ])('with the subnets %o it cannot be created', (subnets, says) => {
    const facts = [
      ...place,
      subnet('Twin', 'Vpc', '10.0.4.0/24', { zone: `${region}a` }),
      ...applicationLoadBalancer('Alb', 'Vpc', subnets, { 'HTTP 80': 'Group' }, open),
      targetGroup('Group', 'Vpc', ['Web'], http),
      web,
    ];

    const [block] = traceOf(facts, 'Client', 'Alb', at80).blockedBy;

    expect(block).toMatchObject({ resource: 'Alb', field: 'subnets', code: 'cannot-be-created' });
    expect(block?.says.en).toContain(says);
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html
  test('behind a Network Load Balancer it sees the client’s address, and answers through it', () => {
    const facts = [
      ...twoSubnets.map((fact) =>
        fact.by === 'AlbGroup'
          ? securityGroup('AlbGroup', 'Vpc', { in: [allow('tcp', 80, '10.0.9.0/24')] })
          : fact,
      ),
      targetGroup('Group', 'Vpc', ['Web'], http),
      ...networkLoadBalancer('Nlb', 'Vpc', ['A', 'C'], { 'TCP 80': 'AlbTargets' }),
      targetGroup('AlbTargets', 'Vpc', ['Alb'], { type: 'alb' }),
    ];

    const trace = traceOf(facts, 'Client', 'Nlb', at80);

    expect(trace.verdict).toBe('reachable');
    const back = trace.return?.steps.filter(({ what }) => what === 'load-balancer').map(({ at }) => at);
    expect(back).toEqual(['Alb', 'Nlb']);
  });
});

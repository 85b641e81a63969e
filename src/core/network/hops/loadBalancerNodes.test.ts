import { describe, expect, test } from 'vitest';
import { instance, networkLoadBalancer, subnet, targetGroup, unknown } from '../../../testing/facts';
import { at80, behindNlb, open, place, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
describe('LB1 a node sends to targets of its own zone, or of all zones of the load balancer', () => {
  const twoNodes = (crossZone: boolean, targets: readonly string[]): Fact[] => [
    ...place,
    ...networkLoadBalancer(
      'Nlb',
      'Vpc',
      ['A', 'C'],
      { 'TCP 80': 'Group' },
      {
        crossZone,
        fixed: { A: '10.0.0.10', C: '10.0.1.10' },
      },
    ),
    targetGroup('Group', 'Vpc', targets),
    web,
    instance('Far', 'Clients', open),
  ];

  test('a node in a zone without a target is blocked, with cross-zone load balancing it is not', () => {
    const one = { address: '10.0.1.10' };

    expect(traceOf(twoNodes(false, ['Web']), 'Client', one, at80).blockedBy[0]).toMatchObject({
      resource: 'Nlb',
      field: 'crossZone',
      code: 'no-target',
      analyzerCode: 'ELB_NOT_CROSSZONE',
    });
    expect(traceOf(twoNodes(true, ['Web']), 'Client', one, at80).verdict).toBe('reachable');
  });

  test('the load balancer is reachable when one of its nodes is, and says which are not', () => {
    const trace = traceOf(twoNodes(false, ['Web']), 'Client', 'Nlb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/^not by its node in C: cross-zone load balancing is off/),
    );
  });

  test('a fixed address is that one node', () => {
    const node = (address: string) =>
      traceOf(twoNodes(false, ['Web']), 'Client', { resource: 'Nlb', address }, at80).verdict;

    expect([node('10.0.0.10'), node('10.0.1.10')]).toEqual(['reachable', 'blocked']);
  });

  test('a target group may say otherwise', () => {
    const facts = [
      ...twoNodes(false, ['Web']).filter(({ fact }) => fact !== 'target-group'),
      targetGroup('Group', 'Vpc', ['Web'], { crossZone: true }),
    ];

    expect(traceOf(facts, 'Client', { address: '10.0.1.10' }, at80).verdict).toBe('reachable');
  });

  test('a target in a zone without a node gets nothing, cross-zone or not', () => {
    const facts = [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['C'], { 'TCP 80': 'Group' }, { crossZone: true }),
      targetGroup('Group', 'Vpc', ['Web']),
      web,
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'Nlb',
      field: 'subnets',
      code: 'not-in-zone',
      analyzerCode: 'ELB_INSTALLED_AZ_RESTRICTION',
    });
  });

  test.each([unknown, ''])('a zone that is not known (%o) leaves the answer unknown', (zone) => {
    const facts = [
      ...behindNlb(),
      subnet('Somewhere', 'Vpc', '10.0.2.0/24', { zone }),
      instance('Web', 'Somewhere', open),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('unknown');
  });

  test('in one subnet both are in one zone, whichever it is', () => {
    const facts = [
      ...place.filter(({ by }) => by !== 'A'),
      subnet('A', 'Vpc', '10.0.0.0/24', { zone: '' }),
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web']),
      web,
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('reachable');
  });

  test('that subnets whose zones nobody knows are in different ones is assumed, and said', () => {
    const facts = [
      ...place.filter(({ by }) => by !== 'A' && by !== 'C'),
      subnet('A', 'Vpc', '10.0.0.0/24', { zone: '' }),
      subnet('C', 'Vpc', '10.0.1.0/24', { zone: unknown }),
      ...networkLoadBalancer('Nlb', 'Vpc', ['A', 'C'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web']),
      web,
    ];
    const trace = traceOf(facts, 'Client', 'Nlb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContain(
      'the subnets of Nlb are taken to be in different Availability Zones',
    );
  });

  test('one of several targets that works is enough, and the others are told of', () => {
    const facts = [...behindNlb(), instance('Closed', 'A'), web].map((fact) =>
      fact.by === 'Group' ? targetGroup('Group', 'Vpc', ['Closed', 'Web']) : fact,
    );
    const trace = traceOf(facts, 'Client', 'Nlb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(/^not by Closed: no inbound rule/),
    );
  });
});

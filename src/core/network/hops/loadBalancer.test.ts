import { describe, expect, test } from 'vitest';
import {
  instance,
  networkLoadBalancer,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import { at80, behindNlb, place, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, TargetGroupFact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
describe('a load balancer takes packets for its listeners and sends them to a target', () => {
  test('the flow goes on to the target, and its reply comes back through the load balancer', () => {
    const trace = traceOf([...behindNlb(), web], 'Client', 'Nlb', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.disposition).toBe('delivered');
    expect(trace.forward.steps.at(-1)).toMatchObject({ at: 'Web', what: 'deliver' });
    expect(trace.return?.steps.map(({ at, what }) => `${at} ${what}`)).toContain('Nlb load-balancer');
    expect(trace.return?.steps.at(-1)).toMatchObject({ at: 'Client', what: 'deliver' });
  });

  test('the target’s port is its own, else that of its group', () => {
    const ownPort = { targets: { web: { target: { ref: 'Web' }, port: 8080, zone: '' } }, port: 9000 };
    const sentTo = (group: Partial<TargetGroupFact>) =>
      traceOf([...behindNlb(group), web], 'Client', 'Nlb', at80).forward.steps.at(-1)?.packet
        .destinationPorts;

    expect(sentTo(ownPort)).toEqual([8080, 8080]);
    expect(sentTo({ port: 9000 })).toEqual([9000, 9000]);
  });

  test('another port than the listener’s is blocked at the load balancer', () => {
    expect(traceOf([...behindNlb(), web], 'Client', 'Nlb', { port: 8080 }).blockedBy[0]).toMatchObject({
      resource: 'Nlb',
      field: 'listeners',
      code: 'no-listener',
      analyzerCode: 'ELBV2_LISTENER_PORT_RESTRICTION',
    });
  });

  test('a listener of another protocol does not take it', () => {
    const facts = [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'UDP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web'], { protocol: 'UDP' }),
      web,
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      code: 'no-listener',
      analyzerCode: 'ELBV2_LISTENERS_MISMATCH',
    });
    expect(traceOf(facts, 'Client', 'Nlb', { protocol: 'udp', port: 80 }).verdict).toBe('reachable');
  });

  test('pings have no listener', () => {
    const trace = traceOf([...behindNlb(), web], 'Client', 'Nlb', { protocol: 'icmp', port: null });

    expect(trace.blockedBy[0]).toMatchObject({ code: 'no-listener' });
  });

  test('a listener whose port is not known leaves the answer unknown', () => {
    const facts = behindNlb(
      {},
      { listeners: { a: { protocol: 'TCP', port: unknown, targetGroup: 'Group', others: [] } } },
    );

    expect(traceOf([...facts, web], 'Client', 'Nlb', at80)).toMatchObject({
      verdict: 'unknown',
      unknowns: [unknown.unknown, {}],
    });
  });

  test.each([
    [{ 'TCP 80': null }, { resource: 'Nlb', field: 'listeners', row: 'listener TCP 80' }],
    [{ 'TCP 80': 'Group' }, { resource: 'Group', field: 'targets' }],
  ])('without a target it is blocked: %o', (listeners, blame) => {
    const facts = [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], listeners),
      targetGroup('Group', 'Vpc', []),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      code: 'no-target',
      analyzerCode: 'ELBV2_LISTENER_HAS_NO_TG',
      ...blame,
    });
  });

  test('targets that somebody outside the design registers leave the answer unknown', () => {
    const facts = behindNlb({ targets: { a: { target: unknown, port: null, zone: '' } } });

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('unknown');
  });

  test('a second blocker behind the load balancer is found', () => {
    const facts = [...behindNlb(), instance('Web', 'A'), securityGroup('Unused', 'Vpc')];

    expect(traceOf(facts, 'Client', 'Nlb', { port: 81 }).blockedBy.map(({ code }) => code)).toEqual([
      'no-listener',
      'denied-by-security-group',
    ]);
  });

  test('AWS does not let a listener forward to a group of another protocol or VPC', () => {
    const other = [vpc('Other', '10.1.0.0/16'), ...behindNlb({ network: 'Other' })];

    for (const facts of [behindNlb({ protocol: 'TLS' }), other])
      expect(traceOf([...facts, web], 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
        code: 'cannot-be-created',
        resource: 'Nlb',
      });
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html
  test('LB2 an instance of another VPC cannot be registered by its instance ID', () => {
    const facts = [
      vpc('Other', '10.1.0.0/16'),
      subnet('There', 'Other', '10.1.0.0/24'),
      ...behindNlb(),
      instance('Web', 'There', { securityGroups: null }),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'Group',
      code: 'no-target',
    });
  });

  test.each([
    ['instance', 'blocked'],
    ['ip', 'reachable'],
  ] as const)('LB2 a network interface as a target of the type %s: %s', (type, verdict) => {
    const own = { ...web, attached: true };

    expect(traceOf([...behindNlb({ type }), own], 'Client', 'Nlb', at80).verdict).toBe(verdict);
  });

  test('an ECS service registers its tasks by itself', () => {
    const facts: Fact[] = [
      ...behindNlb({ type: 'ip', targets: {} }),
      web,
      { fact: 'registration', by: 'Web', targetGroup: 'Group', port: 8080 },
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).forward.steps.at(-1)).toMatchObject({
      at: 'Web',
      packet: { destinationPorts: [8080, 8080] },
    });
  });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancer-target-group-health-checks.html
test('LB4 the targets are taken to be healthy, and the answer says so', () => {
  expect(traceOf([...behindNlb(), web], 'Client', 'Nlb', at80).unknowns.map(({ en }) => en)).toEqual([
    'the targets are taken to be healthy',
  ]);
});

describe('a load balancer as the start of a flow', () => {
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html
  test('checks the health of its targets from any port of 1024–65535', () => {
    const trace = traceOf([...behindNlb(), web], 'Nlb', 'Web', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps[0]?.packet.sourcePorts).toEqual([1024, 65535]);
  });
});

test('load balancers that send to one another in a circle are a loop', () => {
  const facts = [
    ...place,
    ...networkLoadBalancer('One', 'Vpc', ['A'], { 'TCP 80': 'ToOther' }, { fixed: { A: '10.0.0.10' } }),
    ...networkLoadBalancer('Other', 'Vpc', ['A'], { 'TCP 80': 'ToOne' }, { fixed: { A: '10.0.0.11' } }),
    targetGroup('ToOther', 'Vpc', ['10.0.0.11'], { type: 'ip' }),
    targetGroup('ToOne', 'Vpc', ['10.0.0.10'], { type: 'ip' }),
  ];

  expect(traceOf(facts, 'Client', 'One', at80).blockedBy[0]).toMatchObject({ code: 'loop' });
});

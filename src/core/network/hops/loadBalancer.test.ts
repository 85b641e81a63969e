import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  applicationLoadBalancer,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  networkLoadBalancer,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, TargetGroupFact } from '../facts';

const at80 = { port: 80 } as const;

const place: readonly Fact[] = [
  vpc('Vpc'),
  subnet('Clients', 'Vpc', '10.0.9.0/24'),
  subnet('A', 'Vpc', '10.0.0.0/24', { zone: `${region}a` }),
  subnet('C', 'Vpc', '10.0.1.0/24', { zone: `${region}c` }),
  instance('Client', 'Clients'),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
];
const open = { securityGroups: ['Open'] } as const;
const web = instance('Web', 'A', open);

/** A Network Load Balancer in A with one target, which is in A. */
const behindNlb = (
  group: Partial<TargetGroupFact> = {},
  balancer: Parameters<typeof networkLoadBalancer>[4] = {},
): Fact[] => [
  ...place,
  ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }, balancer),
  targetGroup('Group', 'Vpc', ['Web'], group),
];

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

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
describe('LB2 client IP preservation', () => {
  const fromClients = securityGroup('FromClients', 'Vpc', { in: [allow('tcp', 80, '10.0.9.0/24')] });
  const fromNodes = securityGroup('FromNodes', 'Vpc', { in: [allow('tcp', 80, '10.0.0.0/24')] });
  const verdicts = (group: Partial<TargetGroupFact>) =>
    ['FromClients', 'FromNodes'].map(
      (name) =>
        traceOf(
          [
            ...behindNlb(group, { listeners: listenersFor(group) }),
            fromClients,
            fromNodes,
            securityGroup('Udp', 'Vpc'),
            instance('Web', 'A', { securityGroups: [name] }),
          ],
          'Client',
          'Nlb',
          at80,
        ).verdict,
    );
  const listenersFor = ({ protocol = 'TCP' }: Partial<TargetGroupFact>) => ({
    a: { protocol, port: 80, targetGroup: 'Group', others: [] },
  });

  test('instances see the client’s address, addresses that of the node', () => {
    expect(verdicts({ type: 'instance' })).toEqual(['reachable', 'blocked']);
    expect(verdicts({ type: 'ip' })).toEqual(['blocked', 'reachable']);
  });

  test('the group’s attribute decides for TCP', () => {
    expect(verdicts({ type: 'instance', preservesClientIp: false })).toEqual(['blocked', 'reachable']);
    expect(verdicts({ type: 'ip', preservesClientIp: true })).toEqual(['reachable', 'blocked']);
  });

  test('with TCP_UDP it cannot be turned off', () => {
    expect(verdicts({ type: 'ip', protocol: 'TCP_UDP', preservesClientIp: false })).toEqual([
      'reachable',
      'blocked',
    ]);
  });

  test('where it is not known, only what holds either way is known', () => {
    expect(verdicts({ preservesClientIp: unknown })).toEqual(['unknown', 'unknown']);
  });

  test('the client’s security group is not recognised at the target', () => {
    const facts = [
      ...behindNlb().filter(({ by }) => by !== 'Client'),
      instance('Client', 'Clients', { securityGroups: ['Clients group'] }),
      securityGroup('Clients group', 'Vpc'),
      securityGroup('FromGroup', 'Vpc', { in: [allow('tcp', 80, { ref: 'Clients group' })] }),
      instance('Web', 'A', { securityGroups: ['FromGroup'] }),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'FromGroup',
      code: 'denied-by-security-group',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('a client that is its own target fails, unless the node’s address is the source', () => {
    const loop = (group: Partial<TargetGroupFact>) => traceOf([...behindNlb(group), web], 'Web', 'Nlb', at80);

    expect(loop({}).blockedBy[0]).toMatchObject({
      code: 'gateway-rejects',
      analyzerCode: 'ELBV2_SOURCE_ADDRESS_PRESERVATION',
    });
    expect(loop({ preservesClientIp: false }).verdict).toBe('reachable');
  });

  test('the reply goes back through the node, whatever the routes of the target’s subnet say', () => {
    const facts = [
      ...behindNlb().filter(({ by }) => by !== 'Client'),
      internetGateway('Igw', 'Vpc'),
      routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      subnet('Edge', 'Vpc', '10.0.3.0/24', { zone: `${region}a`, routeTable: 'Public' }),
      ...networkLoadBalancer('Front', 'Vpc', ['Edge'], { 'TCP 80': 'Group' }, { scheme: 'internet-facing' }),
      web,
    ];

    const trace = traceOf(facts, 'internet', 'Front', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.at(-1)?.packet.source).toBe('internet');
    expect(trace.return?.disposition).toBe('delivered');
  });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
describe('LB3 security groups of a Network Load Balancer', () => {
  const nlbGroup = securityGroup('NlbGroup', 'Vpc', {
    in: [allow('tcp', 80, '10.0.9.0/24')],
    out: [allow('tcp', 80, '10.0.0.0/24')],
  });
  const guarded = { securityGroups: ['NlbGroup'] };

  test('without any, every client gets in', () => {
    expect(traceOf([...behindNlb(), web], 'Client', 'Nlb', at80).verdict).toBe('reachable');
  });

  test('with some, their inbound rules are asked', () => {
    const facts = [...behindNlb({}, guarded), nlbGroup, web, instance('Stranger', 'C')];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('reachable');
    expect(traceOf(facts, 'Stranger', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'NlbGroup',
      at: 'Nlb',
      code: 'denied-by-security-group',
    });
  });

  test('their outbound rules are asked on the way to the target', () => {
    const closed = securityGroup('NlbGroup', 'Vpc', { in: [allow('tcp', 80, '0.0.0.0/0')], out: [] });

    expect(
      traceOf([...behindNlb({}, guarded), closed, web], 'Client', 'Nlb', at80).blockedBy[0],
    ).toMatchObject({
      resource: 'NlbGroup',
      at: 'Nlb',
      direction: 'forward',
      field: 'outbound',
    });
  });

  test.each([true, false])('the target recognises them, client IP preservation %s', (preservesClientIp) => {
    const facts = [
      ...behindNlb({ preservesClientIp }, guarded),
      nlbGroup,
      securityGroup('FromNlb', 'Vpc', { in: [allow('tcp', 80, { ref: 'NlbGroup' })] }),
      instance('Web', 'A', { securityGroups: ['FromNlb'] }),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancer-target-group-health-checks.html
test('LB4 the targets are taken to be healthy, and the answer says so', () => {
  expect(traceOf([...behindNlb(), web], 'Client', 'Nlb', at80).unknowns.map(({ en }) => en)).toEqual([
    'the targets are taken to be healthy',
  ]);
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html
describe('NA4 the ACLs of the load balancer’s subnets see the flow four times', () => {
  const client = aclRow(100, 'allow', 'tcp', 80, '10.0.9.0/24');
  const ephemeral = (number: number, block: string, from = 1024) =>
    aclRow(number, 'allow', 'tcp', [from, 65535], block);
  const inbound = [client, ephemeral(110, '10.0.6.0/24')];
  const outbound = [aclRow(100, 'allow', 'tcp', 80, '10.0.6.0/24'), ephemeral(110, '10.0.9.0/24')];
  const through = (rows: { readonly in: typeof inbound; readonly out: typeof outbound }, preserves = false) =>
    traceOf(
      [
        ...place.filter(({ by }) => by !== 'A'),
        subnet('A', 'Vpc', '10.0.0.0/24', { zone: `${region}a`, networkAcl: 'Acl' }),
        networkAcl('Acl', 'Vpc', rows),
        ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }, { crossZone: true }),
        subnet('D', 'Vpc', '10.0.6.128/25', { zone: `${region}a` }),
        targetGroup('Group', 'Vpc', ['Web'], { preservesClientIp: preserves }),
        instance('Web', 'D', open),
      ],
      'Client',
      'Nlb',
      at80,
    );

  test('all four being allowed, it passes', () => {
    expect(through({ in: inbound, out: outbound }).verdict).toBe('reachable');
    expect(through({ in: inbound, out: outbound }, true).verdict).toBe('reachable');
  });

  test.each([
    ['in from the client', { in: inbound.slice(1), out: outbound }, 'forward'],
    ['out to the target', { in: inbound, out: outbound.slice(1) }, 'forward'],
    ['in from the target', { in: inbound.slice(0, 1), out: outbound }, 'return'],
    ['out to the client', { in: inbound, out: outbound.slice(0, 1) }, 'return'],
  ])('%s', (_name, rows, direction) => {
    for (const preserves of [false, true])
      expect(through(rows, preserves).blockedBy[0]).toMatchObject({
        resource: 'Acl',
        code: 'denied-by-network-acl',
        direction,
      });
  });

  test('its own connections come from any port of 1024–65535', () => {
    const rows = { in: [client, ephemeral(110, '10.0.6.0/24', 32768)], out: outbound };

    expect(through(rows).blockedBy[0]).toMatchObject({ resource: 'Acl', direction: 'return' });
    expect(through(rows, true).verdict).toBe('reachable');
  });
});

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

// https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
describe('an internet-facing load balancer', () => {
  const front = (routes: Readonly<Record<string, string>>, gateway: string | null = 'Vpc'): Fact[] => [
    ...place,
    internetGateway('Igw', gateway),
    routeTable('Public', 'Vpc', routes),
    subnet('EdgeA', 'Vpc', '10.0.3.0/24', { zone: `${region}a`, routeTable: 'Public' }),
    subnet('EdgeC', 'Vpc', '10.0.4.0/24', { zone: `${region}c`, routeTable: 'Public' }),
    ...applicationLoadBalancer(
      'Alb',
      'Vpc',
      ['EdgeA', 'EdgeC'],
      { 'HTTPS 443': 'Group' },
      {
        scheme: 'internet-facing',
        ...open,
      },
    ),
    targetGroup('Group', 'Vpc', ['Web'], { protocol: 'HTTP' }),
    web,
  ];
  const out = { '0.0.0.0/0': 'Igw' };

  test('is reachable from the internet, and its targets need no way there', () => {
    expect(traceOf(front(out), 'internet', 'Alb').verdict).toBe('reachable');
  });

  test('needs a route to the internet gateway for its answers', () => {
    expect(traceOf(front({}), 'internet', 'Alb').blockedBy[0]).toMatchObject({
      resource: 'Public',
      code: 'no-route',
      direction: 'return',
    });
  });

  test('cannot be created without an internet gateway', () => {
    const trace = traceOf(front(out, null), 'Client', { resource: 'Alb', address: '10.0.3.9' });

    expect(trace.blockedBy[0]).toMatchObject({ resource: 'Alb', code: 'cannot-be-created', field: 'scheme' });
  });

  test('is found by its public addresses from inside its VPC, too', () => {
    const facts = [
      ...front(out),
      subnet('Behind', 'Vpc', '10.0.5.0/24', { routeTable: 'Private' }),
      routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      natGateway('Nat', 'EdgeA'),
      instance('Inside', 'Behind'),
    ];

    const through = traceOf(facts, 'Inside', 'Alb');

    expect(through.verdict).toBe('reachable');
    expect(through.forward.steps.map(({ at }) => at)).toContain('Nat');
    expect(traceOf(front(out), 'Client', 'Alb').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      code: 'no-route',
    });
  });

  test('an internal one is not reachable from the internet', () => {
    const facts = front(out).map((fact): Fact =>
      fact.fact === 'load-balancer' ? { ...fact, scheme: 'internal' } : fact,
    );

    expect(traceOf(facts, 'internet', 'Alb').blockedBy[0]).toMatchObject({ code: 'no-public-address' });
  });
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

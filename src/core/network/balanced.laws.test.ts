/** Laws of the engine, over random designs of load balancers and endpoint services between two networks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aclRow,
  allow,
  applicationLoadBalancer,
  endpointService,
  flow,
  instance,
  interfaceEndpoint,
  internetGateway,
  networkAcl,
  networkLoadBalancer,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../testing/facts';
import {
  ask,
  everyVerdictHasItsReason,
  orderOfFactsChangesNothing,
  rank,
  ruleMoreReachesNoLess,
  unknownTurnsNoVerdict,
} from '../../testing/engineLaws';
import type { Fact, GroupRow } from './facts';
import type { Query } from './trace';

const zones = ['a', 'c', ''] as const;
const places = ['A', 'C'];
const groupNames = ['Group1', 'Group2'];
const peers: readonly GroupRow['peer'][] = [
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.0.16/28',
  '10.1.0.0/16',
  { ref: 'Group1' },
  { ref: 'Group2' },
];
const groupRow = fc
  .tuple(
    fc.constantFrom<number | readonly [number, number] | null>(null, 80, 8080, [1024, 65535]),
    fc.constantFrom(...peers),
  )
  .map(([ports, peer]) => allow('tcp', ports, peer));
const optional = fc.constantFrom(true, false, null);

const designs: fc.Arbitrary<Fact[]> = fc
  .record({
    zones: fc.tuple(fc.constantFrom(...zones), fc.constantFrom(...zones)),
    groups: fc.tuple(
      ...groupNames.map(() =>
        fc.record({
          in: fc.array(groupRow, { maxLength: 3 }),
          out: fc.array(groupRow, { minLength: 1, maxLength: 2 }),
        }),
      ),
    ),
    acl: fc.array(
      fc.tuple(
        fc.constantFrom('allow', 'deny') as fc.Arbitrary<'allow' | 'deny'>,
        fc.constantFrom('10.0.0.0/16', '0.0.0.0/0'),
      ),
      { maxLength: 2 },
    ),
    nodes: fc.subarray(places, { minLength: 1 }),
    crossZone: fc.boolean(),
    scheme: fc.constantFrom('internal', 'internet-facing') as fc.Arbitrary<'internal' | 'internet-facing'>,
    guarded: fc.boolean(),
    filters: fc.boolean(),
    listener: fc.constantFrom('TCP 80', 'TCP 8080', 'UDP 80'),
    type: fc.constantFrom('instance', 'ip') as fc.Arbitrary<'instance' | 'ip'>,
    protocol: fc.constantFrom('TCP', 'TCP_UDP'),
    preserves: optional,
    groupCrossZone: optional,
    targets: fc.subarray(['Web1', 'Web2', '10.0.0.20', 'Client']),
    webs: fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places)),
    accepted: fc.boolean(),
    endpointIn: fc.subarray(['FarA', 'FarC'], { minLength: 1 }),
  })
  .map((it): Fact[] => [
    vpc('Vpc', '10.0.0.0/16'),
    internetGateway('Igw', 'Vpc'),
    routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    networkAcl('Acl', 'Vpc', {
      in: it.acl.map(([action, block], index) => aclRow(10 + index, action, 'tcp', [1024, 65535], block)),
    }),
    ...places.map((name, index) =>
      subnet(name, 'Vpc', `10.0.${index}.0/24`, {
        zone: it.zones[index] === '' ? '' : `${region}${it.zones[index]}`,
        routeTable: 'Table',
        networkAcl: index === 0 && it.acl.length > 0 ? 'Acl' : null,
      }),
    ),
    ...groupNames.map((name, index) => securityGroup(name, 'Vpc', it.groups[index])),
    instance('Client', 'A', { securityGroups: ['Group1'], publicIpv4: true }),
    ...it.webs.map((place, index) =>
      instance(`Web${index + 1}`, place, { securityGroups: [groupNames[index] ?? ''] }),
    ),
    ...networkLoadBalancer(
      'Nlb',
      'Vpc',
      it.nodes,
      { [it.listener]: 'Targets' },
      {
        crossZone: it.crossZone,
        scheme: it.scheme,
        securityGroups: it.guarded ? ['Group2'] : null,
        filtersPrivateLink: it.filters,
      },
    ),
    targetGroup('Targets', 'Vpc', it.targets, {
      type: it.type,
      protocol: it.protocol,
      preservesClientIp: it.preserves,
      crossZone: it.groupCrossZone,
    }),
    ...applicationLoadBalancer('Alb', 'Vpc', places, { 'HTTP 80': 'Http' }, { securityGroups: ['Group1'] }),
    targetGroup('Http', 'Vpc', ['Web1', 'Web2'], { protocol: 'HTTP', port: 8080 }),
    vpc('Far', '10.0.0.0/16'),
    subnet('FarA', 'Far', '10.0.0.0/24', { zone: `${region}a` }),
    subnet('FarC', 'Far', '10.0.1.0/24', { zone: `${region}c` }),
    instance('FarClient', 'FarA'),
    ...interfaceEndpoint('Endpoint', 'Far', '', it.endpointIn, {
      service: '',
      privateDns: false,
      provider: 'Service',
      accepted: it.accepted,
    }),
    endpointService('Service', ['Nlb'], { acceptanceRequired: true }),
  ]);

const questions: fc.Arbitrary<Query> = fc
  .record({
    from: fc.constantFrom('Client', 'Web1', 'FarClient', 'internet', 'Nlb', 'Alb'),
    to: fc.constantFrom<Parameters<typeof flow>[1]>('Nlb', 'Alb', 'Endpoint', 'Web1', {
      address: '10.0.0.20',
    }),
    port: fc.constantFrom(80, 8080, null),
    protocol: fc.constantFrom('tcp', 'udp') as fc.Arbitrary<'tcp' | 'udp'>,
  })
  .map(({ from, to, ...rest }) => flow(from, to, rest));
const random = { designs, questions };

test('every verdict carries its reason, in both languages', () => {
  everyVerdictHasItsReason(random, 200);
});

test('the order of the facts changes nothing', () => {
  orderOfFactsChangesNothing(random, 80);
});

test('a rule more in a security group never makes anything less reachable', () => {
  ruleMoreReachesNoLess(random, 150, { names: groupNames, rows: groupRow });
});

test('one target more never makes a load balancer less reachable', () => {
  fc.assert(
    fc.property(designs, questions, (facts, query) => {
      const more = facts.map((fact) =>
        fact.fact === 'target-group' && fact.by === 'Targets'
          ? { ...fact, targets: { ...fact.targets, more: { target: { ref: 'Web2' }, port: null, zone: '' } } }
          : fact,
      );

      expect(rank[ask(more, query).verdict]).toBeGreaterThanOrEqual(rank[ask(facts, query).verdict]);
    }),
    { numRuns: 150 },
  );
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hidden: readonly ((fact: Fact) => Fact)[] = [
    (fact) => (fact.fact === 'load-balancer' ? { ...fact, crossZone: unknown } : fact),
    (fact) => (fact.fact === 'load-balancer' ? { ...fact, filtersPrivateLink: unknown } : fact),
    (fact) => (fact.fact === 'load-balancer' ? { ...fact, scheme: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, type: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, port: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, protocol: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, preservesClientIp: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, crossZone: unknown } : fact),
    (fact) => (fact.fact === 'target-group' ? { ...fact, family: unknown } : fact),
    (fact) => (fact.fact === 'endpoint-service' ? { ...fact, acceptanceRequired: unknown } : fact),
    (fact) => (fact.fact === 'interface-endpoint' ? { ...fact, accepted: unknown } : fact),
    (fact) => (fact.fact === 'interface-endpoint' ? { ...fact, provider: unknown } : fact),
    (fact) => (fact.fact === 'subnet' && fact.network === 'Far' ? { ...fact, zone: unknown } : fact),
    (fact) =>
      fact.fact === 'load-balancer'
        ? {
            ...fact,
            listeners: Object.fromEntries(
              Object.entries(fact.listeners).map(([key, row]) => [key, { ...row, targetGroup: unknown }]),
            ),
          }
        : fact,
    (fact) =>
      fact.fact === 'load-balancer'
        ? {
            ...fact,
            listeners: Object.fromEntries(
              Object.entries(fact.listeners).map(([key, row]) => [key, { ...row, port: unknown }]),
            ),
          }
        : fact,
  ];

  unknownTurnsNoVerdict(random, 400, fc.constantFrom(...hidden), (facts, hide) => facts.map(hide));
});

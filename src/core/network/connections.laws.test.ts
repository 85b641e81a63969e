/** Laws of the engine, over random designs of several VPCs with peerings and transit gateways between them. */
import fc from 'fast-check';
import { test } from 'vitest';
import {
  allow,
  attachment,
  flow,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
  vpc,
} from '../../testing/facts';
import {
  askedBeforeChangesNothing,
  everyVerdictHasItsReason,
  namesChangeNothing,
  orderOfFactsChangesNothing,
  ruleMoreReachesNoLess,
  unknownTurnsNoVerdict,
} from '../../testing/engineLaws';
import type { Fact, GroupRow } from './facts';
import type { Query } from './trace';

const letters = ['A', 'B', 'C'] as const;
const blocks = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '0.0.0.0/0', '10.0.0.0/8', '10.1.1.0/24'];
const targets = ['PeeringAB', 'PeeringBC', 'Tgw', 'Far', 'Igw', 'Nat', 'Appliance', null];
const attachments = ['AttachA', 'AttachB', 'AttachC', 'TgwPeering'];

const routes = fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...targets), {
  maxKeys: 3,
  noNullPrototype: true,
});
const transitRows = fc.record({
  routes: fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...attachments, null, 'Gone'), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  associations: fc.subarray(attachments),
  propagations: fc.subarray(attachments),
  isDefault: fc.boolean(),
});
const groupRow = fc
  .constantFrom<GroupRow['peer']>(
    '0.0.0.0/0',
    '10.0.0.0/8',
    '10.1.0.0/16',
    { ref: 'GroupA' },
    { ref: 'GroupB' },
  )
  .map((peer) => allow('tcp', 443, peer));

const designs = fc
  .record({
    secondBlock: fc.constantFrom('10.1.0.0/16', '10.0.0.0/16'),
    tables: fc.tuple(routes, routes, routes),
    zones: fc.tuple(...letters.map(() => fc.constantFrom('a', 'c'))),
    groups: fc.tuple(...letters.map(() => fc.array(groupRow, { minLength: 1, maxLength: 2 }))),
    accepted: fc.boolean(),
    region: fc.constantFrom(null, 'us-east-1'),
    gateway: fc.record({
      defaultAssociation: fc.boolean(),
      defaultPropagation: fc.boolean(),
      securityGroupReferencing: fc.boolean(),
    }),
    applianceMode: fc.boolean(),
    near: transitRows,
    second: transitRows,
    there: transitRows,
    joined: fc.boolean(),
  })
  .map((it): Fact[] => [
    ...letters.flatMap((letter, index): Fact[] => [
      vpc(`Vpc${letter}`, index === 1 ? it.secondBlock : `10.${index}.0.0/16`),
      ...['a', 'c'].map((zone, number) =>
        subnet(
          `Subnet${letter}${zone}`,
          `Vpc${letter}`,
          `10.${index === 1 && it.secondBlock === '10.0.0.0/16' ? 0 : index}.${number}.0/24`,
          {
            zone: `ap-northeast-1${zone}`,
            routeTable: `Table${letter}`,
          },
        ),
      ),
      routeTable(`Table${letter}`, `Vpc${letter}`, it.tables[index]),
      securityGroup(`Group${letter}`, `Vpc${letter}`, { in: it.groups[index] ?? [] }),
      instance(`Host${letter}`, `Subnet${letter}${it.zones[index]}`, { securityGroups: [`Group${letter}`] }),
      attachment(
        `Attach${letter}`,
        letter === 'C' ? 'Far' : 'Tgw',
        `Vpc${letter}`,
        letter === 'A' ? [`Subnet${letter}a`] : [`Subnet${letter}a`, `Subnet${letter}c`],
        { applianceMode: it.applianceMode },
      ),
    ]),
    internetGateway('Igw', 'VpcB'),
    natGateway('Nat', 'SubnetBa'),
    gatewayEndpoint('S3', 'VpcB', 's3', ['TableB']),
    instance('Appliance', 'SubnetBc', { sourceDestinationCheck: false, securityGroups: ['GroupB'] }),
    peering('PeeringAB', 'VpcA', 'VpcB', { accepted: it.accepted }),
    peering('PeeringBC', 'VpcB', 'VpcC', { accepterRegion: it.region }),
    transitGateway('Tgw', it.gateway),
    transitGateway('Far', { ...it.gateway, defaultAssociation: true }),
    ...transitPeering('TgwPeering', 'Tgw', 'Far', it.joined),
    transitTable('Near', 'Tgw', it.near),
    transitTable('Second', 'Tgw', { ...it.second, isDefault: false }),
    transitTable('There', 'Far', it.there),
  ]);

const questions: fc.Arbitrary<Query> = fc
  .record({
    from: fc.constantFrom('HostA', 'HostB', 'HostC'),
    to: fc.constantFrom<Parameters<typeof flow>[1]>(
      'HostA',
      'HostB',
      'HostC',
      'internet',
      { service: 's3' },
      { address: '10.1.1.7' },
      { address: '10.77.0.1' },
    ),
  })
  .map(({ from, to }) => flow(from, to));
const random = { designs, questions };

test('every verdict carries its reason, whatever circles the routes make', () => {
  everyVerdictHasItsReason(random, 300);
});

test('the order of the facts changes nothing', () => {
  orderOfFactsChangesNothing(random, 100);
});

test('what things are called changes nothing', () => {
  namesChangeNothing(random, 100);
});

test('a security-group rule more never makes anything less reachable', () => {
  ruleMoreReachesNoLess(random, 150, {
    names: ['GroupA', 'GroupB', 'GroupC'],
    rows: groupRow,
    sides: ['inbound'],
  });
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hide = (facts: readonly Fact[], index: number): Fact[] =>
    facts.map((fact, at): Fact => {
      if (at !== index) return fact;
      if (fact.fact === 'subnet') return { ...fact, zone: unknown };
      if (fact.fact === 'peering') return { ...fact, accepted: unknown };
      if (fact.fact === 'transit-gateway')
        return {
          ...fact,
          defaultAssociation: unknown,
          defaultPropagation: unknown,
          securityGroupReferencing: unknown,
        };
      if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'network')
        return { ...fact, to: { ...fact.to, securityGroupReferencing: unknown, ipv6: unknown } };
      if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'transit-gateway')
        return { ...fact, to: { ...fact.to, accepted: unknown } };
      if (fact.fact === 'transit-gateway-route-table')
        return {
          ...fact,
          routes: Object.fromEntries(
            Object.entries(fact.routes).map(([key, row]) => [key, { ...row, attachment: unknown }]),
          ),
        };
      return fact;
    });

  unknownTurnsNoVerdict(random, 200, fc.nat(40), hide);
});

test('the same question has the same answer, also when the network was asked before', () => {
  askedBeforeChangesNothing(random, 50);
});

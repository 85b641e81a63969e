/** Laws of the engine, over random designs of VPCs and offices with VPN connections between them. */
import fc from 'fast-check';
import { test } from 'vitest';
import {
  allow,
  attachment,
  flow,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitTable,
  unknown,
  vpc,
} from '../../testing/facts';
import {
  everyVerdictHasItsReason,
  namesChangeNothing,
  orderOfFactsChangesNothing,
  ruleMoreReachesNoLess,
  unknownTurnsNoVerdict,
} from '../../testing/engineLaws';
import { customerGateway, site, vpnAttachment, vpnConnection, vpnGateway } from '../../testing/vpn';
import type { Fact } from './facts';
import type { Query } from './trace';

const blocks = ['10.0.0.0/16', '10.1.0.0/16', '192.168.0.0/16', '192.168.1.0/24', '0.0.0.0/0', '10.0.0.0/8'];
const ends = ['HostA', 'HostB', 'OfficeOne', 'OfficeTwo', 'CgwOne', 'VpnOne', 'VpnThree'];

const routes = fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom('Vgw', 'Tgw', 'Igw', null), {
  maxKeys: 3,
  noNullPrototype: true,
});
const prefixes = fc.subarray(blocks, { maxLength: 2 });
const connection = fc.record({
  gateway: fc.constantFrom('Vgw', 'Tgw', 'Spare', null),
  device: fc.constantFrom('CgwOne', 'CgwTwo'),
  routes: fc.oneof(prefixes, fc.constant('bgp' as const)),
  family: fc.constantFrom(4 as const, 4 as const, 6 as const),
  customerBlock: fc.constantFrom(null, null, '192.168.0.0/16'),
  isPrivate: fc.boolean(),
});
const transitAttachments = ['AttachB', 'VpnOne', 'VpnTwo', 'VpnThree'];

const designs = fc
  .record({
    tables: fc.tuple(routes, routes),
    vpns: fc.tuple(connection, connection, connection),
    announces: fc.tuple(prefixes, prefixes),
    propagatesTo: fc.subarray(['TableA', 'TableB']),
    attached: fc.constantFrom('VpcA', 'VpcB', null),
    behind: fc.tuple(fc.subarray(['CgwOne', 'CgwTwo']), fc.subarray(['CgwOne', 'CgwTwo'])),
    address: fc.constantFrom('203.0.113.1', '10.9.9.9', 'nonsense'),
    edge: fc.boolean(),
    associations: fc.subarray(transitAttachments),
    propagations: fc.subarray(transitAttachments),
    transitRoutes: fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...transitAttachments, null), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    byDefault: fc.boolean(),
  })
  .map((it): Fact[] => [
    ...(['A', 'B'] as const).flatMap((letter, index): Fact[] => [
      vpc(`Vpc${letter}`, `10.${index}.0.0/16`),
      subnet(`Subnet${letter}`, `Vpc${letter}`, `10.${index}.0.0/24`, { routeTable: `Table${letter}` }),
      routeTable(`Table${letter}`, `Vpc${letter}`, it.tables[index]),
      securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('tcp', 443, '192.168.0.0/16')] }),
      instance(`Host${letter}`, `Subnet${letter}`, {
        privateIpv4: `10.${index}.0.10`,
        securityGroups: [`Group${letter}`],
      }),
    ]),
    internetGateway('Igw', 'VpcA'),
    subnet('Middle', 'VpcA', '10.0.9.0/24'),
    instance('Appliance', 'Middle', { sourceDestinationCheck: false, securityGroups: ['GroupA'] }),
    routeTable('Edge', 'VpcA', { '10.0.0.0/24': 'Appliance' }),
    vpnGateway('Vgw', it.attached, {
      propagatesTo: it.propagatesTo,
      ...(it.edge ? { routeTable: 'Edge' } : {}),
    }),
    vpnGateway('Spare', null, { elsewhere: it.edge }),
    transitGateway('Tgw', { defaultAssociation: it.byDefault, defaultPropagation: it.byDefault }),
    attachment('AttachB', 'Tgw', 'VpcB', ['SubnetB']),
    transitTable('TgwTable', 'Tgw', {
      routes: it.transitRoutes,
      associations: it.associations,
      propagations: it.propagations,
    }),
    customerGateway('CgwOne', it.announces[0], it.address),
    customerGateway('CgwTwo', it.announces[1]),
    site('OfficeOne', '192.168.0.0/16', ...it.behind[0]),
    site('OfficeTwo', '172.16.0.0/16', ...it.behind[1]),
    ...it.vpns.flatMap(({ gateway, device, routes: told, ...more }, index): Fact[] => {
      const by = ['VpnOne', 'VpnTwo', 'VpnThree'][index] ?? '';
      const own = vpnConnection(by, gateway, device, told, more);
      return gateway === 'Tgw' ? [own, vpnAttachment(by, 'Tgw')] : [own];
    }),
  ]);

const end = fc.oneof(
  fc.constantFrom<Parameters<typeof flow>[0]>(...ends, 'internet'),
  fc.constantFrom<Parameters<typeof flow>[0]>(
    { resource: 'CgwTwo', address: '192.168.1.7' },
    { address: '192.168.1.7' },
    { address: '10.0.0.2' },
    { service: 's3' },
  ),
);
const questions: fc.Arbitrary<Query> = fc.tuple(end, end).map(([from, to]) => flow(from, to));
const random = { designs, questions };

test('every verdict carries its reason, whatever circles the routes make', () => {
  everyVerdictHasItsReason(random, 300);
});

/** Of two sides that have one address, the one that is meant is told by its name. */
const isNamed = ({ from }: Query): boolean => !('address' in from) || 'resource' in from;

test('the order of the facts and the names of things change nothing', () => {
  const named = { ...random, questions: questions.filter(isNamed) };

  orderOfFactsChangesNothing(named, 150);
  namesChangeNothing(named, 150, ({ verdict }) => verdict);
});

test('a security-group rule more never makes anything less reachable', () => {
  const everything = allow('any', null, '0.0.0.0/0');

  ruleMoreReachesNoLess(random, 150, {
    names: ['GroupA', 'GroupB'],
    rows: fc.constant(everything),
    sides: ['inbound'],
  });
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hide = (fact: Fact, which: number): Fact => {
    switch (fact.fact) {
      case 'vpn-connection': {
        const hidden = ['staticOnly', 'family', 'customerBlock', 'isPrivate', 'routes'][which] ?? '';
        if (hidden !== 'routes') return { ...fact, [hidden]: unknown };
        const rows = Object.keys(fact.routes).map((key) => [key, { destination: unknown }]);
        return { ...fact, routes: Object.fromEntries(rows) };
      }
      case 'customer-gateway':
        return which === 0
          ? { ...fact, address: unknown }
          : { ...fact, announces: fact.announces.map(() => unknown) };
      case 'vpn-gateway':
        return { ...fact, routeTable: unknown };
      default:
        return fact;
    }
  };

  unknownTurnsNoVerdict(random, 300, fc.tuple(fc.nat(60), fc.nat(4)), (facts, [index, which]) =>
    facts.map((fact, at) => (at === index ? hide(fact, which) : fact)),
  );
});

/**
 * The worked examples of AWS's transit gateway guide, each as the guide draws it: who reaches whom, by which routes. The VPN
 * connections that some of them have are left out.
 */
import { describe, expect, test } from 'vitest';
import {
  allow,
  attachment,
  flow,
  instance,
  internetGateway,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
  vpc,
} from '../../testing/facts';
import { askBoth } from '../../testing/reference/both';
import type { Fact, RouteRow } from './facts';

const zone = (letter: string): string => `ap-northeast-1${letter}`;
const everyone = [allow('any', null, '0.0.0.0/0')];

/** A VPC attached in one zone, whose table sends everything else to the transit gateway. */
function site(letter: string, number: number, gateway = 'tgw'): Fact[] {
  return [
    vpc(`VPC ${letter}`, `10.${number}.0.0/16`),
    subnet(`${letter} subnet`, `VPC ${letter}`, `10.${number}.0.0/24`, { routeTable: `${letter} table` }),
    routeTable(`${letter} table`, `VPC ${letter}`, { '0.0.0.0/0': gateway }),
    securityGroup(`${letter} group`, `VPC ${letter}`, { in: everyone }),
    instance(letter, `${letter} subnet`, { securityGroups: [`${letter} group`] }),
    attachment(`to ${letter}`, gateway, `VPC ${letter}`, [`${letter} subnet`]),
  ];
}

function ask(facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1]) {
  return askBoth(facts, flow(from, to));
}

function expectAll(facts: readonly Fact[], names: readonly string[], verdict: string): void {
  for (const from of names)
    for (const to of names)
      if (from !== to) expect(ask(facts, from, to).verdict, `${from} to ${to}`).toBe(verdict);
}

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-centralized-router.html
test('TG3 centralized router: all attachments use and feed the default table, and reach one another', () => {
  const facts = [
    ...['A', 'B', 'C'].flatMap((letter, index) => site(letter, index + 1)),
    transitGateway('tgw', { defaultAssociation: true, defaultPropagation: true }),
  ];

  expectAll(facts, ['A', 'B', 'C'], 'reachable');
  expect(ask(facts, 'A', { address: '10.99.99.1' }).blockedBy[0]).toMatchObject({
    resource: 'tgw',
    analyzerCode: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-isolated.html
test('TG3 isolated VPCs: their table has no route to one another, so the transit gateway drops what they send', () => {
  const facts = [
    ...['A', 'B', 'C'].flatMap((letter, index) => site(letter, index + 1)),
    transitGateway('tgw'),
    transitTable('for VPCs', 'tgw', { associations: ['to A', 'to B', 'to C'] }),
    transitTable('for the VPN', 'tgw', { propagations: ['to A', 'to B', 'to C'] }),
  ];

  expectAll(facts, ['A', 'B', 'C'], 'blocked');
  expect(ask(facts, 'A', 'B').blockedBy[0]).toMatchObject({ resource: 'for VPCs', code: 'no-route' });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-isolated-shared.html
test('TG3 isolated VPCs with shared services: each reaches the shared VPC, and none another', () => {
  const isolated = ['A', 'B', 'C'];
  const facts = [
    ...[...isolated, 'D'].flatMap((letter, index) => site(letter, index + 1)),
    transitGateway('tgw'),
    transitTable('isolated', 'tgw', {
      associations: isolated.map((letter) => `to ${letter}`),
      propagations: ['to D'],
    }),
    transitTable('shared', 'tgw', {
      associations: ['to D'],
      propagations: [...isolated, 'D'].map((letter) => `to ${letter}`),
    }),
  ];

  for (const letter of isolated) {
    expect(ask(facts, letter, 'D').verdict, letter).toBe('reachable');
    expect(ask(facts, 'D', letter).verdict, letter).toBe('reachable');
  }
  expectAll(facts, isolated, 'blocked');
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-peering-scenario.html
test('TG3 peered transit gateways: a static route in each leads over the peering', () => {
  const defaults = { defaultAssociation: true, defaultPropagation: true };
  const facts = [
    ...site('A', 0, 'tgw 1'),
    ...site('B', 2, 'tgw 1'),
    ...site('C', 3, 'tgw 2'),
    transitGateway('tgw 1', defaults),
    transitGateway('tgw 2', defaults),
    ...transitPeering('peering', 'tgw 1', 'tgw 2'),
    transitTable('table 1', 'tgw 1', { isDefault: true, routes: { '0.0.0.0/0': 'peering' } }),
    transitTable('table 2', 'tgw 2', {
      isDefault: true,
      routes: { '10.0.0.0/16': 'peering', '10.2.0.0/16': 'peering' },
    }),
  ];

  expectAll(facts, ['A', 'B', 'C'], 'reachable');
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
describe('centralized outbound routing to the internet', () => {
  const design = (
    more: { readonly blackholes?: boolean; readonly backRoutes?: readonly string[] } = {},
  ): Fact[] => {
    const { blackholes = false, backRoutes = ['10.1.0.0/16', '10.2.0.0/16'] } = more;
    return [
      ...site('A', 1),
      ...site('B', 2),
      vpc('VPC C', '10.3.0.0/16'),
      internetGateway('igw', 'VPC C'),
      subnet('public', 'VPC C', '10.3.0.0/24', { routeTable: 'public table' }),
      subnet('private', 'VPC C', '10.3.1.0/24', { routeTable: 'private table' }),
      routeTable('public table', 'VPC C', {
        '0.0.0.0/0': 'igw',
        ...Object.fromEntries(backRoutes.map((block) => [block, 'tgw'])),
      }),
      routeTable('private table', 'VPC C', { '0.0.0.0/0': 'nat' }),
      natGateway('nat', 'public'),
      attachment('to C', 'tgw', 'VPC C', ['private']),
      transitGateway('tgw'),
      transitTable('tgw table', 'tgw', {
        associations: ['to A', 'to B', 'to C'],
        propagations: ['to A', 'to B', 'to C'],
        routes: {
          '0.0.0.0/0': 'to C',
          ...(blackholes ? { '10.1.0.0/16': null, '10.2.0.0/16': null } : {}),
        },
      }),
    ];
  };

  test('NG3 both VPCs reach the internet by the NAT gateway, and nothing reaches them', () => {
    for (const letter of ['A', 'B']) expect(ask(design(), letter, 'internet').verdict).toBe('reachable');
    expect(askBoth(design(), flow('internet', 'A')).verdict).toBe('blocked');
    expect(ask(design(), 'A', 'B').verdict).toBe('reachable');
  });

  test('NG3 without the routes of the public subnet to the transit gateway the replies are lost', () => {
    expect(ask(design({ backRoutes: ['10.2.0.0/16'] }), 'A', 'internet')).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'exits-to-internet' },
      blockedBy: [{ resource: 'public table', direction: 'return' }],
    });
    expect(ask(design({ backRoutes: ['10.2.0.0/16'] }), 'B', 'internet').verdict).toBe('reachable');
  });

  test('TG3 blackhole routes keep the VPCs apart, and by the same token the replies from them', () => {
    // The guide offers blackholes in the one table that both directions use; a table for VPC C of its own is needed too.
    expect(ask(design({ blackholes: true }), 'A', 'B').blockedBy[0]).toMatchObject({
      resource: 'tgw table',
      code: 'blackhole',
    });
    expect(ask(design({ blackholes: true }), 'A', 'internet').blockedBy[0]).toMatchObject({
      resource: 'tgw table',
      code: 'blackhole',
      direction: 'return',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
describe('TG4 an appliance in a shared services VPC', () => {
  interface Design {
    readonly applianceMode: boolean;
    /** The zone of the instance in VPC B; that of VPC A is in zone a. */
    readonly zoneB: 'a' | 'c';
    readonly onward?: Readonly<Record<string, RouteRow['target']>>;
    readonly forB?: Readonly<Record<string, string>>;
  }

  const spoke = (letter: string, number: number, own: 'a' | 'c'): Fact[] => [
    vpc(`VPC ${letter}`, `10.${number}.0.0/16`),
    ...(['a', 'c'] as const).map((each, index) =>
      subnet(`${letter} ${each}`, `VPC ${letter}`, `10.${number}.${index}.0/24`, {
        zone: zone(each),
        routeTable: `${letter} table`,
      }),
    ),
    routeTable(`${letter} table`, `VPC ${letter}`, { '0.0.0.0/0': 'tgw' }),
    securityGroup(`${letter} group`, `VPC ${letter}`, { in: everyone }),
    instance(letter, `${letter} ${own}`, { securityGroups: [`${letter} group`] }),
    attachment(`to ${letter}`, 'tgw', `VPC ${letter}`, [`${letter} a`, `${letter} c`]),
  ];

  const design = ({ applianceMode, zoneB, onward = { '0.0.0.0/0': 'tgw' }, forB }: Design): Fact[] => [
    ...spoke('A', 0, 'a'),
    ...spoke('B', 1, zoneB),
    vpc('VPC C', '192.168.0.0/16'),
    securityGroup('appliances', 'VPC C', { in: everyone }),
    ...(['a', 'c'] as const).flatMap((each, index) => [
      subnet(`entry ${each}`, 'VPC C', `192.168.${index}.0/24`, {
        zone: zone(each),
        routeTable: `entry table ${each}`,
      }),
      routeTable(`entry table ${each}`, 'VPC C', { '0.0.0.0/0': `appliance ${each}` }),
      subnet(`inner ${each}`, 'VPC C', `192.168.${index + 10}.0/24`, {
        zone: zone(each),
        routeTable: 'inner table',
      }),
      instance(`appliance ${each}`, `inner ${each}`, {
        sourceDestinationCheck: false,
        securityGroups: ['appliances'],
      }),
    ]),
    routeTable('inner table', 'VPC C', onward),
    attachment('to C', 'tgw', 'VPC C', ['entry a', 'entry c'], { applianceMode }),
    transitGateway('tgw'),
    transitTable('for spokes', 'tgw', {
      associations: forB === undefined ? ['to A', 'to B'] : ['to A'],
      routes: { '0.0.0.0/0': 'to C' },
    }),
    ...(forB === undefined ? [] : [transitTable('for B', 'tgw', { associations: ['to B'], routes: forB })]),
    transitTable('for C', 'tgw', { associations: ['to C'], propagations: ['to A', 'to B'] }),
  ];

  const visited = (steps: readonly { readonly at: string | null }[] = []): readonly (string | null)[] => [
    ...new Set(steps.map(({ at }) => at).filter((at) => at?.startsWith('appliance') === true)),
  ];

  test('what the appliance lets through is up to it; both directions meet the same one', () => {
    const trace = ask(design({ applianceMode: true, zoneB: 'c' }), 'A', 'B');

    expect(trace.verdict).toBe('unknown');
    expect(trace.forward.steps.at(-1)).toMatchObject({ at: 'B', what: 'deliver' });
    expect(trace.return?.steps.at(-1)).toMatchObject({ at: 'A', what: 'deliver' });
    expect(visited(trace.forward.steps)).toEqual(['appliance a']);
    expect(visited(trace.return?.steps)).toEqual(['appliance a']);
  });

  test('without appliance mode, the reply of an instance in another zone meets another appliance', () => {
    expect(ask(design({ applianceMode: false, zoneB: 'c' }), 'A', 'B').blockedBy[0]).toMatchObject({
      resource: 'to C',
      field: 'applianceMode',
      at: 'appliance c',
      direction: 'return',
      analyzerCode: 'TGW_ATTACH_VPC_AZ_RESTRICTION',
    });
  });

  test('within one zone it happens to go well, with a word of warning', () => {
    const trace = ask(design({ applianceMode: false, zoneB: 'a' }), 'A', 'B');

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED'),
    );
    expect(
      ask(design({ applianceMode: true, zoneB: 'a' }), 'A', 'B').unknowns.map(({ en }) => en),
    ).not.toContainEqual(expect.stringContaining('TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED'));
  });

  test('GW3 a reply that goes round the appliance is not one that it lets through', () => {
    const facts = design({
      applianceMode: true,
      zoneB: 'a',
      forB: { '10.0.0.0/16': 'to A', '0.0.0.0/0': 'to C' },
    });

    expect(ask(facts, 'A', 'B').blockedBy[0]).toMatchObject({
      resource: 'for B',
      row: '10.0.0.0/16 → to A',
      direction: 'return',
    });
  });

  test('GW3 whether a reply goes round the appliance is not known where its way is not', () => {
    const facts = [
      ...design({ applianceMode: true, zoneB: 'a', forB: {} }).filter(
        ({ by }) => by !== 'tgw' && by !== 'for B',
      ),
      transitGateway('tgw', { defaultAssociation: unknown }),
    ];

    expect(ask(facts, 'A', 'B')).toMatchObject({ verdict: 'unknown', blockedBy: [] });
  });

  test('what an appliance does whose subnet has no route on is not known at all', () => {
    const facts = design({ applianceMode: true, zoneB: 'a', onward: { '10.0.0.0/16': 'tgw' } });
    const trace = ask(facts, 'A', 'B');

    expect(trace.verdict).toBe('unknown');
    expect(visited(trace.forward.steps)).toEqual(['appliance a']);
  });
});

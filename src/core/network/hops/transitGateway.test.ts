import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  attachment,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { Fact, RouteRow } from '../facts';
import { compileNetwork } from '../network';

function traceOf(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  return compileNetwork(facts).trace(flow(...question));
}

type Routes = Readonly<Record<string, RouteRow['target']>>;
const everyone = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
const zone = (letter: string): string => `ap-northeast-1${letter}`;

/** A VPC with one subnet in zone a, an instance in it, and an attachment to Tgw there. */
function site(letter: string, routes: Routes = { '10.0.0.0/8': 'Tgw' }): Fact[] {
  const block = `10.${letter.charCodeAt(0) - 65}`;
  return [
    vpc(`Vpc${letter}`, `${block}.0.0/16`),
    subnet(`Subnet${letter}`, `Vpc${letter}`, `${block}.0.0/24`, { routeTable: `Table${letter}` }),
    routeTable(`Table${letter}`, `Vpc${letter}`, routes),
    securityGroup(`Group${letter}`, `Vpc${letter}`, { in: everyone, out: everyone }),
    instance(`Host${letter}`, `Subnet${letter}`, { securityGroups: [`Group${letter}`] }),
    attachment(`Attach${letter}`, 'Tgw', `Vpc${letter}`, [`Subnet${letter}`]),
  ];
}

const all = { associations: ['AttachA', 'AttachB'], propagations: ['AttachA', 'AttachB'] };
const two: readonly Fact[] = [
  ...site('A'),
  ...site('B'),
  transitGateway('Tgw'),
  transitTable('TgwTable', 'Tgw', all),
];

/** The facts with what one resource states changed. */
function changed<F extends Fact['fact']>(
  facts: readonly Fact[],
  by: string,
  fact: F,
  change: (before: Extract<Fact, { readonly fact: F }>) => Fact,
): Fact[] {
  return facts.map((each) =>
    each.by === by && each.fact === fact ? change(each as Extract<Fact, { readonly fact: F }>) : each,
  );
}

const withTarget = (facts: readonly Fact[], by: string, more: object): Fact[] =>
  changed(facts, by, 'transit-gateway-attachment', (fact) => ({ ...fact, to: { ...fact.to, ...more } }));
const withTable = (facts: readonly Fact[], rows: Parameters<typeof transitTable>[2]): Fact[] => [
  ...facts.filter(({ by }) => by !== 'TgwTable'),
  transitTable('TgwTable', 'Tgw', rows),
];

// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('a packet between two VPCs', () => {
  test('enters by one attachment, is looked up, and leaves by the other', () => {
    const trace = traceOf(two, 'HostA', 'HostB');

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.map(({ at, what, direction }) => [at, what, direction].join(' '))).toEqual([
      'HostA security-group out',
      'SubnetA network-acl out',
      'SubnetA route ',
      'SubnetA network-acl in',
      'AttachA gateway in',
      'Tgw transit-gateway-route ',
      'AttachB gateway out',
      'HostB security-group in',
      'HostB deliver in',
    ]);
    expect(trace.forward.steps.find(({ what }) => what === 'transit-gateway-route')?.because).toMatchObject({
      resource: 'TgwTable',
      row: '10.1.0.0/16 → AttachB (propagated)',
    });
  });

  test('the source’s table lacks the route', () => {
    expect(
      traceOf([...two.filter(({ by }) => by !== 'TableA'), routeTable('TableA', 'VpcA')], 'HostA', 'HostB')
        .blockedBy,
    ).toMatchObject([
      { resource: 'TableA', code: 'no-route', analyzerCode: 'NO_ROUTE_TO_DESTINATION', direction: 'forward' },
    ]);
  });

  test('the far VPC’s table lacks the route back', () => {
    expect(
      traceOf([...two.filter(({ by }) => by !== 'TableB'), routeTable('TableB', 'VpcB')], 'HostA', 'HostB')
        .blockedBy,
    ).toMatchObject([{ resource: 'TableB', code: 'no-route', direction: 'return' }]);
  });

  test('a route to a transit gateway that the VPC is not attached to is a blackhole', () => {
    const facts = two.filter(({ by }) => by !== 'AttachA');

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      rowKey: '10.0.0.0/8',
      code: 'blackhole',
    });
  });

  test('the attachment is associated with no table', () => {
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachB'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'AttachA',
      code: 'no-route',
      analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
      direction: 'forward',
    });
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachA'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'AttachB',
      direction: 'return',
    });
  });

  test('the table of the transit gateway lacks the route', () => {
    const trace = traceOf(withTable(two, { ...all, propagations: ['AttachA'] }), 'HostA', 'HostB');

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'TgwTable',
      code: 'no-route',
      analyzerCode: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
      says: { en: 'no route of TgwTable covers 10.1.0.0/24; AttachB does not propagate to it' },
    });
    expect(trace.forward.steps.at(-1)?.lost).toEqual([
      expect.objectContaining({ row: '10.0.0.0/16 → AttachA (propagated)' }),
    ]);
  });

  test('an attachment that is nowhere in the VPC cannot be made', () => {
    expect(traceOf(withTarget(two, 'AttachB', { subnets: [] }), 'HostA', 'HostB').blockedBy[0]).toMatchObject(
      {
        resource: 'AttachB',
        field: 'subnets',
        code: 'cannot-be-created',
        analyzerCode: 'BAD_STATE_ATTACHMENT',
      },
    );
    expect(compileNetwork(withTarget(two, 'AttachA', { subnets: [] })).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.0.0.0/8', state: 'blackhole' }),
    );
  });

  test('nor can one of a VPC of another Region', () => {
    const facts = changed(two, 'Tgw', 'transit-gateway', (fact) => ({ ...fact, region: 'us-east-1' }));

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AttachA',
      code: 'cannot-be-created',
    });
  });

  test('of two attachments of one VPC AWS makes one, and nobody knows which', () => {
    expect(traceOf([...two, attachment('Again', 'Tgw', 'VpcA', ['SubnetA'])], 'HostA', 'HostB').verdict).toBe(
      'unknown',
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
describe('TG1 zones', () => {
  const zoned = (attached: readonly string[], more: readonly Fact[] = []): Fact[] => [
    ...withTarget(two, 'AttachB', { subnets: attached }),
    subnet('SubnetBc', 'VpcB', '10.1.1.0/24', { zone: zone('c'), routeTable: 'TableB' }),
    instance('HostBc', 'SubnetBc', { securityGroups: ['GroupB'] }),
    ...more,
  ];

  test('what is in a zone without a subnet of the attachment cannot send, and so not answer', () => {
    const blocked = {
      resource: 'AttachB',
      field: 'subnets',
      code: 'not-in-zone',
      analyzerCode: 'TGW_ROUTE_AZ_RESTRICTION',
    };

    expect(traceOf(zoned(['SubnetB']), 'HostBc', 'HostA').blockedBy[0]).toMatchObject({
      ...blocked,
      direction: 'forward',
    });
    expect(traceOf(zoned(['SubnetB']), 'HostA', 'HostBc')).toMatchObject({
      forward: { disposition: 'delivered' },
      blockedBy: [{ ...blocked, direction: 'return' }],
    });
  });

  test('any subnet of the zone will do', () => {
    const facts = zoned(
      ['SubnetB', 'Small'],
      [subnet('Small', 'VpcB', '10.1.9.0/28', { zone: zone('c'), routeTable: 'TableB' })],
    );

    expect(traceOf(facts, 'HostA', 'HostBc').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostBc', 'HostA').verdict).toBe('reachable');
  });

  test('packets come in by another zone where the sender’s has no subnet', () => {
    expect(traceOf(zoned(['SubnetBc']), 'HostA', 'HostBc').forward.disposition).toBe('delivered');
  });

  test('two subnets in one zone are refused', () => {
    const facts = zoned(['SubnetB', 'Twin'], [subnet('Twin', 'VpcB', '10.1.8.0/24')]);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AttachB',
      field: 'subnets',
      code: 'cannot-be-created',
    });
  });

  test('a subnet that AWS refuses cannot be attached', () => {
    const facts = zoned(['SubnetB', 'Outer'], [subnet('Outer', 'VpcB', '10.9.8.0/24', { zone: zone('c') })]);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Outer',
      field: 'cidr',
      code: 'cannot-be-created',
    });
  });

  test('a zone that nobody says leaves the answer open, except in a subnet of the attachment itself', () => {
    const somewhere = changed(zoned(['SubnetB']), 'SubnetBc', 'subnet', (fact) => ({ ...fact, zone: '' }));
    const nowhere = changed(two, 'SubnetA', 'subnet', (fact) => ({ ...fact, zone: unknown }));

    expect(traceOf(somewhere, 'HostBc', 'HostA').verdict).toBe('unknown');
    expect(traceOf(nowhere, 'HostA', 'HostB').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
describe('TG2 the subnet of the attachment', () => {
  /** VpcB with an attachment in a subnet of its own, guarded by Acl. */
  const apart = (acl: Parameters<typeof networkAcl>[2], tableRoutes: Routes = {}): Fact[] => [
    ...withTarget(two, 'AttachB', { subnets: ['Entry'] }),
    subnet('Entry', 'VpcB', '10.1.9.0/28', { routeTable: 'EntryTable', networkAcl: 'Acl' }),
    routeTable('EntryTable', 'VpcB', tableRoutes),
    networkAcl('Acl', 'VpcB', acl),
  ];
  const deny = (block: string) => [aclRow(90, 'deny', 'any', null, block), aclRow(100, 'allow')];

  test('its outbound rules look at the destination of what comes from the transit gateway', () => {
    expect(traceOf(apart({ out: deny('10.1.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'egress rule 90',
      direction: 'forward',
    });
  });

  test('its inbound rules look at the source of what goes to the transit gateway', () => {
    expect(traceOf(apart({ in: deny('10.1.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'ingress rule 90',
      direction: 'return',
    });
  });

  test('its other rules are not used', () => {
    const facts = apart({ in: deny('10.0.0.0/16'), out: deny('10.0.0.0/16') });

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('in one subnet with the instance, its rules do not look at what comes in', () => {
    const facts = [
      ...changed(two, 'SubnetB', 'subnet', (fact) => ({ ...fact, networkAcl: 'Acl' })),
      networkAcl('Acl', 'VpcB', { in: deny('10.0.0.0/16') }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('in one subnet with the instance, both of its directions look at what goes out', () => {
    const guarded = (acl: Parameters<typeof networkAcl>[2]) => [
      ...changed(two, 'SubnetA', 'subnet', (fact) => ({ ...fact, networkAcl: 'Acl' })),
      networkAcl('Acl', 'VpcA', acl),
    ];

    expect(traceOf(guarded({ in: deny('10.0.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'ingress rule 90',
    });
    expect(traceOf(guarded({ out: deny('10.1.0.0/16') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'egress rule 90',
    });
  });

  test('its route table decides where packets go from there', () => {
    const facts = [
      ...apart({}, { '10.1.0.0/24': 'Nat' }),
      subnet('NatSubnet', 'VpcB', '10.1.8.0/24', { routeTable: 'TableB' }),
      natGateway('Nat', 'NatSubnet', { connectivity: 'private', elasticIp: false }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').forward.steps).toContainEqual(
      expect.objectContaining({ at: 'Nat', what: 'translate' }),
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('TG3 the tables of a transit gateway', () => {
  const three = [...two, ...site('C')];
  const row = (facts: readonly Fact[], to: Parameters<typeof flow>[1] = 'HostB') =>
    traceOf(facts, 'HostA', to).forward.steps.find(({ what }) => what === 'transit-gateway-route');
  const everywhere = {
    associations: ['AttachA', 'AttachB', 'AttachC'],
    propagations: ['AttachA', 'AttachB', 'AttachC'],
  };

  test('the longest prefix wins, and the row that lost says why', () => {
    const facts = withTable(three, { ...everywhere, routes: { '10.1.0.0/24': 'AttachC' } });

    expect(row(facts)?.because.row).toBe('10.1.0.0/24 → AttachC');
    expect(row(facts)?.lost).toEqual([
      {
        row: '10.1.0.0/16 → AttachB (propagated)',
        because: expect.objectContaining({ en: '10.1.0.0/24 → AttachC is more specific' }),
      },
    ]);
  });

  test('a static route beats a propagated one to the same block', () => {
    const facts = withTable(three, { ...everywhere, routes: { '10.1.0.0/16': 'AttachC' } });

    expect(row(facts)?.because).toMatchObject({
      row: '10.1.0.0/16 → AttachC',
      field: 'routes',
      rowKey: '10.1.0.0/16',
    });
    expect(row(facts)?.lost?.[0]?.because.en).toBe('10.1.0.0/16 → AttachC has priority');
  });

  test('a blackhole drops what it wins, and lets nothing through to a shorter prefix', () => {
    const facts = withTable(three, { ...all, routes: { '10.1.0.0/16': null } });

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'TgwTable',
      rowKey: '10.1.0.0/16',
      code: 'blackhole',
      analyzerCode: 'TGW_RTB_BAD_STATE_ROUTE',
    });
  });

  test('a route to an attachment that is gone, or another transit gateway’s, is a blackhole', () => {
    const gone = withTable(two, { ...all, routes: { '10.1.0.0/24': 'Gone' } });
    const foreign = [
      ...withTable(two, { ...all, routes: { '10.1.0.0/24': 'Other' } }),
      attachment('Other', 'OtherTgw', 'VpcB', ['SubnetB']),
      transitGateway('OtherTgw'),
    ];

    for (const facts of [gone, foreign])
      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'TgwTable',
        code: 'blackhole',
      });
  });

  test('a table says what has become of its routes', () => {
    const facts = withTable(three, {
      ...everywhere,
      routes: { '10.1.0.0/16': 'AttachC', '10.9.0.0/16': null },
    });

    expect(compileNetwork(facts).routesOf('TgwTable')).toEqual([
      { rowKey: '10.1.0.0/16', destination: '10.1.0.0/16', target: 'AttachC', state: 'active' },
      { rowKey: '10.9.0.0/16', destination: '10.9.0.0/16', target: null, state: 'blackhole' },
      { rowKey: null, destination: '10.0.0.0/16', target: 'AttachA', state: 'active' },
      {
        rowKey: null,
        destination: '10.1.0.0/16',
        target: 'AttachB',
        state: 'active',
        beatenBy: '10.1.0.0/16',
      },
      { rowKey: null, destination: '10.2.0.0/16', target: 'AttachC', state: 'active' },
    ]);
  });

  test('two static routes to one block leave the answer open', () => {
    const facts = changed(
      withTable(three, { ...everywhere, routes: { '10.1.0.0/16': 'AttachC' } }),
      'TgwTable',
      'transit-gateway-route-table',
      (fact) => ({
        ...fact,
        routes: {
          ...fact.routes,
          again: { destination: '10.1.0.0/16', attachment: 'AttachB' },
        },
      }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('an attachment that two tables claim leaves the answer open', () => {
    const facts = [...two, transitTable('Second', 'Tgw', { associations: ['AttachA'] })];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(facts, 'HostB', 'HostA').verdict).toBe('unknown');
  });

  test('an attachment may propagate to many tables', () => {
    const facts = [
      ...two.filter(({ by }) => by !== 'TgwTable'),
      transitTable('ForA', 'Tgw', { associations: ['AttachA'], propagations: ['AttachB'] }),
      transitTable('ForB', 'Tgw', { associations: ['AttachB'], propagations: ['AttachA', 'AttachB'] }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  describe('the default table', () => {
    const bare = (more: Parameters<typeof transitGateway>[1]): Fact[] => [
      ...two.filter(({ by }) => by !== 'Tgw' && by !== 'TgwTable'),
      transitGateway('Tgw', more),
    ];

    test('serves attachments that no table names, when the defaults are on', () => {
      const facts = bare({ defaultAssociation: true, defaultPropagation: true });

      expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
      expect(row(facts)?.because).toMatchObject({
        resource: 'Tgw',
        row: 'default route table: 10.1.0.0/16 → AttachB (propagated)',
      });
    });

    test('is empty without propagation, and decides for nobody without association', () => {
      expect(
        traceOf(bare({ defaultAssociation: true, defaultPropagation: false }), 'HostA', 'HostB').blockedBy[0],
      ).toMatchObject({ resource: 'Tgw', row: 'default route table', code: 'no-route' });
      expect(
        traceOf(bare({ defaultAssociation: false, defaultPropagation: true }), 'HostA', 'HostB').blockedBy[0],
      ).toMatchObject({ resource: 'AttachA', analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION' });
    });

    test('may be drawn, with routes of its own', () => {
      const facts = [
        ...bare({ defaultAssociation: true, defaultPropagation: true }),
        transitTable('Drawn', 'Tgw', { isDefault: true, routes: { '10.1.0.0/24': null } }),
      ];

      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'Drawn',
        code: 'blackhole',
      });
      expect(traceOf(facts, 'HostB', 'HostA').blockedBy[0]).toMatchObject({
        resource: 'Drawn',
        direction: 'return',
      });
    });

    test('gives way to a table that names the attachment', () => {
      const facts = [
        ...bare({ defaultAssociation: true, defaultPropagation: true }),
        transitTable('Own', 'Tgw', { associations: ['AttachA'] }),
      ];

      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'Own',
        code: 'no-route',
      });
    });

    test('leaves the answer open where nobody says whether it is used', () => {
      for (const more of [
        { defaultAssociation: unknown, defaultPropagation: true },
        { defaultAssociation: true, defaultPropagation: unknown },
      ])
        expect(traceOf(bare(more), 'HostA', 'HostB').verdict).toBe('unknown');
    });
  });

  test('of VPCs whose blocks overlap one propagates, and nobody knows which', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
    const facts = [
      ...changed(two, 'VpcB', 'network', (fact) => ({ ...fact, blocks: [...fact.blocks, '10.9.0.0/16'] })),
      ...site('C').map((fact) =>
        fact.by === 'VpcC' && fact.fact === 'network'
          ? { ...fact, blocks: [...fact.blocks, '10.9.8.0/24'] }
          : fact,
      ),
    ];

    expect(traceOf(withTable(facts, everywhere), 'HostA', { address: '10.9.8.1' }).verdict).toBe('unknown');
    expect(traceOf(withTable(facts, everywhere), 'HostA', { address: '10.9.0.1' }).verdict).toBe('unknown');
    expect(traceOf(withTable(facts, everywhere), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(
      traceOf(withTable(facts, { ...everywhere, propagations: ['AttachA', 'AttachB'] }), 'HostA', {
        address: '10.9.0.1',
      }).verdict,
    ).toBe('blocked');
  });

  test('a static route settles it', () => {
    const twins = [
      ...two,
      ...site('C').map((fact) =>
        fact.by === 'VpcC' && fact.fact === 'network' ? { ...fact, blocks: ['10.1.0.0/16'] } : fact,
      ),
    ];

    expect(traceOf(withTable(twins, everywhere), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(
      traceOf(withTable(twins, { ...everywhere, routes: { '10.1.0.0/16': 'AttachB' } }), 'HostA', 'HostB')
        .verdict,
    ).toBe('reachable');
  });

  test('what a VPC propagates whose blocks are not known may be any address', () => {
    const facts = withTable(
      [
        ...two,
        vpc('Elsewhere', '', { blocks: [unknown] }),
        subnet('Far', 'Elsewhere', ''),
        attachment('AttachFar', 'Tgw', 'Elsewhere', ['Far']),
      ],
      {
        associations: ['AttachA', 'AttachB', 'AttachFar'],
        propagations: ['AttachA', 'AttachB', 'AttachFar'],
      },
    );

    expect(traceOf(facts, 'HostA', { address: '10.77.0.1' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('a destination, an attachment or a gateway that nobody says leaves the answer open', () => {
    const withRow = (values: object): Fact[] =>
      changed(two, 'TgwTable', 'transit-gateway-route-table', (fact) => ({
        ...fact,
        routes: { r: { destination: '10.1.0.0/24', attachment: 'AttachB', ...values } },
      }));

    for (const values of [{ destination: unknown, attachment: 'AttachA' }, { attachment: unknown }])
      expect(traceOf(withRow(values), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachB', unknown] }), 'HostA', 'HostB').verdict,
    ).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, propagations: ['AttachA', unknown] }), 'HostA', 'HostB').verdict,
    ).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, propagations: [...all.propagations, unknown] }), 'HostA', 'internet')
        .verdict,
    ).toBe('blocked');
    expect(
      traceOf(
        changed(two, 'AttachA', 'transit-gateway-attachment', (fact) => ({
          ...fact,
          transitGateway: unknown,
        })),
        'HostA',
        'HostB',
      ).verdict,
    ).toBe('unknown');
  });
});

describe('TG5 security groups across a transit gateway', () => {
  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
  const guarded = (facts: readonly Fact[] = two): Fact[] =>
    changed(facts, 'GroupB', 'security-group', () =>
      securityGroup('GroupB', 'VpcB', { in: [allow('tcp', 443, { ref: 'GroupA' })] }),
    );
  const supporting = (support: boolean | typeof unknown): Fact[] =>
    changed(guarded(), 'Tgw', 'transit-gateway', (fact) => ({ ...fact, securityGroupReferencing: support }));

  test('are recognised inbound when the transit gateway and both attachments support it', () => {
    expect(traceOf(supporting(true), 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('are not otherwise, which the trace says', () => {
    const blocked = { resource: 'GroupB', analyzerCode: 'SG_REFERENCING_SUPPORT' };

    expect(traceOf(supporting(false), 'HostA', 'HostB').blockedBy[0]).toMatchObject(blocked);
    for (const by of ['AttachA', 'AttachB'])
      expect(
        traceOf(withTarget(supporting(true), by, { securityGroupReferencing: false }), 'HostA', 'HostB')
          .blockedBy[0],
      ).toMatchObject(blocked);
    expect(traceOf(supporting(unknown), 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('are never recognised outbound', () => {
    const facts = changed(
      changed(two, 'Tgw', 'transit-gateway', (fact) => ({ ...fact, securityGroupReferencing: true })),
      'GroupA',
      'security-group',
      () => securityGroup('GroupA', 'VpcA', { out: [allow('tcp', 443, { ref: 'GroupB' })] }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupA',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('IE7 are not recognised by an interface endpoint', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
    const endpointGroup = (rows: Parameters<typeof securityGroup>[2]) => [
      ...supporting(true),
      securityGroup('EndpointGroup', 'VpcB', rows),
      ...interfaceEndpoint('Ssm', 'VpcB', 'ssm', ['SubnetB'], { securityGroups: ['EndpointGroup'] }),
    ];

    expect(
      traceOf(endpointGroup({ in: [allow('tcp', 443, { ref: 'GroupA' })] }), 'HostA', 'Ssm').blockedBy[0],
    ).toMatchObject({ resource: 'EndpointGroup', analyzerCode: 'SG_REFERENCES_NOT_PRESERVED' });
    expect(traceOf(endpointGroup({ in: [allow('tcp', 443, '10.0.0.0/16')] }), 'HostA', 'Ssm').verdict).toBe(
      'reachable',
    );
  });
});

test('IPv6 passes where both attachments support it', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-transitgatewayattachment-options.html
  const dual = (a: boolean | typeof unknown, b: boolean): Fact[] =>
    withTarget(withTarget(two, 'AttachA', { ipv6: a }), 'AttachB', { ipv6: b }).map((fact): Fact => {
      if (fact.fact === 'network')
        return { ...fact, ipv6: `2001:db8:${fact.by === 'VpcA' ? 'a' : 'b'}::/56` };
      if (fact.fact === 'subnet')
        return { ...fact, ipv6: `2001:db8:${fact.by === 'SubnetA' ? 'a' : 'b'}::/64` };
      if (fact.fact === 'interface') return { ...fact, ipv6: true };
      if (fact.fact === 'route-table')
        return routeTable(fact.by, fact.network ?? '', { '2001:db8::/32': 'Tgw' });
      return fact;
    });

  expect(traceOf(dual(true, true), 'HostA', 'HostB').verdict).toBe('reachable');
  expect(traceOf(dual(unknown, true), 'HostA', 'HostB').verdict).toBe('unknown');
  for (const [facts, at] of [
    [dual(false, true), 'AttachA'],
    [dual(true, false), 'TgwTable'],
  ] as const)
    expect(
      traceOf(facts, 'HostA', { resource: 'HostB', address: '2001:db8:b::9' }).blockedBy[0]?.resource,
    ).toBe(at);
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
describe('a way out by another VPC', () => {
  const central = (publicRoutes: Routes, entryRoutes: Routes = { '0.0.0.0/0': 'Nat' }): Fact[] => [
    ...site('A', { '0.0.0.0/0': 'Tgw' }),
    vpc('VpcC', '10.2.0.0/16'),
    internetGateway('Igw', 'VpcC'),
    subnet('Public', 'VpcC', '10.2.0.0/24', { routeTable: 'PublicTable' }),
    subnet('Entry', 'VpcC', '10.2.1.0/24', { routeTable: 'EntryTable' }),
    routeTable('PublicTable', 'VpcC', publicRoutes),
    routeTable('EntryTable', 'VpcC', entryRoutes),
    natGateway('Nat', 'Public'),
    attachment('AttachC', 'Tgw', 'VpcC', ['Entry']),
    transitGateway('Tgw'),
    transitTable('TgwTable', 'Tgw', {
      associations: ['AttachA', 'AttachC'],
      propagations: ['AttachA', 'AttachC'],
      routes: { '0.0.0.0/0': 'AttachC' },
    }),
  ];
  const good = { '0.0.0.0/0': 'Igw', '10.0.0.0/16': 'Tgw' };

  test('NG3 goes through its NAT gateway, and back by the routes of the transit gateway', () => {
    const trace = traceOf(central(good), 'HostA', 'internet');

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps.map(({ at, what }) => `${at} ${what}`)).toEqual(
      expect.arrayContaining(['Nat translate', 'Public route', 'Tgw transit-gateway-route', 'HostA deliver']),
    );
  });

  test('fails on the way back where the NAT gateway’s subnet has no route to the transit gateway', () => {
    expect(traceOf(central({ '0.0.0.0/0': 'Igw' }), 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'PublicTable',
      row: '0.0.0.0/0 → Igw',
      direction: 'return',
    });
  });

  test('needs a NAT gateway: an internet gateway serves its own VPC', () => {
    const facts = central(good, { '0.0.0.0/0': 'Igw' }).map((fact): Fact =>
      fact.fact === 'interface' && fact.by === 'HostA' ? { ...fact, publicIpv4: true } : fact,
    );

    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'EntryTable',
      row: '0.0.0.0/0 → Igw',
      code: 'gateway-rejects',
      analyzerCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    });
  });

  test('GE4 a gateway endpoint serves its own VPC', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const facts = [...central(good), gatewayEndpoint('S3', 'VpcC', 's3', ['EntryTable'])];

    expect(traceOf(facts, 'HostA', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'S3',
      code: 'gateway-rejects',
      analyzerCode: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
    });
    expect(
      traceOf([...central(good), gatewayEndpoint('S3', 'VpcC', 's3', ['PublicTable'])], 'HostA', {
        service: 's3',
      }).verdict,
    ).toBe('reachable');
  });
});

describe('circles', () => {
  test('a table that sends what comes from a VPC back to it is a loop', () => {
    const facts = withTable(two, { ...all, routes: { '10.5.0.0/16': 'AttachA' } });

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' })).toMatchObject({
      forward: { disposition: 'loop' },
      blockedBy: [{ resource: 'TableA', code: 'loop' }],
    });
  });

  test('two VPCs that send to one another by the transit gateway are one', () => {
    const facts = [
      ...two.filter(({ by }) => by !== 'TgwTable'),
      transitTable('ForA', 'Tgw', { associations: ['AttachA'], routes: { '10.5.0.0/16': 'AttachB' } }),
      transitTable('ForB', 'Tgw', { associations: ['AttachB'], routes: { '10.5.0.0/16': 'AttachA' } }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' }).forward.disposition).toBe('loop');
  });

  test('two transit gateways that send to one another are one', () => {
    const facts = [
      ...site('A'),
      transitGateway('Tgw'),
      transitGateway('Far'),
      ...transitPeering('Peering', 'Tgw', 'Far'),
      transitTable('Near', 'Tgw', {
        associations: ['AttachA', 'Peering'],
        routes: { '10.5.0.0/16': 'Peering' },
      }),
      transitTable('There', 'Far', { associations: ['Peering'], routes: { '10.5.0.0/16': 'Peering' } }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' }).blockedBy[0]).toMatchObject({ code: 'loop' });
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
describe('transit gateways that are peered', () => {
  const far = (facts: readonly Fact[]): Fact[] =>
    facts.map((fact): Fact => {
      if (fact.fact === 'network') return { ...fact, region: 'us-east-1' };
      if (fact.fact === 'transit-gateway-attachment') return { ...fact, transitGateway: 'Far' };
      return fact;
    });
  const joined = (
    near: Parameters<typeof transitTable>[2],
    there: Parameters<typeof transitTable>[2],
    accepted: boolean | typeof unknown = true,
  ): Fact[] => [
    ...site('A'),
    ...far(site('B', { '10.0.0.0/8': 'Far' })),
    transitGateway('Tgw', { securityGroupReferencing: true }),
    transitGateway('Far', { region: 'us-east-1', securityGroupReferencing: true }),
    ...transitPeering('Peering', 'Tgw', 'Far', accepted),
    transitTable('Near', 'Tgw', near),
    transitTable('There', 'Far', there),
  ];
  const near = {
    associations: ['AttachA', 'Peering'],
    propagations: ['AttachA'],
    routes: { '10.1.0.0/16': 'Peering' },
  };
  const there = {
    associations: ['AttachB', 'Peering'],
    propagations: ['AttachB'],
    routes: { '10.0.0.0/16': 'Peering' },
  };

  test('carry packets by static routes in both', () => {
    expect(traceOf(joined(near, there), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(joined(near, there), 'HostB', 'HostA').verdict).toBe('reachable');
  });

  test('propagate nothing to one another', () => {
    const facts = joined({ ...near, routes: {}, propagations: ['AttachA', 'Peering'] }, there);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Near',
      code: 'no-route',
    });
  });

  test('need a table for what comes by the peering, and routes back', () => {
    expect(
      traceOf(joined(near, { ...there, associations: ['AttachB'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'Peering',
      at: 'Peering',
      analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    });
    expect(traceOf(joined(near, { ...there, routes: {} }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'There',
      code: 'no-route',
      direction: 'return',
    });
  });

  test('carry nothing before the request was accepted, even within one account', () => {
    expect(traceOf(joined(near, there, false), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', field: 'accepted', code: 'not-accepted' },
    ]);
    expect(traceOf(joined(near, there, unknown), 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('hide the groups of the sender', () => {
    const facts = changed(joined(near, there), 'GroupB', 'security-group', () =>
      securityGroup('GroupB', 'VpcB', { in: [allow('tcp', 443, { ref: 'GroupA' })] }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test.each([
    ['another account’s', null],
    ['given by a parameter', unknown],
  ])('of which one is %s: what it does is not known', (_, peer) => {
    const facts = [
      ...site('A'),
      transitGateway('Tgw'),
      ...transitPeering('Peering', 'Tgw', peer),
      transitTable('Near', 'Tgw', near),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('unknown');
  });
});

test('what is attached and not modelled leaves the answer open', () => {
  const facts: Fact[] = [
    ...site('A'),
    transitGateway('Tgw'),
    {
      fact: 'transit-gateway-attachment',
      by: 'Thing',
      transitGateway: 'Tgw',
      to: { is: 'resource', resource: 'Thing' },
    },
    transitTable('TgwTable', 'Tgw', { associations: ['AttachA'], routes: { '10.1.0.0/16': 'Thing' } }),
  ];

  expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('unknown');
});

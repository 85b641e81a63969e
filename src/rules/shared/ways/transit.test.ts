/** What is proposed where a transit gateway does not carry a flow. */
import { describe, expect, test } from 'vitest';
import { arrow, box, sketch, type Box } from '../../../core/model/sketch';
import { plansOf, site } from '../../../testing/mended';

const closed = { defaultAssociation: false, defaultPropagation: false };
const rows = (...names: readonly string[]) =>
  Object.fromEntries(names.map((attachment) => [attachment, { attachment }]));

const toHub = (letter: string, transitGateway = 'Hub'): Box =>
  box('transit-gateway-attachment', letter, {
    transitGateway,
    subnets: { [`Subnet${letter}`]: true },
  });

const routed = (letter: string, block: string, other: string, hub = 'Hub'): Box =>
  site(letter, block, { [`${other}.0.0/16`]: hub }, toHub(letter, hub));

test('attached VPCs get the routes that are missing, on both sides', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      site('A', '10.0', {}, toHub('A')),
      site('B', '10.1', {}, toHub('B')),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Add route 10.1.0.0/16 → Hub to TableA, then add route 10.0.0.0/16 → Hub to TableB');
});

test('a VPC that is not attached is, with its route', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      site('A', '10.0', {}),
      routed('B', '10.1', '10.0'),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Attach VpcA to Hub, then add route 10.1.0.0/16 → Hub to TableA');
});

test('a route that leads to a transit gateway the VPC is not attached to gets the attachment', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      site('A', '10.0', { '10.1.0.0/16': 'Hub' }),
      routed('B', '10.1', '10.0'),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Attach VpcA to Hub');
});

test('the VPC on the other side is attached as well', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      routed('A', '10.0', '10.1'),
      site('B', '10.1', {}),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles).toContain('Attach VpcB to Hub, then add route 10.0.0.0/16 → Hub to TableB');
});

describe('a transit gateway without defaults', () => {
  const design = (table: object): ReturnType<typeof sketch> =>
    sketch(
      box('transit-gateway', 'Hub', closed),
      box('transit-gateway-route-table', 'Routes', { transitGateway: 'Hub', ...table }),
      routed('A', '10.0', '10.1'),
      routed('B', '10.1', '10.0'),
      arrow('HostA', 'HostB'),
    );

  test('associates the attachments with its table', () => {
    expect(plansOf(design({ propagations: rows('A', 'B') }))[0]).toBe(
      'Associate A with Routes, then associate B with Routes',
    );
  });

  test('lets the attachments propagate to its table', () => {
    expect(plansOf(design({ associations: rows('A', 'B') }))[0]).toBe(
      'Let B propagate to Routes, then let A propagate to Routes',
    );
  });

  test('turns its defaults on where it has no table', () => {
    const titles = plansOf(
      sketch(
        box('transit-gateway', 'Hub', closed),
        routed('A', '10.0', '10.1'),
        routed('B', '10.1', '10.0'),
        arrow('HostA', 'HostB'),
      ),
    );

    expect(titles[0]).toBe(
      'Let Hub associate its attachments with a default route table, and propagate to it',
    );
  });
});

test('default propagation is turned on where the default table knows nothing', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub', { defaultPropagation: false }),
      routed('A', '10.0', '10.1'),
      routed('B', '10.1', '10.0'),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Turn default propagation of Hub on');
});

test('TG1 the attachment gets a subnet of the zone that sends', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      site(
        'A',
        '10.0',
        { '10.1.0.0/16': 'Hub' },
        box('subnet', 'Other', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { Other: true } }),
      ),
      routed('B', '10.1', '10.0'),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Add SubnetA to A');
});

describe('peered transit gateways', () => {
  const design = (accepted: boolean, ...tables: readonly Box[]): ReturnType<typeof sketch> =>
    sketch(
      box('transit-gateway', 'HubA'),
      box('transit-gateway', 'HubB'),
      box('transit-gateway-peering', 'Peering', {
        transitGateway: 'HubA',
        peerTransitGateway: 'HubB',
        accepted,
      }),
      routed('A', '10.0', '10.1', 'HubA'),
      routed('B', '10.1', '10.0', 'HubB'),
      ...tables,
      arrow('HostA', 'HostB'),
    );
  const table = (hub: string, destination?: string): Box =>
    box('transit-gateway-route-table', `${hub}Table`, {
      transitGateway: hub,
      isDefault: true,
      routes: destination === undefined ? {} : { a: { destination, attachment: 'Peering' } },
    });

  test('get static routes in the tables of both', () => {
    expect(plansOf(design(true, table('HubA'), table('HubB')))[0]).toBe(
      'Add route 10.1.0.0/16 → Peering to HubATable, then add route 10.0.0.0/16 → Peering to HubBTable',
    );
  });

  test('get their default tables drawn for it', () => {
    expect(plansOf(design(true, table('HubA', '10.1.0.0/16')))[0]).toBe(
      'Draw the default route table of HubB, with the route 10.0.0.0/16 → Peering',
    );
  });

  test('need the request accepted', () => {
    expect(plansOf(design(false, table('HubA', '10.1.0.0/16'), table('HubB', '10.0.0.0/16')))[0]).toBe(
      'Take the request for Peering as accepted',
    );
  });
});

test('NG3 the internet is reached by the NAT gateway of another attached VPC', () => {
  const titles = plansOf(
    sketch(
      box('internet', 'Internet'),
      box('transit-gateway', 'Hub', closed),
      box('transit-gateway-route-table', 'Spokes', { transitGateway: 'Hub', associations: rows('A') }),
      box('transit-gateway-route-table', 'Egress', {
        transitGateway: 'Hub',
        associations: rows('Out'),
        propagations: rows('A'),
      }),
      site('A', '10.0', {}, toHub('A')),
      box(
        'vpc',
        'EgressVpc',
        { cidr: '10.9.0.0/16' },
        box('internet-gateway', 'Igw'),
        box(
          'subnet',
          'Public',
          { cidr: '10.9.0.0/24', zone: 'ap-northeast-1a', routeTable: 'PublicTable' },
          box('nat-gateway', 'Nat'),
        ),
        box('subnet', 'Entry', {
          cidr: '10.9.1.0/28',
          zone: 'ap-northeast-1a',
          routeTable: 'EntryTable',
        }),
        box('route-table', 'PublicTable', {
          routes: {
            a: { destination: '0.0.0.0/0', target: 'Igw' },
            b: { destination: '10.0.0.0/16', target: 'Hub' },
          },
        }),
        box('route-table', 'EntryTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Nat' } } }),
        box('transit-gateway-attachment', 'Out', { transitGateway: 'Hub', subnets: { Entry: true } }),
      ),
      arrow('HostA', 'Internet'),
    ),
  );

  expect(titles[0]).toBe('Add route 0.0.0.0/0 → Hub to TableA, then add route 0.0.0.0/0 → Out to Spokes');
});

test('TG5 groups are recognised once everything in between supports it', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      routed('A', '10.0', '10.1'),
      box(
        'vpc',
        'VpcB',
        { cidr: '10.1.0.0/16' },
        box(
          'subnet',
          'SubnetB',
          { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a', routeTable: 'TableB' },
          box('instance', 'HostB', { securityGroups: { OnlyA: true } }),
        ),
        box('security-group', 'OnlyA', {
          inbound: { a: { protocol: 'any', fromPort: null, toPort: null, peer: { ref: 'GroupA' } } },
        }),
        box('route-table', 'TableB', { routes: { a: { destination: '10.0.0.0/16', target: 'Hub' } } }),
        toHub('B'),
      ),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles).toContain('Turn security group referencing support of Hub on');
});

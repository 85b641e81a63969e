/** What is proposed where a flow does not get to a network on premises, or back from there. */
import { describe, expect, test } from 'vitest';
import { arrow, box, sketch, type Box } from '../../../core/model/sketch';
import { plansOf, site } from '../../../testing/mended';

const office = box('on-premises', 'Office', { customerGateways: { Cgw: true } });
const device = box('customer-gateway', 'Cgw');
const vgw = (props: Record<string, unknown> = {}): Box => box('virtual-private-gateway', 'Vgw', props);
const propagating = { propagation: { a: { routeTable: 'TableA' } } };
const known = { a: { destination: '192.168.0.0/16' } };
const connection = (props: Record<string, unknown> = {}): Box =>
  box('vpn-connection', 'Vpn', { gateway: 'Vgw', customerGateway: 'Cgw', routes: known, ...props });

describe('at a virtual private gateway', () => {
  test.each([
    ['Office', 'HostA'],
    ['HostA', 'Office'],
    ['Cgw', 'HostA'],
    ['HostA', 'Vpn'],
  ])('routes are propagated, for %s → %s', (from, to) => {
    const titles = plansOf(
      sketch(site('A', '10.0', {}, vgw()), device, office, connection(), arrow(from, to)),
    );

    expect(titles[0]).toBe('Let Vgw propagate its routes to TableA');
  });

  test('a static connection gets the routes that it lacks', () => {
    const titles = plansOf(
      sketch(
        site('A', '10.0', {}, vgw(propagating)),
        device,
        office,
        connection({ routes: {} }),
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles).toEqual(['Add the static route 192.168.0.0/16 to Vpn']);
  });

  test('a subnet of the main table that nobody drew gets a route', () => {
    const titles = plansOf(
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'Group', {
            inbound: {
              all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
            },
          }),
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Host', { securityGroups: { Group: true } }),
          ),
          vgw(),
        ),
        device,
        office,
        connection(),
        arrow('Host', 'Office'),
      ),
    );

    expect(titles[0]).toContain('192.168.0.0/16 → Vgw');
  });

  test('a gateway that is not attached is', () => {
    const titles = plansOf(
      sketch(
        box('region', 'Tokyo', {}, site('A', '10.0', {}), vgw(propagating)),
        device,
        office,
        connection(),
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles[0]).toBe('Attach Vgw to VpcA');
  });

  test('a closed security group is opened for the addresses of the office', () => {
    const closed = box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('security-group', 'Closed'),
      box('route-table', 'TableA'),
      box(
        'subnet',
        'Subnet',
        { cidr: '10.0.0.0/24', routeTable: 'TableA' },
        box('instance', 'Host', { securityGroups: { Closed: true } }),
      ),
      vgw(propagating),
    );

    for (const from of ['Office', 'Cgw', 'Vpn'])
      expect(plansOf(sketch(closed, device, office, connection(), arrow(from, 'Host')))[0]).toBe(
        'Allow TCP 443 from 192.168.0.0/16 in Closed',
      );
  });

  test('what BGP does not tell is not proposed for', () => {
    const titles = plansOf(
      sketch(
        site('A', '10.0', {}, vgw(propagating)),
        device,
        office,
        connection({ staticOnly: false, routes: {} }),
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles).toEqual([]);
  });
});

describe('without a connection', () => {
  test('an office is put behind the customer gateway that is there', () => {
    const titles = plansOf(
      sketch(
        site('A', '10.0', {}, vgw(propagating)),
        device,
        box('on-premises', 'Office'),
        connection(),
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles[0]).toBe('Put Office behind Cgw');
  });

  test.each([
    ['HostA', 'Office'],
    ['Office', 'HostA'],
  ])('one is made with all that it needs, for %s → %s', (from, to) => {
    const titles = plansOf(
      sketch(
        box('region', 'Tokyo', {}, site('A', '10.0', {})),
        box('on-premises', 'Office'),
        arrow(from, to),
      ),
    );

    expect(titles).toContain('Join Office with VpcA by a VPN connection');
  });

  test('a gateway of the VPC is used, and propagates', () => {
    const titles = plansOf(sketch(site('A', '10.0', {}, vgw()), device, office, arrow('HostA', 'Office')));

    expect(titles[0]).toBe(
      'Join Office with VpcA by a VPN connection, then let Vgw propagate its routes to TableA',
    );
  });
});

describe('at a transit gateway', () => {
  const attached = box('transit-gateway-attachment', 'Attachment', {
    transitGateway: 'Hub',
    subnets: { SubnetA: true },
  });
  const transit = connection({ gateway: 'Hub', routes: {} });
  const rows = { a: { attachment: 'Attachment' }, b: { attachment: 'Vpn' } };
  const closed = { defaultAssociation: false, defaultPropagation: false };

  test('the VPC gets a route, and the route table of the transit gateway one to a static connection', () => {
    const titles = plansOf(
      sketch(
        box('transit-gateway', 'Hub', closed),
        box('transit-gateway-route-table', 'HubTable', {
          transitGateway: 'Hub',
          associations: rows,
          propagations: { a: { attachment: 'Attachment' } },
        }),
        site('A', '10.0', {}, attached),
        device,
        office,
        transit,
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles[0]).toBe(
      'Add route 192.168.0.0/16 → Hub to TableA, then add route 192.168.0.0/16 → Vpn to HubTable',
    );
  });

  test('the default table is drawn for the static route', () => {
    const titles = plansOf(
      sketch(
        box('transit-gateway', 'Hub'),
        site('A', '10.0', { '192.168.0.0/16': 'Hub' }, attached),
        device,
        office,
        transit,
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles[0]).toBe('Draw the default route table of Hub, with the route 192.168.0.0/16 → Vpn');
  });

  test('a connection that uses BGP propagates, and is associated', () => {
    const titles = plansOf(
      sketch(
        box('transit-gateway', 'Hub', closed),
        box('transit-gateway-route-table', 'HubTable', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
          propagations: { a: { attachment: 'Attachment' } },
        }),
        site('A', '10.0', { '192.168.0.0/16': 'Hub' }, attached),
        box('customer-gateway', 'Cgw', { prefixes: { a: { cidr: '192.168.0.0/16' } } }),
        office,
        connection({ gateway: 'Hub', staticOnly: false, routes: {} }),
        arrow('HostA', 'Office'),
      ),
    );

    expect(titles[0]).toBe('Let Vpn propagate to HubTable, then associate Vpn with HubTable');
  });
});

/** What is proposed where a client of a Client VPN endpoint does not get through. */
import { expect, test } from 'vitest';
import { arrow, box, sketch, type Box } from '../../../core/model/sketch';
import type { PropsOf } from '../../../core/model/kinds';
import { plansOf, site } from '../../../testing/mended';

const vpn = (props: Partial<PropsOf<'client-vpn-endpoint'>> = {}): Box =>
  box('client-vpn-endpoint', 'Vpn', {
    associations: { a: { subnet: 'SubnetA' } },
    authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
    splitTunnel: true,
    ...props,
  });
const rule = (destination: string, group = '') => ({ destination, group });

test('a client that nobody has authorized gets a rule for the subnet, and none that opens the VPC', () => {
  const titles = plansOf(sketch(site('A', '10.0', {}, vpn({ authorizations: {} })), arrow('Vpn', 'HostA')));

  expect(titles).toEqual(['Authorize all users for 10.0.0.0/24 in Vpn']);
});

test('a group is authorized for what another group’s rule has taken from it', () => {
  const authorizations = { all: rule('0.0.0.0/0', 'staff'), subnets: rule('10.0.0.0/23', 'admins') };

  const [first] = plansOf(
    sketch(site('A', '10.0', {}, vpn({ authorizations })), arrow('Vpn', 'HostA', { group: 'staff' })),
  );

  expect(first).toBe('Authorize staff for 10.0.0.0/23 in Vpn');
});

test('a peered VPC needs a rule and a route of the endpoint', () => {
  const titles = plansOf(
    sketch(
      site('A', '10.0', { '10.1.0.0/16': 'Peering' }, vpn()),
      site('B', '10.1', { '10.0.0.0/16': 'Peering' }),
      box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB', accepted: true }),
      arrow('Vpn', 'HostB'),
    ),
  );

  expect(titles[0]).toBe(
    'Authorize all users for 10.1.0.0/24 in Vpn, then add routes to 10.1.0.0/16 through SubnetA to Vpn',
  );
});

test('the tables of the associated subnet get the route to a peer, too', () => {
  const titles = plansOf(
    sketch(
      site(
        'A',
        '10.0',
        {},
        vpn({
          authorizations: { all: rule('0.0.0.0/0') },
          routes: { b: { destination: '10.1.0.0/16', subnet: 'SubnetA' } },
        }),
      ),
      site('B', '10.1', { '10.0.0.0/16': 'Peering' }),
      box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB', accepted: true }),
      arrow('Vpn', 'HostB'),
    ),
  );

  expect(titles[0]).toBe('Add route 10.1.0.0/16 → Peering to TableA');
});

test('an endpoint without a subnet is associated', () => {
  const titles = plansOf(sketch(site('A', '10.0', {}, vpn({ associations: {} })), arrow('Vpn', 'HostA')));

  expect(titles[0]).toBe('Associate SubnetA with Vpn');
});

test('a client block that AWS refuses is changed', () => {
  const [first] = plansOf(
    sketch(site('A', '10.0', {}, vpn({ clientCidr: '10.0.0.0/24' })), arrow('Vpn', 'HostA')),
  );

  expect(first).toBe('Give the clients of Vpn 172.16.0.0/22');
});

test('with a full tunnel the internet is reached beside it, or through a public subnet', () => {
  const titles = plansOf(
    sketch(
      box('internet', 'Internet'),
      site('A', '10.0', {}, box('internet-gateway', 'Igw'), vpn({ splitTunnel: false })),
      arrow('Vpn', 'Internet'),
    ),
  );

  expect(titles[0]).toBe('Turn split tunnel of Vpn on');
  expect(titles).toContain(
    'Authorize all users for 0.0.0.0/0 in Vpn, then add routes to 0.0.0.0/0 through SubnetA to Vpn, then add route 0.0.0.0/0 → Igw to TableA',
  );
});

test('a private name is found by the resolver of the VPC', () => {
  const titles = plansOf(
    sketch(
      box('aws-service', 'Sqs', { service: 'sqs' }),
      site(
        'A',
        '10.0',
        {},
        box('interface-endpoint', 'SqsEndpoint', {
          service: 'sqs',
          privateDns: true,
          subnets: { SubnetA: true },
          securityGroups: { GroupA: true },
        }),
        vpn({ splitTunnel: false }),
      ),
      arrow('Vpn', 'Sqs'),
    ),
  );

  expect(titles).toContain('Let the clients of Vpn ask the resolver of VpcA (10.0.0.2)');
});

test('the security group of a server admits the group of the endpoint', () => {
  const titles = plansOf(
    sketch(
      site(
        'A',
        '10.0',
        {},
        box('security-group', 'Clients'),
        box('security-group', 'Closed'),
        box(
          'subnet',
          'Inner',
          { cidr: '10.0.1.0/24' },
          box('instance', 'Db', { securityGroups: { Closed: true } }),
        ),
        vpn({ securityGroups: { Clients: true } }),
      ),
      arrow('Vpn', 'Db', { port: 3306 }),
    ),
  );

  expect(titles[0]).toBe('Allow TCP 3306 from Clients in Closed');
});

test('clients reach one another by a local route and a rule', () => {
  const titles = plansOf(sketch(site('A', '10.0', {}, vpn()), arrow('Vpn', 'Vpn')));

  expect(titles[0]).toContain('by a local route');
});

test('through a transit gateway the endpoint needs a rule and a route, and the VPC a route back', () => {
  const titles = plansOf(
    sketch(
      box('transit-gateway', 'Hub'),
      box('client-vpn-endpoint', 'Vpn', { transitGateway: 'Hub', splitTunnel: true }),
      site(
        'A',
        '10.0',
        {},
        box('transit-gateway-attachment', 'ToA', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
      ),
      arrow('Vpn', 'HostA'),
    ),
  );

  expect(titles[0]).toBe(
    'Authorize all users for 10.0.0.0/24 in Vpn, then add routes to 10.0.0.0/16 through Hub to Vpn, then add route 172.20.0.0/22 → Hub to TableA',
  );
});

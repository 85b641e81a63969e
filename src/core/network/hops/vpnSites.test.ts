/** Hosts on premises: whose address it is, and by which address they ask. */
import { describe, expect, test } from 'vitest';
import {
  attachment,
  instance,
  internetGateway,
  natGateway,
  routeTable,
  securityGroup,
  allow,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../../../testing/facts';
import {
  customerGateway,
  site,
  traceOf,
  vpnAttachment,
  vpnConnection,
  vpnGateway,
} from '../../../testing/vpn';
import { clientVpn } from '../../../testing/clientVpn';
import type { Fact } from '../facts';

const hub: readonly Fact[] = [
  transitGateway('Hub', { defaultAssociation: true, defaultPropagation: true }),
  customerGateway('Branch', ['172.16.0.0/24']),
  customerGateway('Device', ['172.16.0.0/24'], '203.0.113.2'),
  vpnConnection('ByBranch', 'Hub', 'Branch', 'bgp'),
  vpnConnection('ByDevice', 'Hub', 'Device', 'bgp'),
  vpnAttachment('ByBranch', 'Hub'),
  vpnAttachment('ByDevice', 'Hub'),
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', { '172.16.0.0/24': 'Hub' }),
  attachment('Attached', 'Hub', 'Vpc', ['Subnet']),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Web', 'Subnet', { securityGroups: ['Open'] }),
];

// https://docs.aws.amazon.com/vpn/latest/s2svpn/Examples.html
describe('VG1 a plain address of a site with two customer gateways', () => {
  test('is of the site, to which an answer comes by either of them', () => {
    const facts = [...hub, site('Depot', '172.16.0.0/24', 'Branch', 'Device')];

    expect(traceOf(facts, { address: '172.16.0.9' }, 'Web').verdict).toBe('reachable');
  });

  test('is behind one of them alone where no site is drawn, and the other may take the answer', () => {
    expect(traceOf(hub, { address: '172.16.0.9' }, 'Web').verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
test('TG3 a host on premises reaches an instance of another VPC by its public address, through centralised egress', () => {
  const facts = [
    transitGateway('Hub', { defaultAssociation: false, defaultPropagation: false }),
    transitTable('HubTable', 'Hub', {
      associations: ['Vpn', 'Egress'],
      routes: { '0.0.0.0/0': 'Egress', '192.168.0.0/16': 'Vpn' },
    }),
    customerGateway('Device'),
    vpnConnection('Vpn', 'Hub', 'Device', []),
    vpnAttachment('Vpn', 'Hub'),
    site('Office', '192.168.0.0/16', 'Device'),
    vpc('EgressVpc', '10.0.0.0/16'),
    internetGateway('EgressIgw', 'EgressVpc'),
    subnet('Door', 'EgressVpc', '10.0.1.0/24', { routeTable: 'DoorTable' }),
    routeTable('DoorTable', 'EgressVpc', { '0.0.0.0/0': 'Nat' }),
    subnet('NatSubnet', 'EgressVpc', '10.0.2.0/24', { routeTable: 'NatTable' }),
    routeTable('NatTable', 'EgressVpc', { '0.0.0.0/0': 'EgressIgw', '192.168.0.0/16': 'Hub' }),
    natGateway('Nat', 'NatSubnet'),
    attachment('Egress', 'Hub', 'EgressVpc', ['Door']),
    vpc('WebVpc', '10.9.0.0/16'),
    internetGateway('WebIgw', 'WebVpc'),
    subnet('WebSubnet', 'WebVpc', '10.9.0.0/24', { routeTable: 'WebTable' }),
    routeTable('WebTable', 'WebVpc', { '0.0.0.0/0': 'WebIgw' }),
    securityGroup('Open', 'WebVpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
    instance('Web', 'WebSubnet', { securityGroups: ['Open'], publicIpv4: true }),
  ];

  expect(traceOf(facts, 'Office', 'Web').verdict).toBe('reachable');
  expect(
    traceOf(
      facts.map((fact) =>
        fact.by === 'Web' ? instance('Web', 'WebSubnet', { securityGroups: ['Open'] }) : fact,
      ),
      'Office',
      'Web',
    ).verdict,
  ).toBe('blocked');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
test('CV1 what a default route of the customer takes away from clients for other clients does not come back to them', () => {
  const facts = [
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc'),
    vpnGateway('Vgw', 'Vpc'),
    customerGateway('Device', ['0.0.0.0/0']),
    vpnConnection('Tunnel', 'Vgw', 'Device', 'bgp'),
    ...clientVpn('Vpn', 'Vpc', ['Subnet'], {
      routes: [['0.0.0.0/0', 'Subnet']],
      authorized: [['0.0.0.0/0', null]],
    }),
  ];

  expect(traceOf(facts, 'Vpn', 'Vpn').verdict).toBe('blocked');
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
import { box } from '../../core/model/sketch';
import { known } from '../../core/model/value';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

const ends = `
Parameters:
  Prefix: { Type: String }
Resources:
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Tgw: { Type: AWS::EC2::TransitGateway }
  Cgw: { Type: AWS::EC2::CustomerGateway, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1 } }
`;
const vpn = (properties: string): string =>
  `  Vpn: { Type: AWS::EC2::VPNConnection, Properties: { Type: ipsec.1, CustomerGatewayId: !Ref Cgw, ${properties} } }
`;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html
test.each([
  ['VpnGatewayId: !Ref Vgw', 'Vgw'],
  ['TransitGatewayId: !Ref Tgw', 'Tgw'],
])('it is read with its ends: %s', (property, gateway) => {
  const { the, logicalId, faults } = imported(catalog, ends + vpn(property));

  const { props } = the('vpn-connection', 'Vpn');
  expect(faults).toEqual([]);
  expect(logicalId(known(props.gateway) ?? null)).toBe(gateway);
  expect(logicalId(known(props.customerGateway) ?? null)).toBe('Cgw');
  expect(props).toMatchObject({ staticOnly: false, routes: {}, ipVersion: 'ipv4', outsideAddress: 'public' });
});

test('static routes are read, and one that a parameter gives is unknown', () => {
  const { the } = imported(
    catalog,
    `${ends}${vpn('VpnGatewayId: !Ref Vgw, StaticRoutesOnly: true')}
  Known: { Type: AWS::EC2::VPNConnectionRoute, Properties: { VpnConnectionId: !Ref Vpn, DestinationCidrBlock: 192.168.0.0/16 } }
  Hidden: { Type: AWS::EC2::VPNConnectionRoute, Properties: { VpnConnectionId: !Ref Vpn, DestinationCidrBlock: !Ref Prefix } }
`,
  );

  expect(the('vpn-connection', 'Vpn').props).toMatchObject({
    staticOnly: true,
    routes: { Known: { destination: '192.168.0.0/16' }, Hidden: { destination: { unknown: {} } } },
  });
});

test('the blocks of its tunnels are those of the IP version that they carry', () => {
  const { the } = imported(
    catalog,
    ends +
      vpn(
        "TransitGatewayId: !Ref Tgw, TunnelInsideIpVersion: ipv6, LocalIpv6NetworkCidr: '2001:db8::/32', LocalIpv4NetworkCidr: 10.0.0.0/8",
      ),
  );

  expect(the('vpn-connection', 'Vpn').props).toMatchObject({
    ipVersion: 'ipv6',
    customerBlock: '2001:db8::/32',
    awsBlock: '',
  });
});

test('tunnel options that are not modelled stay when a static route is added', () => {
  const text =
    ends +
    vpn(
      'VpnGatewayId: !Ref Vgw, StaticRoutesOnly: true, VpnTunnelOptionsSpecifications: [{ TunnelInsideCidr: 169.254.10.0/30 }]',
    );
  const { document, the } = imported(catalog, text);
  const { id } = the('vpn-connection', 'Vpn');

  const after = runCommand(
    { catalog },
    document,
    call('setRow', { id, field: 'routes', row: 'a', values: { destination: '192.168.0.0/16' } }),
  );

  expect(templateText(exportTemplate(catalog, document).template, 'yaml').text).toBe(text);
  const { Resources } = exportTemplate(catalog, after).template;
  expect(Resources['Vpn']?.Properties).toHaveProperty('VpnTunnelOptionsSpecifications');
  expect(Object.values(Resources).at(-1)).toMatchObject({
    Type: 'AWS::EC2::VPNConnectionRoute',
    Properties: { DestinationCidrBlock: '192.168.0.0/16', VpnConnectionId: { Ref: 'Vpn' } },
  });
});

test('what a drawn one lacks is asked for', () => {
  const { template } = exportTemplate(catalog, drawn(catalog, box('vpn-connection', 'Vpn')));

  expect(Object.keys(template.Parameters)).toEqual(['VpnCustomerGatewayId', 'VpnVpnGatewayId']);
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html
test('tunnels over Direct Connect ask for the attachment below them', () => {
  const document = drawn(
    catalog,
    box('transit-gateway', 'Tgw'),
    box('customer-gateway', 'Cgw'),
    box('vpn-connection', 'Vpn', { gateway: 'Tgw', customerGateway: 'Cgw', outsideAddress: 'private' }),
  );

  expect(exportTemplate(catalog, document).template.Resources['Vpn']?.Properties).toMatchObject({
    OutsideIpAddressType: 'PrivateIpv4',
    TransportTransitGatewayAttachmentId: { Ref: 'VpnTransportTransitGatewayAttachmentId' },
  });
});

test('a new one joins the only gateway with the only customer gateway, with routes to what is behind that', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
    box('customer-gateway', 'Cgw'),
    box('on-premises', 'Office', {
      customerGateways: { Cgw: true },
      cidrs: { a: { cidr: '192.168.0.0/16' }, b: { cidr: 'fd00::/8' } },
    }),
    box('vpn-connection', 'New'),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    gateway: 'Vgw',
    customerGateway: 'Cgw',
    routes: { to1: { destination: '192.168.0.0/16' } },
  });
});

test('a new one at a transit gateway uses BGP', () => {
  const document = drawn(catalog, box('transit-gateway', 'Tgw'), box('vpn-connection', 'New'));

  expect(proposedFor(catalog, document, 'New')).toEqual({
    gateway: 'Tgw',
    customerGateway: null,
    staticOnly: false,
  });
});

test('at a transit gateway it is an attachment as well', () => {
  const document = drawn(
    catalog,
    box('transit-gateway', 'Tgw'),
    box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
    box('vpn-connection', 'Transit', { gateway: 'Tgw', staticOnly: false }),
    box('vpn-connection', 'Plain', { gateway: 'Vgw' }),
  );

  expect(factsFrom(catalog, document, 'Transit').map(({ fact }) => fact)).toEqual([
    'vpn-connection',
    'transit-gateway-attachment',
  ]);
  expect(factsFrom(catalog, document, 'Plain').map(({ fact }) => fact)).toEqual(['vpn-connection']);
  expect(lookOf(catalog, document, 'Transit').badge?.en).toBe('BGP');
  expect(lookOf(catalog, document, 'Plain').badge?.en).toBe('Static');
});

// CloudFormation has no attribute for the attachment that a VPN connection makes.
test('a route table of a transit gateway asks for the attachment of a VPN connection', () => {
  const document = drawn(
    catalog,
    box('transit-gateway', 'Tgw', { defaultAssociation: false, defaultPropagation: false }),
    box('customer-gateway', 'Cgw'),
    box('vpn-connection', 'Vpn', { gateway: 'Tgw', customerGateway: 'Cgw' }),
    box('transit-gateway-route-table', 'Table', {
      transitGateway: 'Tgw',
      associations: { a: { attachment: 'Vpn' } },
      routes: { a: { destination: '192.168.0.0/16', attachment: 'Vpn' } },
    }),
  );

  const { Parameters, Resources } = exportTemplate(catalog, document).template;

  expect(Object.keys(Parameters)).toEqual(['VpnAttachmentId']);
  const { Description = '', AllowedPattern = '' } = Parameters['VpnAttachmentId'] ?? {};
  // What to enter, that it is made by the connection, and both ways to find it.
  for (const part of [
    'tgw-attach-',
    'VPN connection Vpn',
    'Create Vpn first',
    'VPC console',
    'resource-type,Values=vpn',
  ])
    expect(Description).toContain(part);
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  expect(Description.length).toBeLessThanOrEqual(4000);
  const allowed = new RegExp(AllowedPattern);
  expect(
    ['tgw-attach-0123456789abcdef0', 'vpn-0123456789abcdef0', ''].filter((id) => allowed.test(id)),
  ).toEqual(['tgw-attach-0123456789abcdef0']);
  expect(Object.values(Resources).find(({ Type }) => Type === 'AWS::EC2::TransitGatewayRoute')).toMatchObject(
    {
      Properties: { TransitGatewayAttachmentId: { Ref: 'VpnAttachmentId' } },
    },
  );
});

test('one with two gateways on the AWS side is a fault of the template', () => {
  const { faults, the, logicalId } = imported(
    catalog,
    ends + vpn('VpnGatewayId: !Ref Vgw, TransitGatewayId: !Ref Tgw'),
  );

  expect(faults).toEqual(['Vpn names a TransitGatewayId and a VpnGatewayId; AWS takes one of them']);
  expect(logicalId(known(the('vpn-connection', 'Vpn').props.gateway) ?? null)).toBe('Tgw');
});

test('one with none is a fault of the template, and where a concentrator leads is unknown', () => {
  const none = imported(catalog, ends + vpn('StaticRoutesOnly: true'));
  const concentrated = imported(
    catalog,
    ends +
      vpn('VpnConcentratorId: !Ref Concentrator') +
      '  Concentrator: { Type: AWS::EC2::VPNConcentrator, Properties: { Type: ipsec.1, TransitGatewayId: !Ref Tgw } }\n',
  );

  expect(none.faults).toEqual([expect.stringContaining('VpnGatewayId')]);
  expect(concentrated.faults).toEqual([]);
  expect(concentrated.the('vpn-connection', 'Vpn').props.gateway).toHaveProperty('unknown');
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

const template = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  B: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  C: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1, AmazonSideAsn: 64600 } }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Vgw } }
  Both:
    Type: AWS::EC2::VPNGatewayRoutePropagation # the inner tables
    DependsOn: Attachment
    Properties: { RouteTableIds: [!Ref A, !Ref B], VpnGatewayId: !Ref Vgw }
  Third:
    Type: AWS::EC2::VPNGatewayRoutePropagation
    DependsOn: Attachment
    Properties: { RouteTableIds: [!Ref C], VpnGatewayId: !Ref Vgw }
`;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpngatewayroutepropagation.html
test('it is read in its VPC, with a row for each table that it propagates to', () => {
  const { the, logicalId, faults } = imported(catalog, template);

  const { parentId, props } = the('virtual-private-gateway', 'Vgw');
  expect(faults).toEqual([]);
  expect(logicalId(parentId)).toBe('Vpc');
  expect(props).toEqual({
    propagation: {
      Both: { routeTable: the('route-table', 'A').id },
      'Both-2': { routeTable: the('route-table', 'B').id },
      Third: { routeTable: the('route-table', 'C').id },
    },
    routeTable: null,
    asn: 64600,
  });
});

test('what is untouched is written back as it was, and one table less is one table less', () => {
  const { document, the } = imported(catalog, template);
  const { id } = the('virtual-private-gateway', 'Vgw');
  const without = (row: string) =>
    exportTemplate(
      catalog,
      runCommand({ catalog }, document, call('setRow', { id, field: 'propagation', row, values: null })),
    ).template.Resources;

  expect(templateText(exportTemplate(catalog, document).template, 'yaml').text).toBe(template);
  expect(without('Both-2')['Both']?.Properties).toEqual({
    RouteTableIds: [{ Ref: 'A' }],
    VpnGatewayId: { Ref: 'Vgw' },
  });
  expect(Object.keys(without('Third'))).not.toContain('Third');
});

// The same page: a propagation must wait for the attachment.
test('a drawn one waits for its attachment before it propagates', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table'),
      box('virtual-private-gateway', 'Vgw', { propagation: { a: { routeTable: 'Table' } } }),
    ),
  );

  const { Resources } = exportTemplate(catalog, document).template;

  const propagation = Object.values(Resources).find(
    ({ Type }) => Type === 'AWS::EC2::VPNGatewayRoutePropagation',
  );
  expect(propagation).toMatchObject({
    DependsOn: 'VgwAttachment',
    Properties: { RouteTableIds: [{ Ref: 'Table' }], VpnGatewayId: { Ref: 'Vgw' } },
  });
});

test('a route to it waits for the attachment as well', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table', { routes: { a: { destination: '192.168.0.0/16', target: 'Vgw' } } }),
      box('virtual-private-gateway', 'Vgw'),
    ),
  );

  const { Resources } = exportTemplate(catalog, document).template;

  expect(Object.values(Resources).find(({ Type }) => Type === 'AWS::EC2::Route')).toMatchObject({
    DependsOn: 'VgwAttachment',
    Properties: { GatewayId: { Ref: 'Vgw' } },
  });
});

test('a new one propagates to the tables of the subnets of its VPC', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Used'),
      box('route-table', 'Edge'),
      box('route-table', 'Main', { main: true }),
      box('subnet', 'Subnet', { routeTable: 'Used' }),
      box('subnet', 'Other'),
      box('virtual-private-gateway', 'New'),
    ),
    box('vpc', 'Elsewhere', {}, box('route-table', 'Far'), box('subnet', 'FarSubnet', { routeTable: 'Far' })),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({
    propagation: { Used: { routeTable: 'Used' }, Main: { routeTable: 'Main' } },
  });
});

test('of one that a template only names nobody knows what it is attached to', () => {
  const { document } = imported(
    catalog,
    `
Parameters:
  Gateway: { Type: String }
Resources:
  Cgw: { Type: AWS::EC2::CustomerGateway, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1 } }
  Vpn: { Type: AWS::EC2::VPNConnection, Properties: { Type: ipsec.1, CustomerGatewayId: !Ref Cgw, VpnGatewayId: !Ref Gateway } }
`,
  );

  const standIn = [...document.resources.values()].find(({ kind }) => kind === 'virtual-private-gateway');
  expect(factsFrom(catalog, document, standIn?.id ?? '')).toMatchObject([
    { fact: 'vpn-gateway', network: null, elsewhere: true, propagatesTo: [] },
  ]);
});

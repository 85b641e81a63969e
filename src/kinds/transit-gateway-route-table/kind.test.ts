import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import type { Box } from '../../core/model/sketch';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

const attached = (name: string) =>
  box('vpc', `${name}Vpc`, {}, box('transit-gateway-attachment', name, { transitGateway: 'Hub' }));

test('a new one belongs to the only transit gateway', () => {
  const document = drawn(catalog, box('transit-gateway', 'Hub'), box('transit-gateway-route-table', 'New'));

  expect(proposedFor(catalog, document, 'New')).toEqual({ transitGateway: 'Hub' });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
test('associations, propagations and routes are read from beside the table', () => {
  const { the, logicalId, faults } = read(`
  ToTable: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayRouteTableId: !Ref Table, TransitGatewayAttachmentId: !Ref A } }
  IntoTable: { Type: AWS::EC2::TransitGatewayRouteTablePropagation, Properties: { TransitGatewayRouteTableId: !Ref Table, TransitGatewayAttachmentId: !GetAtt B.Id } }
  Static: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, TransitGatewayAttachmentId: !Ref B } }
  Dropped: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/8, Blackhole: true } }
`);

  const { associations, propagations, routes } = the('transit-gateway-route-table', 'Table').props;
  const names = (rows: Readonly<Record<string, { readonly attachment: unknown }>>) =>
    Object.entries(rows).map(([row, { attachment }]) => [row, logicalId(attachment as string | null)]);
  expect(faults).toEqual([]);
  expect(names(associations)).toEqual([['ToTable', 'A']]);
  expect(names(propagations)).toEqual([['IntoTable', 'B']]);
  expect(names(routes)).toEqual([
    ['Static', 'B'],
    ['Dropped', undefined],
  ]);
  expect(routes['Dropped']).toEqual({ destination: '10.0.0.0/8', attachment: null });
});

test('an attachment of which a template says only the ID is unknown, and no blackhole', () => {
  const { the } = read(`
  ToTable: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayRouteTableId: !Ref Table, TransitGatewayAttachmentId: tgw-attach-0123456789abcdef0 } }
  Static: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, TransitGatewayAttachmentId: !Ref Vpn } }
  Perhaps: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.8.0.0/16, Blackhole: !Ref Flag } }
`);

  const { associations, routes } = the('transit-gateway-route-table', 'Table').props;
  expect(associations['ToTable']?.attachment).toHaveProperty('unknown');
  expect(routes['Static']?.attachment).toHaveProperty('unknown');
  expect(routes['Perhaps']?.attachment).toHaveProperty('unknown');
});

test('what is not known of a row is not known to the engine either', () => {
  const { document, the } = read(`
  Static: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, TransitGatewayAttachmentId: !Ref Vpn } }
`);

  const [fact] = factsFrom(catalog, document, the('transit-gateway-route-table', 'Table').id);

  expect(fact).toMatchObject({ routes: { Static: { attachment: { unknown: {} } } } });
});

test('a drawn default table is written as a table that the attachments name, with the defaults off', () => {
  const { template } = exportTemplate(
    catalog,
    drawn(
      catalog,
      box('transit-gateway', 'Hub'),
      attached('A'),
      attached('B'),
      box('transit-gateway-route-table', 'Default', { transitGateway: 'Hub', isDefault: true }),
      box('transit-gateway-route-table', 'Own', {
        transitGateway: 'Hub',
        associations: { a: { attachment: 'B' } },
      }),
    ),
  );

  expect(template.Resources['Hub']?.Properties).toMatchObject({
    DefaultRouteTableAssociation: 'disable',
    DefaultRouteTablePropagation: 'disable',
  });
  expect(satellites(template.Resources)).toEqual([
    'Association of A with Default',
    'Association of B with Own',
    'Propagation of A with Default',
    'Propagation of B with Default',
  ]);
});

test('a default table that nothing uses by default is written without rows', () => {
  const { template } = exportTemplate(
    catalog,
    drawn(
      catalog,
      box('transit-gateway', 'Hub', { defaultAssociation: false, defaultPropagation: false }),
      attached('A'),
      box('transit-gateway-route-table', 'Default', { transitGateway: 'Hub', isDefault: true }),
    ),
  );

  expect(satellites(template.Resources)).toEqual([]);
});

test.each(['__proto__', 'constructor', ''])(
  'a destination that is no block is written or left out: %j',
  (block) => {
    const table: Box = box('transit-gateway-route-table', 'Table', {
      transitGateway: 'Hub',
      routes: { a: { destination: block, attachment: null } },
    });

    expect(() => exportTemplate(catalog, drawn(catalog, box('transit-gateway', 'Hub'), table))).not.toThrow();
  },
);

function satellites(
  resources: ReturnType<typeof exportTemplate>['template']['Resources'],
): readonly string[] {
  return Object.values(resources)
    .flatMap(({ Type, Properties }) => {
      const [, what] = /RouteTable(Association|Propagation)$/.exec(Type) ?? [];
      if (what === undefined || !Type.startsWith('AWS::EC2::TransitGateway')) return [];
      return `${what} of ${nameIn(Properties?.['TransitGatewayAttachmentId'])} with ${nameIn(Properties?.['TransitGatewayRouteTableId'])}`;
    })
    .sort();
}

function nameIn(ref: unknown): string {
  return typeof ref === 'object' && ref !== null && 'Ref' in ref ? String(ref.Ref) : 'nothing';
}

function read(text: string) {
  return imported(
    catalog,
    `
Parameters:
  Flag: { Type: String }
  Vpn: { Type: String }
Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  VpcA: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  VpcB: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref VpcA, CidrBlock: 10.0.0.0/24 } }
  SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref VpcB, CidrBlock: 10.1.0.0/24 } }
  A: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref VpcA, SubnetIds: [!Ref SubnetA] } }
  B: { Type: AWS::EC2::TransitGatewayVpcAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref VpcB, SubnetIds: [!Ref SubnetB] } }
  Table: { Type: AWS::EC2::TransitGatewayRouteTable, Properties: { TransitGatewayId: !Ref Hub } }
${text}`,
  );
}

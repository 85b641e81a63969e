import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
import { known } from '../../core/model/value';
import { imported } from '../../testing/imported';

const template = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw }
  Edge: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const association = `  EdgeOfIgw:
    Type: AWS::EC2::GatewayRouteTableAssociation # what comes in is inspected
    DependsOn: Attachment
    Properties: { GatewayId: !Ref Igw, RouteTableId: !Ref Edge }
`;

test('an internet gateway is read with the route table that is associated with it', () => {
  const { the, logicalId, document, faults } = imported(catalog, template + association);

  const gateway = the('internet-gateway', 'Igw');
  expect(logicalId(gateway.parentId)).toBe('Vpc');
  expect(gateway.props).toEqual({ routeTable: the('route-table', 'Edge').id });
  expect(faults).toEqual([]);
  expect(
    [...document.resources.values()].filter(({ provenance }) => provenance?.logicalId === 'EdgeOfIgw'),
  ).toEqual([]);
});

test('an association with a table from outside is read as one with a stand-in', () => {
  const { the, document } = imported(
    catalog,
    `Parameters: { Table: { Type: String } }${template}${association.replace('!Ref Edge', '!Ref Table')}`,
  );

  const table = known(the('internet-gateway', 'Igw').props.routeTable) ?? '';
  expect(document.resources.get(table)).toMatchObject({ kind: 'route-table' });
});

test('what is untouched is written back as it was, and the association goes when the table is taken away', () => {
  const { document, the } = imported(catalog, template + association);
  const gateway = the('internet-gateway', 'Igw');

  const without = runCommand(
    { catalog },
    document,
    call('setProps', { id: gateway.id, props: { routeTable: null } }),
  );

  const written = exportTemplate(catalog, document).template;
  expect(templateText(written, 'yaml').text).toBe(template + association);
  expect(Object.keys(exportTemplate(catalog, without).template.Resources)).toEqual([
    'Vpc',
    'Igw',
    'Attachment',
    'Edge',
  ]);
});

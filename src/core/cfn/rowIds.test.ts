/** Rows of tables that a template has as resources of their own: each keeps its logical ID, whatever becomes of the others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { opened } from '../../testing/opened';
import type { Document } from '../model/document';
import { valuesOf } from '../model/queries';
import { exportTemplate } from './exportTemplate';
import type { CfnResource } from './template';

function withRows(
  document: Document,
  id: string,
  field: string,
  change: (rows: Record<string, unknown>) => void,
): Readonly<Record<string, CfnResource>> {
  const own = document.resources.get(id);
  if (own === undefined) throw new Error(`${id} is not in the diagram`);
  const rows = { ...(valuesOf(own)[field] as Record<string, unknown>) };
  change(rows);
  const changed = { ...own, props: { ...own.props, [field]: rows } } as typeof own;
  const resources = new Map(document.resources).set(id, changed);
  return exportTemplate(catalog, { ...document, resources }).template.Resources;
}

test('a route whose target is not known stays what it is beside a new route', () => {
  const document = opened(`
Parameters: {Firewall: {Type: String}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Igw: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  ToFirewall:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, NetworkInterfaceId: !Ref Firewall}
`);
  const before = exportTemplate(catalog, document).template.Resources;

  const after = withRows(document, 'Table', 'routes', (rows) => {
    rows['new'] = { destination: '0.0.0.0/0', target: 'Igw' };
  });

  expect(after['ToFirewall']).toEqual(before['ToFirewall']);
  expect(after['TableDefaultRoute']?.Properties).toMatchObject({ DestinationCidrBlock: '0.0.0.0/0' });
});

test('entries of a network ACL keep their logical IDs when one of them is deleted', () => {
  const document = opened(readFileSync('examples/templates/network-acl.yaml', 'utf8'));
  const before = exportTemplate(catalog, document).template.Resources;

  const after = withRows(document, 'Acl', 'inbound', (rows) => delete rows['InHttps']);

  const { InHttps: _, ...others } = before;
  expect(after).toEqual(others);
});

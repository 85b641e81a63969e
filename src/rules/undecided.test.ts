/** What a template leaves open is no reason for a finding. */
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch } from '../core/model/sketch';
import { validate } from '../core/rules/validate';
import type { Document } from '../core/model/document';

const found = (document: Document): readonly string[] =>
  validate(catalog, rules, document).findings.map(({ rule }) => rule);

const open = { unknown: { en: 'a parameter decides', ja: 'パラメータによります' } };

test('one expression may give subnets of several zones', () => {
  const { document } = importTemplates(catalog, [
    {
      name: 'db.yaml',
      text: `Resources:
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: all
      SubnetIds: !Split [',', !ImportValue Subnets]
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.t4g.micro
      DBSubnetGroupName: !Ref Group
`,
    },
  ]);

  expect([...document.resources.values()].map(({ kind }) => kind)).toContain('rds-instance');
  expect(found(document)).not.toContain('rds-subnets-one-zone');
});

test('a table that may be the main one is neither a second main table nor the one that decides', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Gateway'),
        box('route-table', 'Perhaps', {
          main: open,
          routes: { out: { destination: '0.0.0.0/0', target: 'Gateway' } },
        }),
        box('route-table', 'Main', { main: true }),
        box('network-acl', 'Default', { isDefault: true }),
        box('network-acl', 'Unsure', { isDefault: open }),
        box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('nat-gateway', 'Nat')),
      ),
    ),
  );

  const all = found(document);

  expect(all).not.toContain('second-main-route-table');
  expect(all).toContain('nat-gateway-without-internet-route');
});

const natIn = (route: string): Document =>
  importTemplates(catalog, [
    {
      name: 'nat.yaml',
      text: `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Eip: { Type: AWS::EC2::EIP }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties: { SubnetId: !Ref Public, AllocationId: !GetAtt Eip.AllocationId }
${route}`,
    },
  ]).document;

test.each(['!Ref Nat', '\n        Ref: Nat', '{"Ref": "Nat"}', '!GetAtt Nat.NatGatewayId'])(
  'a NAT gateway is used by a route in the table of another stack (%s)',
  (target) => {
    const document = natIn(`  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !ImportValue Table
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: ${target}
`);

    expect(found(document)).not.toContain('unused-nat-gateway');
  },
);

test('a NAT gateway that only an output names has no route', () => {
  const document = natIn('Outputs: { NatGatewayId: { Value: !Ref Nat } }\n');

  expect(found(document)).toContain('unused-nat-gateway');
});

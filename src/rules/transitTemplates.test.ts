/** What templates leave open about transit gateways is no reason for a finding. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { validate } from '../core/rules/validate';

/** The rules about transit gateways that find something in a template. */
function found(resources: string, parameters = ''): readonly string[] {
  const text = `Parameters:
  Given: { Type: String }
${parameters}Resources:
${resources}`;
  const { document } = importTemplates(catalog, [{ name: 'hub.yaml', text }]);
  return validate(catalog, rules, document)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('transit-'));
}

const hub = `  Hub: { Type: AWS::EC2::TransitGateway }
`;
const vpc = `  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
`;
const attachment = `  Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet] }
`;
const route = `  Route:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Hub }
`;
const custom = (name: string, given: string): string =>
  `  ${name}: { Type: 'Custom::${name}', Properties: { ServiceToken: ${name}, Given: !Ref ${given} } }
`;

describe('routes to a transit gateway', () => {
  test('are missing where nothing adds them', () => {
    expect(found(hub + vpc + attachment)).toEqual(['transit-attachment-without-route']);
  });

  test('may be added by a custom resource that is given the route table', () => {
    expect(found(hub + vpc + attachment + custom('Router', 'Table'))).toEqual([]);
  });

  test('may stand in the main route table of a VPC that exists already', () => {
    const subnet = `  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/24 } }
`;

    expect(found(hub + subnet + attachment, '  Vpc: { Type: AWS::EC2::VPC::Id }\n')).toEqual([]);
  });

  test('need an attachment, which a nested stack may make that is given the VPC', () => {
    const nested = `  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: attach.yaml, Parameters: { VpcId: !Ref Vpc, Hub: !Ref Hub } }
`;

    expect(found(hub + vpc + route)).toEqual(['transit-route-without-attachment']);
    expect(found(hub + vpc + route + nested)).toEqual([]);
  });
});

describe('subnets of an attachment', () => {
  test('may all come from one parameter', () => {
    const attached = attachment.replace('[!Ref Subnet]', '!Ref Subnets');
    const parameter = '  Subnets: { Type: List<AWS::EC2::Subnet::Id> }\n';

    expect(found(hub + vpc + route + attached, parameter)).toEqual([]);
  });
});

describe('a transit gateway that exists already', () => {
  const given = attachment.replace('!Ref Hub', '!Ref Given');

  test('may associate its attachments by default, or not', () => {
    expect(found(vpc + given + route.replace('!Ref Hub', '!Ref Given'))).toEqual([]);
  });
});

test('an attachment is associated with a route table perhaps by a custom resource', () => {
  const closed = hub.replace(
    'TransitGateway }',
    'TransitGateway, Properties: { DefaultRouteTableAssociation: disable } }',
  );

  expect(found(closed + vpc + route + attachment)).toEqual(['transit-attachment-without-route-table']);
  expect(found(closed + vpc + route + attachment + custom('Associator', 'Attachment'))).toEqual([]);
});

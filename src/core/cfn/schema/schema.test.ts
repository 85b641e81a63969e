import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { resourceTypes } from './resourceTypes';
import { isTypeOfAws, likelyType, schemaOf, type ObjectSchema } from './schema';

test('a type has its properties, what is required of them and what they take', () => {
  const entry = schemaOf('AWS::EC2::NetworkAclEntry');

  expect(entry?.properties.get('Protocol')).toEqual({ required: true, takes: { is: 'number', whole: true } });
  expect(entry?.properties.get('CidrBlock')).toEqual({ required: false, takes: { is: 'text' } });
  expect(entry?.properties.get('Egress')?.takes).toEqual({ is: 'truth' });
  expect([...(entry?.attributes.keys() ?? [])]).toEqual(['Id']);
  const icmp = entry?.properties.get('Icmp')?.takes;
  expect(icmp?.is === 'object' ? [...icmp.schema().properties.keys()] : icmp).toEqual(['Code', 'Type']);
});

test('lists, texts that are the only ones, and tags are known', () => {
  const endpoint = schemaOf('AWS::EC2::VPCEndpoint');

  const type = endpoint?.properties.get('VpcEndpointType')?.takes;
  expect(type?.is === 'text' ? type.of : type).toContain('GatewayLoadBalancer');
  expect(endpoint?.properties.get('RouteTableIds')?.takes).toEqual({ is: 'list', of: { is: 'text' } });
  const tags = endpoint?.properties.get('Tags')?.takes;
  const tag = tags?.is === 'list' && tags.of.is === 'object' ? tags.of.schema() : undefined;
  expect([...(tag?.properties.keys() ?? [])]).toEqual(['Key', 'Value']);
});

test('every type that is drawn or absorbed is known, and every type known is one of AWS’s', () => {
  const read = [...catalog.kinds.values()].flatMap(({ cfn }) => [
    ...(cfn?.types ?? []),
    ...(cfn?.satellites ?? []).map(({ type }) => type),
  ]);
  // The functions of SAM are its transform's own.
  const missing = read.filter(
    (type) => !type.startsWith('AWS::Serverless::') && schemaOf(type) === undefined,
  );
  const known = [...resourceTypes.matchAll(/^AWS::\S+/gm)].map(([type]) => type);

  expect(missing).toEqual([]);
  expect(known.length).toBeGreaterThan(150);
  expect(known.filter((type) => !isTypeOfAws(type))).toEqual([]);
  for (const type of known) expect(schemaOf(type), type).toBeDefined();
});

test('the objects within objects are there, and an object that holds itself ends somewhere', () => {
  const seen = new Set<ObjectSchema>();
  const visit = (schema: ObjectSchema): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const { takes } of schema.properties.values()) {
      const inner = takes.is === 'list' || takes.is === 'map' ? takes.of : takes;
      if (inner.is === 'object') visit(inner.schema());
    }
  };

  for (const [type] of resourceTypes.matchAll(/^AWS::\S+/gm))
    visit(schemaOf(type) ?? { properties: new Map() });

  const lines = resourceTypes.split('\n').filter((line) => /^(?: |AWS)/.test(line)).length;
  // Tags are the one object without a line.
  expect(seen.size).toBe(lines + 1);
});

test.each([
  ['AWS::EC2::Subnets', 'AWS::EC2::Subnet'],
  ['AWS::EC2::Natgateway', 'AWS::EC2::NatGateway'],
  ['AWS::EC2::RouteTables', 'AWS::EC2::RouteTable'],
  ['AWS::Ec2::VPC', 'AWS::EC2::VPC'],
  ['aws::ec2::vpc', 'AWS::EC2::VPC'],
  ['AWS::EC2::VPCs', 'AWS::EC2::VPC'],
  ['AWS::EC2::SecuirtyGroup', 'AWS::EC2::SecurityGroup'],
  ['AWS::EC2:Subnet', 'AWS::EC2::Subnet'],
  ['AWS::ElasticLoadBalancingV3::TargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup'],
])('by %s was meant %s', (written, meant) => {
  expect(isTypeOfAws(written)).toBe(false);
  expect(likelyType(written)).toBe(meant);
});

test.each([
  // A service with a name of three letters that is younger than our list.
  'AWS::EZS::Cluster',
  'AWS::EC2::SubnetFirewallPolicyBinding',
  'AWSQS::EKS::Cluster',
  'Custom::Subnet',
  'Custom::EC2::Subnet',
  'AWS::EC2::Subnet::MODULE',
  'EC2::Subnet',
  'Org::EC2::Subnet',
  'constructor',
  '',
])('%s stands for nothing else', (written) => {
  expect(isTypeOfAws(written)).toBe(false);
  expect(likelyType(written)).toBeUndefined();
});

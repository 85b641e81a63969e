import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { importTemplates } from '../importTemplates';
import { parseTemplate } from '../source/parseTemplate';
import type { SyntaxNode } from '../source/syntax';

/** Each fault as `line:column rule: message`. */
const faults = (text: string): string[] => {
  const { findings, failure } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(failure).toBeUndefined();
  return findings.map(({ rule, place, message }) => `${place?.line}:${place?.column} ${rule}: ${message.en}`);
};

const resource = (type: string, properties: string): string =>
  `Resources:\n  It:\n    Type: ${type}\n    Properties: ${properties}\n`;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html
test.each([
  ['a property', 'AWS::EC2::Subnet', '{ VpcId: vpc-0a, CidrBlok: 10.0.0.0/24 }', 'CidrBlok', 'CidrBlock'],
  ['another case', 'AWS::EC2::RouteTable', '{ VPCId: vpc-0a }', 'VPCId', 'VpcId'],
  [
    'a list',
    'AWS::EC2::Instance',
    '{ SecurtyGroupIds: [sg-0a], ImageId: ami-0a }',
    'SecurtyGroupIds',
    'SecurityGroupIds',
  ],
  [
    'a part of an item',
    'AWS::EC2::SecurityGroup',
    '{ GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIP: 10.0.0.0/8 }] }',
    'CidrIP',
    'CidrIp',
  ],
  [
    'a part of an item that is required',
    'AWS::EC2::Instance',
    "{ NetworkInterfaces: [{ DeviceIdnex: '0' }] }",
    'DeviceIdnex',
    'DeviceIndex',
  ],
  [
    'a part within a part',
    'AWS::ElasticLoadBalancingV2::Listener',
    '{ LoadBalancerArn: arn:a, DefaultActions: [{ Type: forward, ForwardConfig: { TargetGroup: [] } }] }',
    'TargetGroup',
    'TargetGroups',
  ],
  ['a tag', 'AWS::EC2::VPC', '{ CidrBlock: 10.0.0.0/16, Tags: [{ Key: Name, Valeu: x }] }', 'Valeu', 'Value'],
  [
    'what either branch of a condition says',
    'AWS::EC2::VPC',
    "{ CidrBlock: 10.0.0.0/16, Tags: !If [C, [{ Key: a, Value: b }], [{ Kye: a, Value: b }]] }\nConditions: { C: !Equals ['a', !Ref AWS::Region] }",
    'Kye',
    'Key',
  ],
])(
  'the misspelt name of %s is one fault, with the one that was meant',
  (_, type, properties, written, meant) => {
    const text = resource(type, properties);

    const [fault, ...more] = faults(text);

    expect(more).toEqual([]);
    const line = text.split('\n').findIndex((each) => each.includes(written)) + 1;
    const column = (text.split('\n')[line - 1]?.indexOf(written) ?? 0) + 1;
    expect(fault).toContain(`${line}:${column} template-unknown-property: “${written}” is no property of `);
    expect(fault).toMatch(new RegExp(`; did you mean “${meant}”\\?$`));
  },
);

test('a property like no other is told of without a proposal', () => {
  expect(faults(resource('AWS::EC2::InternetGateway', '{ Colour: blue }'))).toEqual([
    '4:19 template-unknown-property: “Colour” is no property of It (AWS::EC2::InternetGateway)',
  ]);
});

test('what an object within a resource requires is missed there', () => {
  expect(
    faults(
      resource(
        'AWS::ElasticLoadBalancingV2::Listener',
        '{ LoadBalancerArn: arn:a, DefaultActions: [{ TargetGroupArn: arn:b }] }',
      ),
    ),
  ).toEqual(['4:60 template-missing-property: DefaultActions of It needs Type']);
});

test('a value that is none of those there are is told of with them', () => {
  expect(
    faults(resource('AWS::EC2::VPCEndpoint', '{ VpcId: vpc-0a, ServiceName: s, VpcEndpointType: gateway }')),
  ).toEqual([
    '4:50 template-wrong-value: VpcEndpointType of It is “gateway”; AWS takes Interface, Gateway, GatewayLoadBalancer, ServiceNetwork, Resource, Tunnel; did you mean “Gateway”?',
  ]);
});

test.each([
  ['{ SecurityGroupIds: sg-0a }', 'SecurityGroupIds of It takes a list, not one value; put “- ” before it'],
  [
    '{ BlockDeviceMappings: { DeviceName: /dev/sda1 } }',
    'BlockDeviceMappings of It takes a list, not one object; put “- ” before it',
  ],
  [
    '{ LaunchTemplate: lt-0a }',
    'LaunchTemplate of It takes an object, with its properties indented below it',
  ],
  ['{ LaunchTemplate: [lt-0a] }', 'LaunchTemplate of It takes one object, not a list'],
  ['{ InstanceType: [t3.micro] }', 'InstanceType of It takes one value, not a list or an object'],
  ['{ Monitoring: sometimes }', 'Monitoring of It must be true or false, not “sometimes”'],
  ['{ Ipv6AddressCount: two }', 'Ipv6AddressCount of It must be a number, not “two”'],
])('%s has the wrong shape, which is told of once', (properties, message) => {
  expect(faults(resource('AWS::EC2::Instance', properties))).toEqual([
    `4:19 template-wrong-shape: ${message}`,
  ]);
});

test('what AWS converts is no fault', () => {
  // Numbers and truth values may be texts, and texts numbers.
  expect(
    faults(
      resource(
        'AWS::ECS::TaskDefinition',
        "{ Cpu: 256, Memory: '512', ContainerDefinitions: [{ Name: a, Image: b, Essential: 'true', PortMappings: [{ ContainerPort: '80' }] }] }",
      ),
    ),
  ).toEqual([]);
});

test.each([
  ['a parameter', 'VpcEndpointType: !Ref Type'],
  ['a parameter with a default that is wrong', 'VpcEndpointType: !Ref Wrong'],
  ['a mapping', 'VpcEndpointType: !FindInMap [Types, !Ref AWS::Region, s3]'],
  ['no value', 'VpcEndpointType: !Ref AWS::NoValue'],
  ['a value that a condition chooses', 'VpcEndpointType: !If [IsTokyo, !Ref Type, Interface]'],
  ['a dynamic reference', "VpcEndpointType: '{{resolve:ssm:type}}'"],
  ['a piece that a tool fills', "VpcEndpointType: '${self:custom.type}'"],
  ['an exported list', 'RouteTableIds: !Split [",", !ImportValue tables]'],
  ['a list in a parameter', 'RouteTableIds: !Ref Tables'],
  [
    'a snippet that a macro puts in',
    'Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://a/b } }',
  ],
  ['a snippet that a tool puts in', "PolicyDocument: { 'Rain::Embed': policy.json }"],
  ['a list that a tool makes', "RouteTableIds: { 'Rain::S3': tables }"],
])('%s is never judged', (_, property) => {
  const text = `Parameters:
  Type: { Type: String }
  Wrong: { Type: String, Default: gateway }
  Tables: { Type: CommaDelimitedList }
Mappings: { Types: { ap-northeast-1: { s3: Gateway } } }
Conditions: { IsTokyo: !Equals [!Ref AWS::Region, ap-northeast-1] }
${resource('AWS::EC2::VPCEndpoint', `\n      VpcId: vpc-0a\n      ServiceName: s\n      ${property}`)}`;

  expect(faults(text)).toEqual([]);
});

test.each([
  'Custom::Subnets',
  'AWS::CloudFormation::CustomResource',
  'AWS::CodeBuild::Project',
  'AWSQS::EKS::Cluster',
  'Org::Network::Vpc',
  'AWS::EC2::Vpc::MODULE',
  'AWS::SomethingNew::Thing',
  'AWS::Cognito::UserPool',
])('of a resource of type %s nothing is known, and nothing is told', (type) => {
  const text = `${resource(type, '{ Anything: [1], TemplateURL: u, ServiceToken: t }')}Outputs:
  A: { Value: !GetAtt It.Outputs.VpcId }
  B: { Value: !Sub '\${It.Anything.At.All}' }
`;

  expect(faults(text)).toEqual([]);
});

test('SAM and the language extensions bring what they bring, and leave the rest as it is', () => {
  const text = (property: string): string => `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Globals: { Function: { Timeout: 3 } }
Resources:
  Handler:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Anything: !GetAtt Subnet.CidrBlock }
  Fn::ForEach::Tables:
    - Name
    - [A, B]
    - Table\${Name}: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-0a } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0a
      ${property}: 10.0.0.0/24
      Fn::ForEach::Ipv6: [K, [AssignIpv6AddressOnCreation, EnableDns64], { '\${K}': true }]
`;

  expect(faults(text('CidrBlock'))).toEqual([]);
  expect(faults(text('CidrBlok'))).toEqual([
    '15:7 template-unknown-property: “CidrBlok” is no property of Subnet (AWS::EC2::Subnet); did you mean “CidrBlock”?',
  ]);
});

test('what a loop makes is judged as if its author had written it out', () => {
  const text = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Tables:
    - Name
    - [A, B]
    - Table\${Name}: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-0a, Nmae: !Ref Name } }
`;

  expect(faults(text)).toEqual([
    '6:80 template-unknown-property: “Nmae” is no property of TableA (AWS::EC2::RouteTable)',
    '6:80 template-unknown-property: “Nmae” is no property of TableB (AWS::EC2::RouteTable)',
  ]);
});

test('before a macro of somebody’s own has run, properties, types and attributes may be any', () => {
  const text = `Transform: [OurMacro]
Resources:
  Subnet:
    Type: AWS::EC2::Subnets
    Properties: { Vpc: main, Size: 256 }
  Web:
    Type: AWS::EC2::Instance
    Properties: { In: !GetAtt Subnet.Id }
  Eip: { Type: AWS::EC2::EIP, Properties: { Of: !GetAtt Web.Address } }
`;

  expect(faults(text)).toEqual([]);
});

test('a path stands for the code of a function that is not packaged yet', () => {
  // https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
  expect(faults(resource('AWS::Lambda::Function', '{ Code: ./src, Role: r }'))).toEqual([]);
});

test.each([
  ['Value: !GetAtt Web.PrivateAddress', 'PrivateAddress', 'PrivateIpAddress'],
  ['Value: !GetAtt [Web, PublicIP]', 'PublicIP', 'PublicIp'],
  ["Value: !Sub 'http://${Web.PublicDNSName}/'", 'PublicDNSName', 'PublicDnsName'],
  ["Value: !Join ['', [a, !GetAtt Eip.AllocationID]]", 'AllocationID', 'AllocationId'],
  ['Value: { Fn::GetAtt: Web.Monitorng }', 'Monitorng', 'Monitoring'],
  ['Value: !GetAtt Web.CpuOptions.Cores', 'CpuOptions.Cores', 'CpuOptions'],
])('%s asks for what is not there, which is told of where it stands', (value, written, meant) => {
  const text = `Resources:
  Eip: { Type: AWS::EC2::EIP }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0a, SubnetId: subnet-0a } }
Outputs:
  Address:
    ${value}
`;

  const [fault, ...more] = faults(text);

  expect(more).toEqual([]);
  expect(fault).toContain('6:5 template-unknown-attribute: Value of Address asks ');
  expect(fault).toContain(`for the attribute “${written}”, which it does not have; did you mean “${meant}”?`);
});

test('an attribute that does not exist is told of at the property that asks for it, and what was meant is drawn', () => {
  const text = `Resources:
  Eip: { Type: AWS::EC2::EIP }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      AllocationId: !GetAtt Eip.AllocationID
      SubnetId: subnet-0a
`;

  expect(faults(text)).toEqual([
    '6:7 template-unknown-attribute: AllocationId of Nat asks Eip (AWS::EC2::EIP) for the attribute “AllocationID”, which it does not have; did you mean “AllocationId”?',
  ]);
});

test.each([
  'Web.PrivateIp',
  'Web.AvailabilityZone',
  // A property, which AWS gives for this type.
  'Web.ImageId',
  'Web.CpuOptions.CoreCount',
  'Db.Endpoint.Address',
  'Balancer.LoadBalancerName',
  'Vpc.Ipv6CidrBlocks',
])('the attribute %s is there', (attribute) => {
  const text = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0a, SubnetId: subnet-0a } }
  Db: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql } }
  Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [subnet-0a, subnet-0b] } }
Outputs:
  A: { Value: !GetAtt ${attribute} }
  B: { Value: !Sub '\${${attribute}}' }
`;

  expect(faults(text)).toEqual([]);
});

test('a type that is misspelt is one fault, whoever refers to its resource', () => {
  const text = `Resources:
  Vpc:
    Type: AWS::EC2::Vpc
    Properties: { CidrBlok: 10.0.0.0/16 }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !GetAtt Vpc.Anything } }
`;

  expect(faults(text)).toEqual([
    '3:5 template-unknown-type: Vpc has the type AWS::EC2::Vpc, which AWS does not have; it is not drawn; did you mean “AWS::EC2::VPC”?',
  ]);
});

/** Where the names of properties stand. */
function* keysIn(node: SyntaxNode | undefined): Generator<number> {
  if (node?.is === 'list') for (const item of node.items) yield* keysIn(item);
  if (node?.is !== 'map') return;
  for (const [key, { keyStart, value }] of node.entries) {
    if (key === 'Ref' || key.includes('::')) continue;
    if (key.length > 3) yield keyStart;
    // Policies, user data and the like are texts of other languages.
    if (!/Policy|Document/.test(key)) yield* keysIn(value);
  }
}

test.each([
  'two-tier-nat.yaml',
  'network-interfaces.yaml',
  'rds.yaml',
  'endpoints.json',
  'separate-rules.yaml',
])('any name of a property of %s, without its third letter, is one fault where it stands', (file) => {
  const text = readFileSync(`examples/templates/${file}`, 'utf8');
  const source = parseTemplate(file, text);
  if (!('root' in source) || source.root.is !== 'map') throw new Error('it is a template');
  const resources = source.root.entries.get('Resources')?.value;
  const places =
    resources?.is === 'map'
      ? [...resources.entries.values()].flatMap(({ value }) => [
          ...keysIn(value.is === 'map' ? value.entries.get('Properties')?.value : undefined),
        ])
      : [];
  expect(places.length).toBeGreaterThan(10);

  for (const start of places) {
    const quoted = text.charAt(start) === '"' ? 1 : 0;
    const broken = text.slice(0, start + 2 + quoted) + text.slice(start + 3 + quoted);
    const { line, column } = source.position(start);

    const found = faults(broken);

    expect(found, `${line}:${column}`).toEqual([
      expect.stringContaining(`${line}:${column} template-unknown-property`),
    ]);
  }
});

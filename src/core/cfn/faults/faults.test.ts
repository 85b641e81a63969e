import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { importTemplates } from '../importTemplates';

/** Each fault as `line:column rule message`. */
const faults = (text: string, name = 'net.yaml'): string[] => {
  const { findings, failure } = importTemplates(catalog, [{ name, text }]);
  expect(failure).toBeUndefined();
  return findings.map(({ rule, place, message }) => `${place?.line}:${place?.column} ${rule}: ${message.en}`);
};

const scenario = (changes: Readonly<Record<string, string>> = {}): string => {
  let text = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  VPC:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 192.168.0.0/20
  PrivateSubnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref VPC
      CidrBlock: 192.168.0.0/24
  PrivateRouteTable:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref VPC
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref PrivateSubnet
      RouteTableId: !Ref PrivateRouteTable
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    DependsOn: Association
    Properties:
      VpcId: !Ref VPC
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.dynamodb
      RouteTableIds:
        - !Ref PrivateRouteTable
`;
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
};

test('a sound template has no fault', () => {
  expect(faults(scenario())).toEqual([]);
});

test('a logical ID written as a text is one fault, at its property, and the subnet is drawn in the VPC', () => {
  const text = scenario({ 'VpcId: !Ref VPC\n      CidrBlock': 'VpcId: VPC\n      CidrBlock' });

  expect(faults(text)).toEqual([
    '10:7 template-literal-for-reference: VpcId of PrivateSubnet is the text “VPC”, which is no id; did you mean !Ref VPC?',
  ]);
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(document.resources.get('PrivateSubnet')?.parentId).toBe('VPC');
});

test('a text that names nothing is a fault without a proposal where several could be meant', () => {
  const text = scenario({
    'SubnetId: !Ref PrivateSubnet': 'SubnetId: somewhere',
    '  PrivateRouteTable:\n': `  PublicSubnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref VPC, CidrBlock: 192.168.1.0/24}
  PrivateRouteTable:
`,
  });

  expect(faults(text)).toEqual([
    '22:7 template-literal-for-reference: SubnetId of Association is the text “somewhere”, which is no id',
  ]);
});

test('a reference to nothing names what was likely meant', () => {
  expect(
    faults(scenario({ 'RouteTableId: !Ref PrivateRouteTable': 'RouteTableId: !Ref PrivateRouteTabel' })),
  ).toEqual([
    '20:7 template-dangling-reference: RouteTableId of Association refers to “PrivateRouteTabel”, which the template does not have; did you mean “PrivateRouteTable”?',
  ]);
});

test('a reference to nothing in a list stands at its item', () => {
  expect(faults(scenario({ '- !Ref PrivateRouteTable': '- !Ref RouteTable' }))).toEqual([
    '28:11 template-dangling-reference: RouteTableIds of Endpoint refers to “RouteTable”, which the template does not have; did you mean “PrivateRouteTable”?',
  ]);
});

test('DependsOn on something missing is a fault, as a text and in a list', () => {
  expect(faults(scenario({ 'DependsOn: Association': 'DependsOn: Asociation' }))).toEqual([
    '23:5 template-dangling-reference: DependsOn of Endpoint names “Asociation”, which is no resource of the template; did you mean “Association”?',
  ]);
  expect(faults(scenario({ 'DependsOn: Association': 'DependsOn:\n      - VPC\n      - Missing' }))).toEqual([
    '25:9 template-dangling-reference: DependsOn of Endpoint names “Missing”, which is no resource of the template',
  ]);
});

test('variables of Sub and attributes are references too', () => {
  expect(faults(scenario({ '${AWS::Region}': '${AWS::Regoin}' }))).toEqual([
    '26:7 template-dangling-reference: ServiceName of Endpoint refers to “AWS::Regoin”, which the template does not have; did you mean “AWS::Region”?',
  ]);
  expect(faults(scenario({ 'CidrBlock: 192.168.0.0/24': 'CidrBlock: !GetAtt Vcp.CidrBlock' }))).toHaveLength(
    1,
  );
  expect(faults(scenario({ 'CidrBlock: 192.168.0.0/24': 'CidrBlock: !Sub "${VPC.CidrBlock}"' }))).toEqual([]);
});

test('a reference to the wrong sort of thing names both types', () => {
  expect(faults(scenario({ 'SubnetId: !Ref PrivateSubnet': 'SubnetId: !Ref VPC' }))).toEqual([
    '19:7 template-wrong-type-reference: SubnetId of Association refers to VPC, which is AWS::EC2::VPC and not AWS::EC2::Subnet; did you mean “PrivateSubnet”?',
  ]);
});

test('an Elastic IP is named by its allocation', () => {
  const text = `Resources:
  Eip:
    Type: AWS::EC2::EIP
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-0123456789abcdef0
      AllocationId: !Ref Eip
`;

  expect(faults(text)).toEqual([
    '8:7 template-wrong-type-reference: AllocationId of Nat needs !GetAtt Eip.AllocationId; !Ref Eip gives something else',
  ]);
});

test('a missing property stands at its resource, a misspelt one at itself', () => {
  expect(faults('Resources:\n  Table:\n    Type: AWS::EC2::RouteTable\n')).toEqual([
    '2:3 template-missing-property: Table (AWS::EC2::RouteTable) needs VpcId',
  ]);
  expect(
    faults(
      'Resources:\n  Table:\n    Type: AWS::EC2::RouteTable\n    Properties:\n      VpcID: vpc-0123456789abcdef0\n',
    ),
  ).toEqual([
    '5:7 template-unknown-property: “VpcID” is no property of Table (AWS::EC2::RouteTable); did you mean “VpcId”?',
  ]);
});

test('a key that stands twice is a fault where it stands the second time, and the rest is drawn', () => {
  const text = scenario({
    'CidrBlock: 192.168.0.0/24': 'CidrBlock: 192.168.0.0/24\n      CidrBlock: 192.168.1.0/24',
  });

  expect(faults(text)).toEqual([
    '12:7 template-duplicate-key: “CidrBlock” stands a second time in the same object (line 12); the last one was read',
  ]);
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(document.resources.get('PrivateSubnet')?.props).toMatchObject({ cidr: '192.168.1.0/24' });
});

test('a condition that does not exist is told of, with the one that was meant', () => {
  const text = `Conditions:
  IsProd: !Equals [a, b]
Resources:
  Gateway:
    Type: AWS::EC2::InternetGateway
    Condition: IsPord
`;

  expect(faults(text)).toEqual([
    '6:5 template-unknown-condition: Gateway depends on the condition “IsPord”, which the template does not have; did you mean “IsProd”?',
  ]);
});

test('groups that name one another inside themselves wait for one another', () => {
  const group = (name: string, other: string): string => `  ${name}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: ${name}
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 1
          ToPort: 1
          SourceSecurityGroupId: !Ref ${other}
`;

  const [fault, ...more] = faults(`Resources:\n${group('A', 'B')}${group('B', 'A')}`);

  expect(more).toEqual([]);
  expect(fault).toContain('19:11 template-circular-reference: A → B → A wait for one another');
});

test('a number that is none, and a list where one value belongs, are told of', () => {
  const text = scenario({
    'CidrBlock: 192.168.0.0/24': 'CidrBlock: [192.168.0.0/24]\n      MapPublicIpOnLaunch: maybe',
  });

  expect(
    faults(text).map((each) =>
      each
        .split(':')
        .slice(0, 2)
        .join(':')
        .concat(each.slice(each.indexOf(': '))),
    ),
  ).toEqual([
    '11:7 template-wrong-shape: CidrBlock of PrivateSubnet takes one value, not a list or an object',
    '12:7 template-wrong-shape: MapPublicIpOnLaunch of PrivateSubnet must be true or false, not “maybe”',
  ]);
});

test('a list that is one value is told of and read as a list', () => {
  const text = scenario({
    'RouteTableIds:\n        - !Ref PrivateRouteTable': 'RouteTableIds: !Ref PrivateRouteTable',
  });

  expect(faults(text)).toEqual([
    '27:7 template-wrong-shape: RouteTableIds of Endpoint takes a list, not one value; put “- ” before it',
  ]);
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(document.resources.get('Endpoint')?.props).toMatchObject({
    routeTables: { PrivateRouteTable: true },
  });
});

test('faults of JSON templates have places too', () => {
  const text = `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Subnet": {
      "Type": "AWS::EC2::Subnet",
      "Properties": {
        "CidrBlock": "10.0.0.0/24", "VpcId": { "Ref": "VPC" }
      }
    }
  }
}`;

  expect(faults(text, 'net.json')).toEqual([
    '7:37 template-dangling-reference: VpcId of Subnet refers to “VPC”, which the template does not have; did you mean “Vpc”?',
  ]);
});

test('lines count the same with line ends of Windows', () => {
  const text = scenario({ 'DependsOn: Association': 'DependsOn: Missing' }).replaceAll('\n', '\r\n');

  expect(faults(text)[0]).toMatch(/^23:5 /);
});

test('a name that a macro may make is no fault', () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
Outputs:
  Role: {Value: !GetAtt ApiRole.Arn}
  Url: {Value: !Sub 'https://\${ServerlessRestApi}.example.com'}
`;

  expect(faults(text)).toEqual([]);
});

test('a property without a value is told of once, and read as if it were not there', () => {
  const text = scenario({
    'CidrBlock: 192.168.0.0/20': 'CidrBlock: 192.168.0.0/20\n      EnableDnsSupport:\n      Tags: ~',
    'DependsOn: Association': 'DependsOn:',
  });

  expect(faults(text)).toEqual([
    '7:7 template-wrong-shape: EnableDnsSupport of VPC has no value; CloudFormation takes no null, so give it one or leave EnableDnsSupport out',
    '8:7 template-wrong-shape: Tags of VPC has no value; CloudFormation takes no null, so give it one or leave Tags out',
    '25:5 template-wrong-shape: DependsOn of Endpoint has no value; CloudFormation takes no null, so give it one or leave DependsOn out',
  ]);
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(document.resources.get('VPC')?.props).toMatchObject({ dnsSupport: true });
});

test('the zones of no Region are those of the stack’s own', () => {
  const zone = '{ "Fn::Select": [ "1", { "Fn::GetAZs": null } ] }';
  const text = scenario({ '192.168.0.0/24': `192.168.0.0/24\n      AvailabilityZone: ${zone}` });

  expect(faults(text)).toEqual([]);
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  expect(document.resources.get('PrivateSubnet')?.props).toMatchObject({ zone: 'ap-northeast-1c' });
});

test('the name of a parameter as a text was meant as a reference to it', () => {
  const text = `Parameters:
  SubnetParameter: { Type: 'AWS::EC2::Subnet::Id' }
${scenario({ 'SubnetId: !Ref PrivateSubnet': 'SubnetId: SubnetParameter' })}`;

  expect(faults(text)).toEqual([
    '21:7 template-literal-for-reference: SubnetId of Association is the text “SubnetParameter”, which is no id; did you mean !Ref SubnetParameter?',
  ]);
});

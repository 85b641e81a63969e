/**
 * Where a property takes a list of references: the shapes in which people give one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { importTemplates } from '../importTemplates';

const around = `Parameters:
  SubnetList: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Texts: {Type: CommaDelimitedList}
  Text: {Type: String}
  FromSsm: {Type: 'AWS::SSM::Parameter::Value<List<String>>'}
Mappings:
  ByRegion: {ap-northeast-1: {Subnets: [subnet-0123456789abcdef0]}}
Conditions:
  Two: !Equals [!Ref Text, two]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc}}
  Alb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [!Ref A, !Ref B], SecurityGroups: [!Ref Group]}}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://example.com/a.yaml'}}
  Lookup: {Type: Custom::Subnets, Properties: {ServiceToken: 'arn:aws:lambda:ap-northeast-1:123456789012:function:f'}}
`;

const faults = (text: string): string[] => {
  const { findings, failure } = importTemplates(catalog, [{ name: 'net.yaml', text: around + text }]);
  expect(failure).toBeUndefined();
  return findings.flatMap(({ rule, message }) =>
    rule.startsWith('template-') ? [`${rule}: ${message.en}`] : [],
  );
};

const balancer = (subnets: string, groups = '[!Ref Group]'): string =>
  `  It: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: ${subnets}, SecurityGroups: ${groups}}}\n`;

describe('nothing is wrong with', () => {
  test.each([
    '[!Ref A, !Ref B]',
    '!Ref SubnetList',
    '!Ref Texts',
    '!Ref FromSsm',
    "!Split [',', !Ref Text]",
    "!Split [',', !ImportValue subnets]",
    "!Split [',', !GetAtt Nested.Outputs.Subnets]",
    '!If [Two, [!Ref A, !Ref B], [!Ref A]]',
    '!If [Two, !Ref SubnetList, [!Ref A]]',
    "!If [Two, !Split [',', !Ref Text], !Ref AWS::NoValue]",
    '[!Ref A, !If [Two, !Ref B, !Ref AWS::NoValue]]',
    '!FindInMap [ByRegion, !Ref AWS::Region, Subnets]',
    '!GetAtt Lookup.Subnets',
    '!GetAtt Lookup.Result',
    '!Ref AWS::NoValue',
    "[!Select [0, !Ref SubnetList], !Select [1, !Split [',', !Ref Text]]]",
    "{'Fn::Transform': {Name: Subnets, Parameters: {Subnets: one, SubnetId: two}}}",
  ])('subnets given as %s', (subnets) => {
    expect(faults(balancer(subnets))).toEqual([]);
  });

  test.each(['!GetAtt Alb.SecurityGroups', '[!GetAtt Vpc.DefaultSecurityGroup]', '!Ref Texts'])(
    'security groups given as %s',
    (groups) => {
      expect(faults(balancer('[!Ref A, !Ref B]', groups))).toEqual([]);
    },
  );

  test.each([
    [
      'of a nested stack',
      "AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://example.com/b.yaml', Parameters: {VpcId: !Ref Text, SubnetIds: !Join [',', [!Ref A, !Ref B]], Subnets: 'a,b', SecurityGroupIds: !Ref Group}}",
    ],
    [
      'of a custom resource',
      'Custom::Thing, Properties: {ServiceToken: arn, SubnetIds: !Ref A, VpcId: [one, two]}',
    ],
    [
      'of a custom resource by its long name',
      'AWS::CloudFormation::CustomResource, Properties: {ServiceToken: arn, SubnetIds: !Ref A, VpcId: Text}',
    ],
    [
      'of the environment of a function',
      "AWS::Lambda::Function, Properties: {Code: {ZipFile: ''}, Role: r, Handler: h, Runtime: nodejs22.x, Environment: {Variables: {SubnetIds: 'a,b', VpcId: none, SecurityGroupIds: !Ref Group}}}",
    ],
    [
      'of the environment of a SAM function',
      "AWS::Serverless::Function, Properties: {InlineCode: '', Handler: h, Runtime: nodejs22.x, Environment: {Variables: {SubnetIds: !Ref A, VpcId: none}}}",
    ],
    [
      'of the definition of a state machine',
      'AWS::StepFunctions::StateMachine, Properties: {RoleArn: r, DefinitionSubstitutions: {SubnetIds: !Ref A, VpcId: none}}',
    ],
    [
      'of metadata',
      'AWS::EC2::VPC, Metadata: {SubnetIds: text, VpcId: text}, Properties: {CidrBlock: 10.9.0.0/16}',
    ],
  ])('texts under names of properties, %s', (_, resource) => {
    expect(faults(`  It: {Type: ${resource}}\n`)).toEqual([]);
  });

  test('variables of a text that are named as properties', () => {
    const name = "!Sub ['${VpcId}-${SubnetIds}', {VpcId: text, SubnetIds: !Ref Text}]";

    expect(
      faults(
        `  It: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: ${name}}}\n`,
      ),
    ).toEqual([]);
  });
});

describe('a list is missing where', () => {
  test.each(['!Ref A', '!GetAtt A.SubnetId', 'subnet-0123456789abcdef0'])(
    'subnets are given as %s',
    (subnets) => {
      expect(faults(balancer(subnets))).toEqual([
        'template-wrong-shape: Subnets of It takes a list, not one value; put “- ” before it',
      ]);
    },
  );

  test('security groups are given as the default one of a VPC', () => {
    expect(faults(balancer('[!Ref A, !Ref B]', '!GetAtt Vpc.DefaultSecurityGroup'))).toEqual([
      'template-wrong-shape: SecurityGroups of It takes a list, not one value; put “- ” before it',
    ]);
  });
});

test('a list is too much where one subnet is named', () => {
  expect(
    faults(
      '  It: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-0123456789abcdef0, SubnetId: [!Ref A]}}\n',
    ),
  ).toEqual(['template-wrong-shape: SubnetId of It takes one value, not a list']);
});

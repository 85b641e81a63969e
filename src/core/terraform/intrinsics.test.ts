/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
import { describe, expect, it } from 'vitest';
import type { CfnValue } from '../cfn/template';
import { terraformOf, valueOf } from '../../testing/terraform/terraformOf';

const Vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const Endpoint = { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: { Ref: 'Vpc' }, ServiceName: 'x' } };
const Parameters = {
  Env: { Type: 'String', Default: 'dev' },
  Count: { Type: 'Number', Default: 2 },
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
};
const sections = {
  Parameters,
  Resources: { Vpc, Endpoint },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } },
  Mappings: { Images: { 'ap-northeast-1': { id: 'ami-1' } } },
};
const value = (given: Parameters<typeof valueOf>[0]): string => valueOf(given, sections);

describe('the intrinsic functions', () => {
  it('refer to resources, their attributes and parameters', () => {
    expect(value({ Ref: 'Vpc' })).toBe('aws_vpc.vpc.id');
    expect(value({ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] })).toBe('aws_vpc.vpc.cidr_block');
    expect(value({ 'Fn::GetAtt': 'Vpc.DefaultSecurityGroup' })).toBe('aws_vpc.vpc.default_security_group_id');
    expect(value({ Ref: 'Env' })).toBe('var.env');
  });

  it('put texts together', () => {
    expect(value({ 'Fn::Sub': 'a-${Env}-${Vpc}-${!Env}' })).toBe('"a-${var.env}-${aws_vpc.vpc.id}-$${Env}"');
    expect(value({ 'Fn::Sub': ['${X}', { X: { Ref: 'Env' } }] })).toBe('var.env');
    expect(value({ 'Fn::Join': ['-', ['a', { Ref: 'Env' }]] })).toBe('"a-${var.env}"');
    expect(value({ 'Fn::Join': [',', { Ref: 'Subnets' }] })).toBe('join(",", var.subnets)');
    expect(value({ 'Fn::Base64': { Ref: 'Env' } })).toBe('base64encode(var.env)');
  });

  it('take lists apart', () => {
    expect(value({ 'Fn::Select': [1, ['a', 'b']] })).toBe('"b"');
    expect(value({ 'Fn::Select': ['0', { Ref: 'Subnets' }] })).toBe('var.subnets[0]');
    expect(value({ 'Fn::Select': [{ Ref: 'Count' }, { Ref: 'Subnets' }] })).toBe('var.subnets[var.count2]');
    expect(value({ 'Fn::Split': [',', { Ref: 'Env' }] })).toBe('split(",", var.env)');
  });

  it('cut a block as CloudFormation does: by the bits that are left for hosts', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
    expect(value({ 'Fn::Select': [2, { 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }] })).toBe(
      'cidrsubnet("10.0.0.0/16", 8, 2)',
    );
    expect(value({ 'Fn::Select': [0, { 'Fn::Cidr': ['2001:db8::/56', 1, 64] }] })).toBe(
      'cidrsubnet("2001:db8::/56", 8, 0)',
    );
    expect(value({ 'Fn::Cidr': ['10.0.0.0/16', 2, '4'] })).toBe(
      '[cidrsubnet("10.0.0.0/16", 12, 0), cidrsubnet("10.0.0.0/16", 12, 1)]',
    );
    const first = (block: CfnValue): string =>
      value({ 'Fn::Select': [0, { 'Fn::Cidr': [block, 1, 8] }] }).replace(/\s+/g, ' ');
    expect(first({ 'Fn::GetAtt': 'Vpc.CidrBlock' })).toBe('cidrsubnet(aws_vpc.vpc.cidr_block, 8, 0)');
    expect(first({ Ref: 'Env' })).toBe(
      'cidrsubnet( var.env, ((strcontains(var.env, ":") ? 128 : 32) - 8) - split("/", var.env)[1], 0 )',
    );
  });

  it('cut a block whose length only AWS or a parameter tells by what it turns out to be', () => {
    const Resources = {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: { Ref: 'Block' } } },
      Ipv6: {
        Type: 'AWS::EC2::VPCCidrBlock',
        Properties: { VpcId: { Ref: 'Vpc' }, AmazonProvidedIpv6CidrBlock: true },
      },
    };
    const first = (block: CfnValue, bits: number): string =>
      valueOf(
        { 'Fn::Select': [0, { 'Fn::Cidr': [block, 1, bits] }] },
        { Parameters: { Block: { Type: 'String' } }, Resources },
      ).replace(/\s+/g, ' ');

    expect(first({ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }, 8)).toBe(
      'cidrsubnet(aws_vpc.vpc.cidr_block, 24 - split("/", aws_vpc.vpc.cidr_block)[1], 0)',
    );
    expect(first({ 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc', 'Ipv6CidrBlocks'] }] }, 64)).toMatch(
      /^cidrsubnet\( ?(aws_vpc_ipv6_cidr_block_association\.ipv6\.ipv6_cidr_block), 64 - split\("\/", \1\)\[1\], 0 ?\)$/,
    );
  });

  it('choose, and look up', () => {
    expect(value({ 'Fn::If': ['IsProd', 'a', { Ref: 'AWS::NoValue' }] })).toBe('local.is_prod ? "a" : null');
    expect(value({ 'Fn::FindInMap': ['Images', { Ref: 'AWS::Region' }, 'id'] })).toBe(
      'local.images[data.aws_region.current.region]["id"]',
    );
    expect(value({ 'Fn::FindInMap': ['Images', 'x', 'id', { DefaultValue: 'y' }] })).toBe(
      'try(local.images["x"]["id"], "y")',
    );
    expect(value({ 'Fn::ToJsonString': { a: 1 } })).toBe('jsonencode({\n    a = 1\n  })');
    expect(value({ 'Fn::Length': { Ref: 'Subnets' } })).toBe('length(var.subnets)');
  });

  it('know where and what they are in', () => {
    expect(value({ Ref: 'AWS::AccountId' })).toBe('data.aws_caller_identity.current.account_id');
    expect(value({ Ref: 'AWS::Partition' })).toBe('data.aws_partition.current.partition');
    expect(value({ Ref: 'AWS::URLSuffix' })).toBe('data.aws_partition.current.dns_suffix');
    expect(value({ Ref: 'AWS::StackName' })).toBe('var.stack_name');
    expect(value({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] })).toBe(
      'data.aws_availability_zones.available.names[0]',
    );
    expect(value({ 'Fn::Select': [0, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] })).toBe(
      'data.aws_availability_zones.available.names[0]',
    );
    expect(terraformOf({ Outputs: { X: { Value: { 'Fn::GetAZs': 'us-east-1' } } } }).main).toContain(
      'region = "us-east-1"',
    );
  });

  it('take an entry of an endpoint apart without taking a text apart', () => {
    const entry = { 'Fn::Select': [0, { 'Fn::GetAtt': ['Endpoint', 'DnsEntries'] }] };

    expect(value({ 'Fn::Select': [1, { 'Fn::Split': [':', entry] }] })).toBe(
      'aws_vpc_endpoint.endpoint.dns_entry[0].dns_name',
    );
    expect(value({ 'Fn::Select': [0, { 'Fn::Split': [':', entry] }] })).toBe(
      'aws_vpc_endpoint.endpoint.dns_entry[0].hosted_zone_id',
    );
  });

  it('become a variable where Terraform has nothing like them, with a remark', () => {
    const { outputs, variables, remarks } = terraformOf({
      ...sections,
      Outputs: {
        A: { Value: { 'Fn::ImportValue': 'shared-vpc' } },
        B: { Value: { 'Fn::GetAtt': ['Vpc', 'Whatever'] } },
        C: { Value: { 'Fn::Transform': { Name: 'X' } } },
        D: { Value: { Ref: 'Nothing' } },
      },
    });

    expect(outputs.match(/value = (.*)/g)).toEqual([
      'value = var.shared_vpc',
      'value = var.vpc_whatever',
      'value = var.x',
      'value = var.nothing',
    ]);
    expect(variables).toContain('description = "What another stack exports as shared-vpc"');
    expect(remarks).toHaveLength(3);
    expect(remarks[0]).toBe(
      'Fn::GetAtt Vpc.Whatever has no equivalent in Terraform: a variable stands for it',
    );
  });

  it('look up what a dynamic reference names', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    expect(value('{{resolve:ssm:/ami/latest}}')).toBe('data.aws_ssm_parameter.ami_latest.insecure_value');
    expect(
      terraformOf({ Outputs: { X: { Value: 'a {{resolve:secretsmanager:db:SecretString:password}} b' } } })
        .outputs,
    ).toContain('"a ${jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]} b"');
  });

  it('look up what functions put together, as of a secret of the template, a version or a stage of it', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    const mainOf = (output: CfnValue): string =>
      terraformOf({
        Parameters: { Stage: { Type: 'String' } },
        Resources: { Db: { Type: 'AWS::EC2::VPC', Properties: {} } },
        Outputs: { X: { Value: output } },
      }).main;

    expect(value({ 'Fn::Sub': '{{resolve:ssm:/net/${AWS::Partition}/cidr:3}}' })).toBe(
      'data.aws_ssm_parameter.net_data_aws_partition_current_partition_cidr_3.insecure_value',
    );
    expect(mainOf({ 'Fn::Sub': '{{resolve:ssm:/net/${Stage}/cidr:3}}' })).toContain(
      'name = "/net/${var.stage}/cidr:3"',
    );
    expect(
      mainOf({
        'Fn::Join': [
          '',
          ['{{resolve:secretsmanager:', { Ref: 'Db' }, ':SecretString:password:AWSPREVIOUS:}}'],
        ],
      }),
    ).toContain('  secret_id     = aws_vpc.db.id\n  version_stage = "AWSPREVIOUS"');
    expect(
      mainOf(
        '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3:SecretString::AWSCURRENT:}}',
      ),
    ).toContain('secret_id     = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3"');
  });

  it('keep a dynamic reference that Terraform cannot look up, and say so', () => {
    const { outputs, remarks } = terraformOf({
      Outputs: { X: { Value: { 'Fn::Join': ['', ['{{resolve:other:', 'x', '}}']] } } },
    });

    expect(outputs).toContain('"{{resolve:other:x}}"');
    expect(remarks).toEqual([
      'A {{resolve:…}} reference is not one that Terraform can look up; it was kept as a text',
    ]);
  });
});

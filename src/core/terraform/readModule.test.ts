import { describe, expect, it } from 'vitest';
import { terraformOf } from '../../testing/terraform/terraformOf';

const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };

describe('parameters', () => {
  it('are variables with all that CloudFormation checks', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
    const { variables } = terraformOf({
      Parameters: {
        Size: {
          Type: 'String',
          Default: 'small',
          AllowedValues: ['small', 'large'],
          Description: 'How large',
        },
        Port: { Type: 'Number', Default: '443', MinValue: 1, MaxValue: 65535 },
        Blocks: {
          Type: 'CommaDelimitedList',
          Default: '10.0.0.0/8, 172.16.0.0/12',
          AllowedPattern: '[0-9./]+',
        },
        Password: { Type: 'String', NoEcho: true, MinLength: 8, ConstraintDescription: 'at least 8' },
      },
    });

    expect(variables).toBe(`variable "size" {
  description = "How large"
  type        = string
  default     = "small"

  validation {
    condition     = contains(["small", "large"], var.size)
    error_message = "size must be one of: small, large."
  }
}

variable "port" {
  type    = number
  default = 443

  validation {
    condition     = var.port >= 1
    error_message = "port must be at least 1."
  }

  validation {
    condition     = var.port <= 65535
    error_message = "port must be at most 65535."
  }
}

variable "blocks" {
  type    = list(string)
  default = ["10.0.0.0/8", "172.16.0.0/12"]

  validation {
    condition     = alltrue([for each in var.blocks : can(regex("^(?:[0-9./]+)$", each))])
    error_message = "blocks must be of the form [0-9./]+."
  }
}

variable "password" {
  type      = string
  sensitive = true

  validation {
    condition     = length(var.password) >= 8
    error_message = "at least 8"
  }
}
`);
  });

  it('of Systems Manager name what is looked up', () => {
    const { main, variables } = terraformOf({
      Parameters: { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/ami' } },
      Resources: { Web: { Type: 'AWS::EC2::Instance', Properties: { ImageId: { Ref: 'Image' } } } },
    });

    expect(variables).toContain('type    = string\n  default = "/ami"');
    expect(main).toContain('data "aws_ssm_parameter" "image" {\n  name = var.image\n}');
    expect(main).toContain('ami = data.aws_ssm_parameter.image.insecure_value');
  });

  it('that only Java can check are said', () => {
    const { variables, remarks } = terraformOf({
      Parameters: { Name: { Type: 'String', AllowedPattern: '(?!x).*' } },
    });

    expect(variables).not.toContain('validation');
    expect(remarks).toEqual([
      "Name: AllowedPattern (?!x).* is no regular expression of Terraform's; it is not checked",
    ]);
  });
});

describe('conditions', () => {
  const Conditions = {
    IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
    IsLarge: {
      'Fn::And': [{ Condition: 'IsProd' }, { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Count' }, 1] }] }],
    },
  };
  const Parameters = { Env: { Type: 'String', Default: 'dev' }, Count: { Type: 'Number', Default: 1 } };

  it('are local values', () => {
    const { main } = terraformOf({ Parameters, Conditions });

    expect(main).toBe(
      'locals {\n  is_prod  = var.env == "prod"\n  is_large = local.is_prod && (tostring(var.count2) != "1")\n}\n',
    );
  });

  it('count resources, and what refers to them takes the first', () => {
    const { main, outputs } = terraformOf({
      Parameters,
      Conditions,
      Resources: {
        Vpc: { ...vpc, Condition: 'IsProd' },
        Subnet: {
          Type: 'AWS::EC2::Subnet',
          Condition: 'IsProd',
          DependsOn: 'Vpc',
          Properties: {
            VpcId: { Ref: 'Vpc' },
            CidrBlock: { 'Fn::If': ['IsLarge', '10.0.0.0/20', '10.0.0.0/24'] },
          },
        },
      },
      Outputs: { Id: { Condition: 'IsProd', Value: { Ref: 'Vpc' } } },
    });

    expect(main).toContain(
      'resource "aws_vpc" "vpc" {\n  count = local.is_prod ? 1 : 0\n\n  cidr_block = "10.0.0.0/16"\n}',
    );
    expect(main).toContain('vpc_id     = aws_vpc.vpc[0].id');
    expect(main).toContain('cidr_block = local.is_large ? "10.0.0.0/20" : "10.0.0.0/24"');
    // It waits for what it refers to in any case.
    expect(main).not.toContain('depends_on');
    expect(outputs).toContain('value = local.is_prod ? aws_vpc.vpc[0].id : null');
  });

  it('that come to true or false are said as what they are', () => {
    const { main } = terraformOf({
      Parameters,
      Conditions,
      Resources: {
        Vpc: {
          ...vpc,
          Properties: {
            EnableDnsSupport: { 'Fn::If': ['IsProd', true, 'false'] },
            EnableDnsHostnames: { 'Fn::If': ['IsProd', false, true] },
          },
        },
      },
    });

    expect(main).toContain('enable_dns_support   = local.is_prod\n  enable_dns_hostnames = !local.is_prod');
  });

  it('make blocks, rules and tags that are there only sometimes', () => {
    const { main } = terraformOf({
      Parameters,
      Conditions,
      Resources: {
        Group: {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: {
            GroupDescription: 'x',
            SecurityGroupIngress: [
              {
                'Fn::If': [
                  'IsProd',
                  { IpProtocol: 'tcp', FromPort: 1, ToPort: 1, CidrIp: '0.0.0.0/0' },
                  { Ref: 'AWS::NoValue' },
                ],
              },
            ],
            Tags: [
              { Key: 'A', Value: 'a' },
              { 'Fn::If': ['IsProd', { Key: 'B', Value: 'b' }, { Ref: 'AWS::NoValue' }] },
            ],
          },
        },
        List: {
          Type: 'AWS::EC2::PrefixList',
          Properties: {
            PrefixListName: 'x',
            AddressFamily: 'IPv4',
            Entries: { 'Fn::If': ['IsProd', [{ Cidr: '10.0.0.0/8' }], { Ref: 'AWS::NoValue' }] },
          },
        },
      },
    });

    expect(main).toContain(
      'resource "aws_vpc_security_group_ingress_rule" "group_ingress" {\n  count = local.is_prod ? 1 : 0\n',
    );
    expect(main.replace(/\s+/g, ' ')).toContain(
      'tags = merge( { A = "a" }, local.is_prod ? { B = "b" } : {} )',
    );
    expect(main).toContain('dynamic "entry" {\n    for_each = local.is_prod ? [1] : []\n');
  });

  it('of a secret tell nobody the secret', () => {
    const { main } = terraformOf({
      Parameters: { Key: { Type: 'String', NoEcho: true } },
      Conditions: { HasKey: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Key' }, ''] }] } },
    });

    expect(main).toContain('has_key = nonsensitive(var.key != "")');
  });

  it('that go in a circle are false, and said', () => {
    const { main, remarks } = terraformOf({
      Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } },
    });

    expect(main).toBe('locals {\n  a = false\n  b = false\n}\n');
    expect(remarks).toHaveLength(2);
  });
});

describe('outputs', () => {
  it('of what is looked up as a secret are secrets, those of plain parameters are not', () => {
    // https://developer.hashicorp.com/terraform/language/manage-sensitive-data
    const { outputs } = terraformOf({
      Outputs: {
        Secret: { Value: '{{resolve:secretsmanager:db:SecretString:user}}' },
        Secure: { Value: '{{resolve:ssm-secure:/db/password}}' },
        Plain: { Value: '{{resolve:ssm:/net/cidr}}' },
      },
    });

    expect(outputs.match(/sensitive = true/g)).toHaveLength(2);
    expect(outputs).toContain(
      'output "plain" {\n  value = data.aws_ssm_parameter.net_cidr.insecure_value\n}',
    );
    expect(outputs).toContain(
      'value     = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["user"]\n',
    );
  });
});

describe('loops', () => {
  it('are written out, those over a parameter for its default', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
    const { main, remarks } = terraformOf({
      Transform: 'AWS::LanguageExtensions',
      Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'Red,Blue' } },
      Resources: {
        'Fn::ForEach::Vpcs': [
          'Name',
          { Ref: 'Names' },
          {
            'Vpc${Name}': {
              ...vpc,
              Properties: { ...vpc.Properties, Tags: [{ Key: 'Name', Value: { Ref: 'Name' } }] },
            },
          },
        ],
      },
    });

    expect(main).toContain('resource "aws_vpc" "vpc_red" {');
    expect(main).toContain('Name = "Blue"');
    expect(remarks).toEqual(['Fn::ForEach::Vpcs was written out for the default of the parameter Names']);
  });
});

describe('what Terraform cannot say', () => {
  it('stands as a comment, and is remarked', () => {
    const { main, remarks } = terraformOf({
      Resources: {
        Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: 'x' } },
        Vpc: { ...vpc, Properties: { ...vpc.Properties, Unheard: { of: 1 } } },
        'Fn::ForEach::Many': ['x', { Ref: 'Unknown' }, { 'Vpc${x}': vpc }],
      },
      Transform: 'Some::Macro',
    });

    expect(main).toContain(
      '# Not carried over: Thing, of the type Custom::Thing\n# {"ServiceToken":"x"}\n\nresource',
    );
    expect(main).toContain('# Not carried over: Unheard {"of":1}');
    expect(remarks).toEqual([
      'Thing (Custom::Thing) is of no type that can be written for Terraform; it stands as a comment',
      'Vpc: Unheard has no equivalent here; it stands as a comment',
      'Fn::ForEach::Many (?) is of no type that can be written for Terraform; it stands as a comment',
      'The section Transform has no equivalent in Terraform and was left out',
    ]);
  });

  it('is not waited for, but what it waits for is', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html
    const { main, remarks } = terraformOf({
      Resources: {
        First: vpc,
        Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
        Wait: {
          Type: 'AWS::CloudFormation::WaitCondition',
          DependsOn: 'First',
          Properties: { Handle: { Ref: 'Handle' }, Count: 1 },
        },
        Second: { ...vpc, DependsOn: ['Wait'] },
      },
    });

    expect(main).toContain('depends_on = [aws_vpc.first]');
    expect(main).not.toContain('awscc');
    expect(remarks).toHaveLength(2);
  });

  it('of types without a table goes to the provider of Cloud Control', () => {
    const { main, remarks } = terraformOf({
      Resources: {
        Path: {
          Type: 'AWS::EC2::NetworkInsightsPath',
          Properties: { Protocol: 'tcp', DestinationPort: '443', Tags: [{ Key: 'Name', Value: 'x' }] },
        },
      },
    });

    expect(main).toBe(`resource "awscc_ec2_network_insights_path" "path" {
  protocol         = "tcp"
  destination_port = 443
  tags = [
    {
      key   = "Name"
      value = "x"
    },
  ]
}
`);
    expect(remarks).toHaveLength(1);
  });

  it('keeps what must not be deleted', () => {
    const { main, remarks } = terraformOf({
      Resources: { Vpc: { ...vpc, DeletionPolicy: 'Retain', Metadata: { a: 1 } } },
    });

    expect(main).toContain('  lifecycle {\n    prevent_destroy = true\n  }');
    expect(remarks).toHaveLength(2);
  });
});

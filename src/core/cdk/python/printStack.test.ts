/** What the code looks like. That it is right, `npm run prove:python` shows with the real library. */
import { describe, expect, test } from 'vitest';
import type { CfnTemplate } from '../../cfn/template';
import { readStack } from '../stackProgram';
import { formatPart, stringLiteral } from './literals';
import { printStack } from './printStack';

const template: CfnTemplate = {
  Description: 'A "network"',
  Parameters: {
    Stage: { Type: 'String', Default: 'dev', Description: 'Which one """ it is' },
    KeyName: { Type: 'AWS::EC2::KeyPair::KeyName' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Port: { Type: 'Number', Default: '443' },
  },
  Resources: {
    Vpc: {
      Type: 'AWS::EC2::VPC',
      Properties: {
        CidrBlock: '10.0.0.0/16',
        Tags: [{ Key: 'Name', Value: { 'Fn::Sub': '${Stage}-{vpc}:${Port}' } }],
      },
    },
    Web: {
      Type: 'AWS::EC2::Instance',
      DependsOn: 'Vpc',
      DeletionPolicy: 'Retain',
      Properties: {
        KeyName: { Ref: 'KeyName' },
        AvailabilityZone: { 'Fn::Select': [0, { Ref: 'Zones' }] },
        NetworkInterfaces: [
          { DeviceIndex: '0', GroupSet: [{ 'Fn::GetAtt': ['Vpc', 'DefaultSecurityGroup'] }] },
        ],
      },
    },
  },
  Outputs: {},
};

test('a template is a class with keyword arguments for its parameters', () => {
  expect(printStack(readStack(template), 'NetworkStack')).toBe(`from typing import Sequence

import aws_cdk as cdk
from aws_cdk import aws_ec2 as ec2
from constructs import Construct


class NetworkStack(cdk.Stack):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: str = "dev",
        key_name: str | None = None,
        zones: Sequence[str] = ("a", "b"),
        port: float = 443,
        **kwargs,
    ) -> None:
        """
        Args:
            stage: Which one ''' it is
        """
        kwargs.setdefault("description", "A \\"network\\"")
        super().__init__(scope, construct_id, **kwargs)

        zones = list(zones)
        key_name = cdk.CfnParameter(
            self,
            "KeyName",
            type="AWS::EC2::KeyPair::KeyName",
        ).value_as_string if key_name is None else key_name

        vpc = ec2.CfnVPC(
            self,
            "Vpc",
            cidr_block="10.0.0.0/16",
            tags=[cdk.CfnTag(key="Name", value=f"{stage}-{{vpc}}:{port}")],
        )

        web = ec2.CfnInstance(
            self,
            "Web",
            key_name=key_name,
            availability_zone=cdk.Fn.select(0, zones),
            network_interfaces=[
                ec2.CfnInstance.NetworkInterfaceProperty(
                    device_index="0",
                    group_set=[vpc.attr_default_security_group],
                ),
            ],
        )
        web.cfn_options.deletion_policy = cdk.CfnDeletionPolicy.RETAIN

        web.node.add_dependency(vpc)
`);
});

describe('a text as a literal', () => {
  test.each([
    ['it\'s "so"', '"it\'s \\"so\\""'],
    ['a\\', '"a\\\\"'],
    ['two\nlines\r', '"two\\nlines\\r"'],
    ['\u2028\u0000\u202e', '"\\u2028\\u0000\\u202e"'],
    ['\ud800', '"\\ud800"'],
    ['日本 😀', '"日本 😀"'],
    ['\u{e0001}', '"\\U000e0001"'],
  ])('%j is %s', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  test('in an f-string braces are doubled', () => {
    expect(formatPart('{x} and \\N{DASH}')).toBe('{{x}} and \\\\N{{DASH}}');
  });
});

import { expect, test } from 'vitest';
import { readStack } from './stackProgram';

test('what the CDK puts into a stack itself is not made a second time', () => {
  const { parameters, resources, remarks } = readStack({
    Parameters: {
      BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/x/version' },
      Own: { Type: 'String', Default: 'a' },
    },
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: 'v2' } },
    },
    Outputs: {},
    others: { Rules: { CheckBootstrapVersion: { Assertions: [] } } },
  });

  expect(parameters.map(({ name }) => name)).toEqual(['Own']);
  expect(resources.map(({ id }) => id)).toEqual(['Vpc']);
  expect(remarks).toEqual([]);
});

test('a rule of one’s own is still told to be left out', () => {
  const { remarks } = readStack({
    Parameters: {},
    Resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } } },
    Outputs: {},
    others: { Rules: { Mine: { Assertions: [] }, CheckBootstrapVersion: { Assertions: [] } } },
  });

  expect(remarks.map(({ en }) => en)).toEqual(['Rules cannot be said in CDK code and was left out']);
});

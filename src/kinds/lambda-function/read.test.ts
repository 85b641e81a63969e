import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
`;

test('a Lambda function is read with its subnets and groups', () => {
  const { the, logicalId } = imported(
    catalog,
    `${network}
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.main
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: bucket, S3Key: key }
      VpcConfig: { SubnetIds: [!Ref A, !Ref B], SecurityGroupIds: [!Ref Group] }
`,
  );

  const lambda = the('lambda-function', 'Fn');
  expect(logicalId(lambda.parentId)).toBe('A');
  expect(lambda.props).toEqual({
    runtime: 'nodejs22.x',
    handler: 'app.main',
    subnets: { [the('subnet', 'B').id]: true },
    securityGroups: { [the('security-group', 'Group').id]: true },
  });
});

test('the default group of a VPC is what no group stands for', () => {
  const { the, faults } = imported(
    catalog,
    `${network}
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: pass }
      VpcConfig: { SubnetIds: [!Ref A], SecurityGroupIds: [!GetAtt Vpc.DefaultSecurityGroup] }
`,
  );

  expect(the('lambda-function', 'Fn').props.securityGroups).toEqual({});
  expect(faults).toEqual([]);
});

test('a Lambda function in no VPC stands in the Region', () => {
  const { document, the } = imported(
    catalog,
    `${network}
  Fn: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Handler: a.b, Role: !GetAtt Role.Arn, Code: { ZipFile: pass } } }
`,
  );

  const parent = document.resources.get(the('lambda-function', 'Fn').parentId ?? '');
  expect(parent?.kind).toBe('region');
});

test('a Lambda function whose whole VpcConfig is an expression that cannot be evaluated is not drawn', () => {
  const { document } = imported(
    catalog,
    `Parameters: { Inside: { Type: String } }
Conditions: { Inside: !Equals [!Ref Inside, 'yes'] }
${network}
  Fn: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Handler: a.b, Role: !GetAtt Role.Arn, Code: { ZipFile: pass }, VpcConfig: !If [Inside, { SubnetIds: [!Ref A], SecurityGroupIds: [] }, !Ref AWS::NoValue] } }
`,
  );

  expect([...document.resources.values()].map(({ kind }) => kind)).not.toContain('lambda-function');
});

test('a function of SAM is a Lambda function', () => {
  const { the, logicalId } = imported(
    catalog,
    `
Transform: AWS::Serverless-2016-10-31${network}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src/
      VpcConfig: { SubnetIds: [!Ref B], SecurityGroupIds: [!Ref Group] }
`,
  );

  expect(logicalId(the('lambda-function', 'Fn').parentId)).toBe('B');
});

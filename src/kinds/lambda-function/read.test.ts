import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
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

const ofSam = (tags: string): string => `# written by hand
Transform: AWS::Serverless-2016-10-31${network}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler   # the entry
      CodeUri: src/${tags}
      VpcConfig: { SubnetIds: [!Ref B], SecurityGroupIds: [!Ref Group] }
`;

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-tags */
test.each([
  ['without tags', '', 'Fn'],
  ['with a name', '\n      Tags: { Name: Old, Team: core }', 'Old'],
])('the name of a function of SAM %s is written into its map of tags', (_, tags, name) => {
  const text = ofSam(tags);
  const { document, the } = imported(catalog, text);
  const { id, name: read } = the('lambda-function', 'Fn');
  expect(read).toBe(name);

  const renamed = runCommand({ catalog }, document, call('renameResource', { id, name: 'Worker' }));
  const { text: written } = templateText(exportTemplate(catalog, renamed).template, 'yaml');

  expect(imported(catalog, written).the('lambda-function', 'Fn').name).toBe('Worker');
  const added = written.split('\n').filter((line) => !text.split('\n').includes(line));
  expect(added.join('\n')).toContain('Name: Worker');
  expect(added.every((line) => /Tags|Name/.test(line))).toBe(true);
  expect(written.includes('Team: core')).toBe(tags !== '');
});

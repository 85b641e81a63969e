import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
${text}`,
  );

test('a VPC endpoint that does not say its type is a gateway endpoint', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
  const { the, logicalId } = read(`
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.s3', RouteTableIds: [!Ref Table] }
`);

  const endpoint = the('gateway-endpoint', 'S3');
  expect(logicalId(endpoint.parentId)).toBe('Vpc');
  expect(endpoint.props).toEqual({
    service: 's3',
    routeTables: { [the('route-table', 'Table').id]: true },
    addressType: 'ipv4',
    policy: '',
  });
});

test.each([
  ["!Join ['', [com.amazonaws., !Ref 'AWS::Region', .dynamodb]]", 'dynamodb'],
  ['com.amazonaws.ap-northeast-1.s3', 's3'],
  ['com.amazonaws.us-east-1.s3', 'com.amazonaws.us-east-1.s3'],
])('the service name %s is read as %s', (text, service) => {
  const { the } = read(`
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Gateway, VpcId: !Ref Vpc, ServiceName: ${text} } }
`);

  expect(the('gateway-endpoint', 'Endpoint').props.service).toBe(service);
});

test('an endpoint policy is kept as its JSON', () => {
  const { the } = read(`
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: com.amazonaws.ap-northeast-1.s3
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*' }] }
`);

  expect(JSON.parse(the('gateway-endpoint', 'S3').props.policy as string)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
  });
});

test('an endpoint of a type that is not followed is not taken for another one', () => {
  const { document } = read(`
  Gwlb: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: ServiceNetwork, VpcId: !Ref Vpc, ServiceNetworkArn: arn:aws:vpc-lattice:ap-northeast-1:123456789012:servicenetwork/sn-1 } }
`);

  const kinds = [...document.resources.values()].map(({ kind }) => kind);
  expect(kinds).not.toContain('gateway-endpoint');
  expect(kinds).not.toContain('interface-endpoint');
});

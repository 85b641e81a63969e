/** Workloads whose template names no subnet for them. */
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const files = {
  'net.yaml': `
Parameters: { ExistingGroup: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Https: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }
  Inside: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Https] } }
  Public:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref Subnet, AssociatePublicIpAddress: true, GroupSet: [!Ref Https] }]
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890 } }
  Db: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, DBInstanceClass: db.t4g.micro, AllocatedStorage: '20' } }
  OldDb: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, DBInstanceClass: db.t4g.micro, DBSubnetGroupName: !Ref ExistingGroup } }
  Tasks: { Type: AWS::ECS::Service, Properties: { LaunchType: FARGATE, TaskDefinition: app, NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED } } } }
  Fn: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Handler: index.handler, Role: 'arn:aws:iam::123456789012:role/x', Code: { ZipFile: pass } } }
`,
};
const trace = (from: string, to: string) =>
  vpcanvas(`trace net.yaml --from ${from} --to ${to} --format json`, files);

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
test.each([
  ['Web', 'service:s3'],
  ['Web', 'Inside'],
  ['Inside', 'Web'],
  ['internet', 'Web'],
  ['Inside', 'Db'],
  ['Inside', 'OldDb'],
])(
  'where AWS puts an instance or a database without a subnet is not in the design: %s to %s cannot be said',
  async (from, to) => {
    const { status, json } = await trace(from, to);

    expect(status).toBe(3);
    expect(json).toMatchObject({
      verdict: 'unknown',
      blockedBy: [],
      unknowns: [expect.stringContaining('not in the design')],
    });
  },
);

test('a service without subnets for its tasks is one that ECS refuses, and stays blocked', async () => {
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
  const { status, json } = await trace('Tasks', 'service:s3');

  expect(status).toBe(1);
  expect(json).toMatchObject({ blockedBy: [{ resource: 'Tasks', code: 'not-attached' }] });
});

// https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
test.each([
  ['service:s3', 'exits-to-service'],
  ['internet', 'exits-to-internet'],
  ['Public', 'delivered'],
])('a Lambda function in no VPC reaches what is public, without a gateway: %s', async (to, disposition) => {
  const { status, json } = await trace('Fn', to);

  expect(status).toBe(0);
  expect(json).toMatchObject({ verdict: 'reachable', forward: { disposition } });
});

test('a Lambda function in no VPC reaches nothing private, and nothing reaches it by an address', async () => {
  const there = await trace('Fn', 'Inside');
  const address = await trace('Fn', '10.0.0.10');
  const back = await trace('Inside', 'Fn');

  expect(there.json).toMatchObject({ verdict: 'blocked', blockedBy: [{ code: 'no-public-address' }] });
  expect(address.json).toMatchObject({ verdict: 'blocked', blockedBy: [{ code: 'no-such-host' }] });
  expect(back.json).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'Fn', code: 'not-attached' }],
  });
});

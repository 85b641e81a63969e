/** What `--to dns:NAME` and `--to service:NAME` mean, and which of them mean nothing. */
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const network = (
  region: string,
  vpc = 'EnableDnsHostnames: true',
  block = '10.0.0.0/16',
  address = '10.0.0.5',
) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${block}, ${vpc} } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 2, 8]] } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Https: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref Subnet, AssociatePublicIpAddress: true, GroupSet: [!Ref Https] }]
  Db: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref Subnet, PrivateIpAddress: ${address}, SecurityGroupIds: [!Ref Https] } }
  New: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.${region}.brand-new, SubnetIds: [!Ref Subnet], SecurityGroupIds: [!Ref Https] } }
`;
const trace = (to: string, text = network('ap-northeast-1'), region = 'ap-northeast-1') =>
  vpcanvas(`trace net.yaml --region ${region} --from Web --to ${to} --format json`, { 'net.yaml': text });

test.each(['example.com', 'www.example.co.jp', 'a.b.c.cloudfront.net'])(
  'a public name leads to public addresses: %s',
  async (name) => {
    const { status, json } = await trace(`dns:${name}`);

    expect(status).toBe(0);
    expect(json).toMatchObject({ resolution: { name, answers: ['internet'] } });
  },
);

// https://www.iana.org/assignments/special-use-domain-names/special-use-domain-names.xhtml
test.each([
  'db.corp.internal',
  'printer.local',
  'localhost',
  'app.localhost',
  'db',
  'router.home.arpa',
  'server.lan',
  'x.invalid',
  '5.0.0.10.in-addr.arpa',
])('a name that the public DNS never has is not resolved: %s', async (name) => {
  const { status, json } = await trace(`dns:${name}`);

  expect(status).toBe(1);
  expect(json).toMatchObject({
    verdict: 'blocked',
    resolution: { name, answers: [] },
    forward: { disposition: 'unresolved-name' },
    return: null,
    blockedBy: [{ resource: null, code: 'unresolved-name', analyzerCode: null }],
  });
});

test.each([
  'a..b.com',
  '-a.example.com',
  'a-.example.com',
  'under score.com'.replace(' ', '~'),
  '*.example.com',
  '1.2.3',
  '10.0.0.5',
  `${'a'.repeat(64)}.com`,
])('what has not the form of a host name is no question: %s', async (name) => {
  const { status, err } = await trace(`dns:${name}`);

  expect(status).toBe(2);
  expect(err).toMatch(/names no host|is an address/);
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
test.each([
  ['ap-northeast-1', 'ip-10-0-0-5.ap-northeast-1.compute.internal'],
  ['us-east-1', 'ip-10-0-0-5.ec2.internal'],
])('DN1 the resolver of a VPC in %s answers %s with the address in it', async (region, name) => {
  const { status, json } = await trace(`dns:${name}`, network(region), region);

  expect(status).toBe(0);
  expect(json).toMatchObject({
    resolution: { name, answers: ['10.0.0.5'], because: expect.stringContaining('Vpc') as string },
    forward: { disposition: 'delivered' },
  });
});

test.each([
  ['ap-northeast-1', 'ip-10-0-0-5.ec2.internal'],
  ['us-east-1', 'ip-10-0-0-5.us-east-1.compute.internal'],
  ['us-east-1', 'ip-10-0-0-5.ap-northeast-1.compute.internal'],
  ['us-east-1', 'ip-10-0-0-555.ec2.internal'],
  ['us-east-1', 'db.ec2.internal'],
])('DN1 in %s there is no name such as %s', async (region, name) => {
  const { status, json } = await trace(`dns:${name}`, network(region), region);

  expect(status).toBe(1);
  expect(json).toMatchObject({ blockedBy: [{ code: 'unresolved-name' }] });
});

test('DN1 an address outside RFC 1918 has a name in its own VPC only', async () => {
  const name = 'dns:ip-100-64-0-5.ap-northeast-1.compute.internal';

  const inside = await trace(
    name,
    network('ap-northeast-1', 'EnableDnsHostnames: true', '100.64.0.0/16', '100.64.0.5'),
  );
  const outside = await trace(name);

  expect(inside.status).toBe(0);
  expect(outside.json).toMatchObject({ blockedBy: [{ code: 'unresolved-name' }] });
});

test.each(['EnableDnsHostnames: false', 'EnableDnsHostnames: true, EnableDnsSupport: false'])(
  'DN1 DN4 private names of instances need both DNS attributes: not with %s',
  async (attributes) => {
    const { status, json } = await trace(
      'dns:ip-10-0-0-5.ap-northeast-1.compute.internal',
      network('ap-northeast-1', attributes),
    );

    expect(status).toBe(1);
    expect(json).toMatchObject({
      forward: { disposition: 'unresolved-name' },
      blockedBy: [{ resource: 'Vpc', code: 'unresolved-name' }],
    });
  },
);

test('a name made of an instance’s id cannot be told from the design', async () => {
  const { status } = await trace('dns:i-0123456789abcdef0.ap-northeast-1.compute.internal');

  expect(status).toBe(3);
});

test.each([
  'vpce-0123456789abcdef0-abcdefgh.ssm.ap-northeast-1.vpce.amazonaws.com',
  'db.abc123.ap-northeast-1.rds.amazonaws.com',
  'app-123456.ap-northeast-1.elb.amazonaws.com',
])('a name that AWS gives to a resource says nothing of its addresses: %s', async (name) => {
  const { status, json } = await trace(`dns:${name}`);

  expect(status).toBe(3);
  expect(json).toMatchObject({ unknowns: [expect.stringContaining('name the resource itself')] });
});

test('the public name of an instance is the address in it', async () => {
  const { json } = await trace('dns:ec2-203-0-113-25.ap-northeast-1.compute.amazonaws.com');

  expect(json).toMatchObject({ verdict: 'reachable', resolution: { answers: ['203.0.113.25'] } });
});

test.each([
  's3',
  'ecr.api',
  'bedrock-runtime',
  'ssm-fips',
  'iam',
  'com.amazonaws.ap-northeast-1.sqs',
  'aws.sagemaker.ap-northeast-1.notebook',
])('a service that AWS documents is one: %s', async (name) => {
  expect((await trace(`service:${name}`)).status).toBe(0);
});

test('a full name is the service of the Region in it', async () => {
  const { json } = await trace('service:com.amazonaws.us-west-2.s3');

  expect(json).toMatchObject({ resolution: { name: 's3.us-west-2.amazonaws.com' } });
});

test('a service that only the design knows is one', async () => {
  const { status } = await trace('service:brand-new');

  expect(status).toBe(0);
});

test.each([
  ['nonsense', 'names no AWS service'],
  ['s4', 'did you mean s3?'],
  ['ecr', 'did you mean ecr.api, ecr.dkr'],
  ['kinesis', 'did you mean kinesis-firehose, kinesis-streams'],
  ['dynamo-db', 'did you mean dynamodb'],
  ['com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0', 'name the endpoint that leads to it'],
  ['', 'names no AWS service'],
])(
  'a name that no service has is no question, and the likely ones are said: service:%s',
  async (name, said) => {
    const { status, err, out } = await trace(`service:${name}`);

    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
  },
);

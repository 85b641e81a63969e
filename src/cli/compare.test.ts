import { describe, expect, it } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { arrow, box, sketch } from '../core/model/sketch';
import { writeDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';

/** A server in a private subnet, with nothing that leads out. */
const isolated = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Private:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: ap-northeast-1a }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Of: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Private, RouteTableId: !Ref Table } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { VpcId: !Ref Vpc, GroupDescription: web }
  Web:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Private, ImageId: ami-1, SecurityGroupIds: [!Ref Group] }
`;

interface Told {
  readonly flow: object;
  readonly now: { readonly verdict: string; readonly way: string | null };
  readonly alternatives: readonly {
    readonly id: string;
    readonly applies: boolean;
    readonly present: boolean;
    readonly verdict: string;
    readonly because: string | null;
    readonly hops: readonly string[];
    readonly leavesPrivateNetwork: boolean | null;
    readonly needsPublicAddress: boolean | null;
    readonly guardedBy: readonly string[];
    readonly dnsAnswer: string | null;
    readonly survivesZoneLoss: boolean | null;
    readonly monthlyUsd: number | null;
    readonly complete?: boolean;
    readonly notKnown: readonly string[];
    readonly adds: readonly string[];
    readonly unknowns: readonly string[];
  }[];
}

async function compared(args: string, files: Parameters<typeof vpcanvas>[1]): Promise<Told> {
  const { status, json, err } = await vpcanvas(`compare ${args} --format json`, files);
  expect([status, err]).toEqual([0, '']);
  // The shape that the contract gives.
  return json as Told;
}

async function ways(args: string, files: Parameters<typeof vpcanvas>[1]) {
  const { alternatives } = await compared(args, files);
  return Object.fromEntries(alternatives.map((each) => [each.id, each]));
}

describe('compare', () => {
  it('gives every alternative in the shape of the contract', async () => {
    const told = await compared('net.yaml --from Web --to service:s3 --gb 1000', { 'net.yaml': isolated });

    expect(told.flow).toEqual({
      from: 'Web',
      to: 'service:s3',
      protocol: 'tcp',
      port: 443,
      gbPerMonth: 1000,
    });
    expect(told.alternatives.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['internet-gateway', 'reachable'],
      ['nat-gateway', 'reachable'],
      ['gateway-endpoint', 'reachable'],
      ['interface-endpoint', 'reachable'],
      ['peering', 'blocked'],
      ['transit-gateway', 'blocked'],
      ['vpn', 'blocked'],
    ]);
    expect(told.alternatives[2]).toMatchObject({
      id: 'gateway-endpoint',
      title: 'Gateway endpoint',
      present: false,
      verdict: 'reachable',
      hops: ['Web', 'S3Endpoint', 'service:s3'],
      leavesPrivateNetwork: false,
      needsPublicAddress: false,
      guardedBy: ['endpoint policy'],
      dnsAnswer: 'public address of S3',
      survivesZoneLoss: true,
      monthlyUsd: 0,
      adds: ['AWS::EC2::VPCEndpoint'],
      unknowns: ['endpoint policy is not analysed'],
    });
    expect(told.alternatives[1]).toMatchObject({ monthlyUsd: 110.91, survivesZoneLoss: false });
  });

  it('prints a table that a terminal shows, in both languages', async () => {
    const en = await vpcanvas('compare net.yaml --from Web --to service:sqs --gb 10', {
      'net.yaml': isolated,
    });
    const ja = await vpcanvas('compare net.yaml --from Web --to service:sqs --gb 10 --lang ja', {
      'net.yaml': isolated,
    });

    expect(en.out).toMatch(/^Web → service:sqs {2}tcp 443 {2}ap-northeast-1, 10 GB a month\nToday: blocked/);
    expect(en.out).toMatch(/ NAT gateway +reachable {2}\$49\.53 +\$0\.062 +yes +no +stops\n/);
    expect(en.out).toContain('there is no gateway endpoint for SQS');
    expect(ja.out).toMatch(/ NAT ゲートウェイ +到達可能 +\$49\.53 +\$0\.062 +はい +いいえ +停止\n/);
    expect(ja.out).toContain('SQS のゲートウェイエンドポイントはありません');
  });

  it('says that amounts are not known where nobody has a price, and never 0', async () => {
    const { 'nat-gateway': nat, 'gateway-endpoint': free } = await ways(
      'net.yaml --from Web --to service:s3 --gb 100 --region eu-west-3',
      { 'net.yaml': isolated.replace('ap-northeast-1a', 'eu-west-3a') },
    );

    expect(nat).toMatchObject({ verdict: 'reachable', monthlyUsd: null, complete: false });
    expect(nat?.notKnown).toContain('no price by the hour of “NAT gateway” is known for eu-west-3');
    expect(free).toMatchObject({ monthlyUsd: 0 });
    expect(free).not.toHaveProperty('complete');
  });

  it('tells the sum of what is known where the traffic is not said', async () => {
    const { 'nat-gateway': nat } = await ways('net.yaml --from Web --to service:s3', {
      'net.yaml': isolated,
    });

    expect(nat).toMatchObject({ monthlyUsd: 48.91, complete: false });
    expect(nat?.notKnown[0]).toContain('how much traffic');
  });

  it('takes prices of one’s own', async () => {
    const { 'nat-gateway': nat } = await ways(
      'net.yaml --from Web --to service:s3 --gb 100 --region eu-west-3 --prices p.json',
      {
        'net.yaml': isolated.replace('ap-northeast-1a', 'eu-west-3a'),
        'p.json':
          '{ "eu-west-3": { "nat-gateway": { "hour": 0.05, "gb": 0.05 } }, "public-ipv4": { "hour": 0.005 } }',
      },
    );

    expect(nat).toMatchObject({ monthlyUsd: 36.5 + 3.65 + 5 });
    expect(nat).not.toHaveProperty('complete');
  });

  it('takes the traffic of an arrow that asks the same, whatever its service icon is called', async () => {
    const diagram = writeDiagram(
      catalog,
      fromSketch(
        catalog,
        sketch(
          box(
            'vpc',
            'Vpc',
            {},
            box('subnet', 'Subnet', {}, box('instance', 'Web')),
            box('gateway-endpoint', 'Endpoint', { service: 's3' }),
          ),
          box('aws-service', 'Bucket', { service: 's3' }),
          arrow('Web', 'Bucket', { gbPerMonth: 70 }),
        ),
      ),
    );

    const told = await compared('d.json --from Web --to service:s3', { 'd.json': diagram });
    const given = await compared('d.json --from Web --to service:s3 --gb 5', { 'd.json': diagram });

    expect(told.flow).toMatchObject({ gbPerMonth: 70 });
    expect(given.flow).toMatchObject({ gbPerMonth: 5 });
  });

  it.each([
    ['compare net.yaml --from Web', 'compare needs --to B.'],
    ['compare net.yaml --from Web --to service:s3 --gb lots', '“lots” is no amount of traffic'],
    ['compare net.yaml --from Web --to service:s3 --gb -1', '“-1” is no amount of traffic'],
    ['compare net.yaml --from Wbe --to service:s3', 'did you mean Web?'],
    ['compare net.yaml --from Web --to service:s3 --prices gone.json', 'gone.json: there is no such file.'],
    ['compare net.yaml --from Web --to service:s3 --prices bad.json', 'bad.json: not valid JSON'],
    ['compare net.yaml --from Web --to service:s3 --prices slip.json', 'did you mean nat-gateway?'],
    ['compare net.yaml --from Web --to service:s3 --prices unit.json', 'public-ipv4 is not charged by “gb”'],
    [
      'compare net.yaml --from Web --to service:s3 --prices minus.json',
      'nat-gateway.hour is a price in US dollars',
    ],
  ])('%s is a question without meaning', async (args, says) => {
    const { status, err, out } = await vpcanvas(args, {
      'net.yaml': isolated,
      'bad.json': '{ nat',
      'slip.json': '{ "nat-gatway": { "hour": 1 } }',
      'unit.json': '{ "public-ipv4": { "gb": 1 } }',
      'minus.json': '{ "nat-gateway": { "hour": -1 } }',
    });

    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

describe('compare, of templates of others', () => {
  /** Two VPCs in two files; the consumer has a peering connection, and no routes. */
  const provider = `Resources:
  SharedVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  SharedSubnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref SharedVpc, CidrBlock: 10.1.0.0/24, AvailabilityZone: ap-northeast-1a }
  SharedTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref SharedVpc } }
  Of: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref SharedSubnet, RouteTableId: !Ref SharedTable } }
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref SharedVpc
      GroupDescription: db
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }]
  Db:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref SharedSubnet, ImageId: ami-1, SecurityGroupIds: [!Ref DbGroup] }
Outputs:
  Vpc: { Value: !Ref SharedVpc, Export: { Name: shared-vpc } }
`;
  const peered = `${isolated}  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Vpc, PeerVpcId: !ImportValue shared-vpc }
`;
  const transit = `${isolated}  Tgw: { Type: AWS::EC2::TransitGateway }
  Mine:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { VpcId: !Ref Vpc, TransitGatewayId: !Ref Tgw, SubnetIds: [!Ref Private] }
`;

  it('leads from one stack to another by the peering connection that is there, with routes both ways', async () => {
    const { peering, 'nat-gateway': nat } = await ways('web.yaml db.yaml --from Web --to Db --gb 10', {
      'web.yaml': peered,
      'db.yaml': provider,
    });

    expect(peering).toMatchObject({
      verdict: 'reachable',
      hops: ['Web', 'Peering', 'Db'],
      leavesPrivateNetwork: false,
      guardedBy: ['DbGroup'],
      monthlyUsd: 0,
      adds: ['AWS::EC2::Route'],
    });
    expect(nat).toMatchObject({
      applies: false,
      because: expect.stringContaining('private address') as string,
    });
  });

  it('attaches the other VPC to the transit gateway that is drawn, and charges both attachments once for the data', async () => {
    const { 'transit-gateway': tgw, peering } = await ways('web.yaml db.yaml --from Web --to Db --gb 100', {
      'web.yaml': transit,
      'db.yaml': provider,
    });

    expect(tgw).toMatchObject({ verdict: 'reachable', monthlyUsd: 2 * 0.07 * 730 + 2 });
    expect(tgw?.adds).toContain('AWS::EC2::TransitGatewayAttachment');
    expect(peering?.adds).toContain('AWS::EC2::VPCPeeringConnection');
  });

  it('leads an instance with IPv6 only by the internet gateway, without any public IPv4 address', async () => {
    const six = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Six: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  Subnet:
    Type: AWS::EC2::Subnet
    DependsOn: Six
    Properties:
      VpcId: !Ref Vpc
      Ipv6Native: true
      AssignIpv6AddressOnCreation: true
      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]]
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet, ImageId: ami-1, InstanceType: t3.micro } }
`;
    const { 'internet-gateway': igw, 'nat-gateway': nat } = await ways(
      'six.yaml --from Web --to internet --gb 10',
      { 'six.yaml': six },
    );

    expect(igw).toMatchObject({ verdict: 'reachable', needsPublicAddress: false, monthlyUsd: 1.14 });
    expect(nat).toMatchObject({ applies: false });
  });

  it('says why of every alternative where there is no path at all', async () => {
    const lonely = `Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  InA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref A, CidrBlock: 10.0.0.0/24 } }
  InB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref B, CidrBlock: 10.0.0.0/24 } }
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref InA, ImageId: ami-1 } }
  Db: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref InB, ImageId: ami-1 } }
`;
    const { alternatives } = await compared('l.yaml --from Web --to Db', { 'l.yaml': lonely });

    for (const each of alternatives) {
      expect(each).toMatchObject({ verdict: 'blocked', hops: [], monthlyUsd: null });
      expect(each.because).not.toBeNull();
    }
  });

  it.each(['internet', 'service:s3', '10.0.1.9', '8.8.8.8', 'dns:example.com', 'Web2'])(
    'answers in a half-drawn design: Web to %s',
    async (to) => {
      const half = `Resources:
  Vpc: { Type: AWS::EC2::VPC }
  Private: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/33 } }
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Gone } }
  Web2: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Private } }
`;
      const { status, json } = await vpcanvas(`compare h.yaml --from Web --to ${to} --format json`, {
        'h.yaml': half,
      });

      expect(status).toBe(0);
      expect((json as Told).alternatives).toHaveLength(7);
    },
  );

  it('prints names with markup and control characters as text', async () => {
    const drawn = fromSketch(
      catalog,
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web')))),
    );
    const names = { Vpc: '<script>', Web: '<b>\u001b[31mWeb\u202e</b>' };
    const resources = new Map(
      [...drawn.resources].map(([id, each]) => [id, { ...each, name: names[id as 'Vpc'] ?? each.name }]),
    );
    const diagram = writeDiagram(catalog, { ...drawn, resources });

    const { out, status } = await vpcanvas('compare d.json --from Web --to service:s3', {
      'd.json': diagram,
    });

    expect(status).toBe(0);
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('<script>');
  });
});

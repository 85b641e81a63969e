import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

/** A NAT gateway in one zone, and a server in the other one that uses it. */
const template = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: ap-northeast-1a }
  PublicTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, DependsOn: Attached, Properties: { RouteTableId: !Ref PublicTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
  PublicOf: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicTable } }
  Eip: { Type: AWS::EC2::EIP, DependsOn: Attached, Properties: { Domain: vpc } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Public, AllocationId: !GetAtt Eip.AllocationId } }
  Private:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: ap-northeast-1a }
  PrivateTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  ToNat: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateTable, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  PrivateOf: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Private, RouteTableId: !Ref PrivateTable } }
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Private, ImageId: ami-1 } }
`;
const files = { 'net.yaml': template };

interface Told {
  readonly monthlyUsd: number;
  readonly complete?: boolean;
  readonly lines: readonly {
    readonly resource: string;
    readonly item: string;
    readonly quantity: number | null;
    readonly monthlyUsd: number | null;
  }[];
  readonly notKnown: readonly string[];
}

async function costs(args: string, given: Parameters<typeof vpcanvas>[1] = files): Promise<Told> {
  const { status, json } = await vpcanvas(`cost ${args} --format json`, given);
  expect(status).toBe(0);
  // The shape that the contract gives.
  return json as Told;
}

const amounts = ({ lines }: Told) =>
  lines.map(({ resource, item, quantity, monthlyUsd }) => [resource, item, quantity, monthlyUsd]);

describe('cost', () => {
  it('gives each line with its figure and source in the shape of the contract', async () => {
    const { status, json } = await vpcanvas('cost net.yaml --format json', files);

    expect(status).toBe(0);
    expect(json).toEqual({
      region: 'ap-northeast-1',
      currency: 'USD',
      hoursPerMonth: 730,
      monthlyUsd: 48.91,
      lines: [
        {
          resource: 'Nat',
          item: 'NAT gateway hours',
          quantity: 730,
          unitUsd: 0.062,
          monthlyUsd: 45.26,
          asOf: '2026-09-27',
          source: 'AWS Price List API',
          estimate: true,
        },
        {
          resource: 'Nat',
          item: 'Public IPv4 address hours',
          quantity: 730,
          unitUsd: 0.005,
          monthlyUsd: 3.65,
          asOf: '2026-09-17',
          source: 'AmazonVPC price list',
          estimate: true,
        },
      ],
      notKnown: [],
      assumes: [],
      notCharged: [],
    });
  });

  it('charges traffic to S3 through a NAT gateway by the gigabyte, though it never leaves the Region', async () => {
    const told = await costs('net.yaml --gb Web:service:s3=1000');

    expect(told.monthlyUsd).toBe(110.91);
    expect(amounts(told)).toContainEqual(['Nat', 'NAT gateway data processed', 1000, 62]);
    expect(told).not.toHaveProperty('complete');
  });

  it('charges traffic to the internet besides, and says that all of it is taken as sent', async () => {
    const { status, json } = await vpcanvas('cost net.yaml --gb Web:internet=100 --format json', files);

    expect(status).toBe(0);
    expect(json).toMatchObject({
      monthlyUsd: 48.91 + 6.2 + 11.4,
      assumes: [expect.stringContaining('going out to the internet')],
    });
  });

  it('charges each way what goes to a NAT gateway in another zone', async () => {
    const apart = template.replace(
      'CidrBlock: 10.0.1.0/24, AvailabilityZone: ap-northeast-1a',
      'CidrBlock: 10.0.1.0/24, AvailabilityZone: ap-northeast-1c',
    );

    const told = await costs('net.yaml --gb Web:service:s3=100', { 'net.yaml': apart });

    expect(amounts(told)).toContainEqual(['Web', 'Data transfer between Availability Zones', 200, 2]);
  });

  it('says that nobody knows where the design does not say the zones', async () => {
    const unsaid = template.replaceAll(', AvailabilityZone: ap-northeast-1a', '');

    const told = await costs('net.yaml --gb Web:service:s3=100', { 'net.yaml': unsaid });

    expect(told).toMatchObject({ complete: false, monthlyUsd: 48.91 + 6.2 });
    expect(amounts(told)).toContainEqual(['Web', 'Data transfer between Availability Zones', null, null]);
  });

  it('does not charge a flow that is blocked, and says so', async () => {
    const { json } = await vpcanvas('cost net.yaml --gb internet:Web=100 --format json', files);

    expect(json).toMatchObject({
      monthlyUsd: 48.91,
      notCharged: [expect.stringContaining('internet → Web')],
    });
  });

  it('knows no price in other Regions, which is no price of 0', async () => {
    const told = await costs('net.yaml --region eu-west-3 --gb Web:service:s3=10', {
      'net.yaml': template.replaceAll('ap-northeast-1a', 'eu-west-3a'),
    });

    expect(told).toMatchObject({ monthlyUsd: 0, complete: false });
    expect(told.lines.map(({ monthlyUsd }) => monthlyUsd)).toEqual([null, null, null]);
    expect(told.notKnown).toContain('Nat: no price by the gigabyte of “NAT gateway” is known for eu-west-3');
  });

  it('takes prices of one’s own, those of a Region before those of all', async () => {
    const told = await costs('net.yaml --prices p.json', {
      ...files,
      'p.json': JSON.stringify({
        'nat-gateway': { hour: 1 },
        'ap-northeast-1': { 'nat-gateway': { hour: 0.1 } },
        'us-east-1': { 'nat-gateway': { hour: 9 } },
      }),
    });

    expect(told.monthlyUsd).toBe(73 + 3.65);
  });

  it('says beside the amounts that they are by one’s own prices', async () => {
    const given = { ...files, 'p.json': '{ "nat-gateway": { "hour": 1 } }' };
    const [own, list, compared] = await Promise.all([
      vpcanvas('cost net.yaml --prices p.json', given),
      vpcanvas('cost net.yaml', given),
      vpcanvas('compare net.yaml --from Web --to service:s3 --prices p.json --lang ja', given),
    ]);

    expect(own.out).toMatch(/^ap-northeast-1, US dollars a month of 730 hours, with your prices\n/);
    expect(own.out).toContain('$733.65');
    expect(list.out).not.toContain('your prices');
    expect(compared.out).toContain('ユーザー指定の料金を使用');
  });

  it('prints a table in both languages', async () => {
    const en = await vpcanvas('cost net.yaml --gb Web:service:s3=1000', files);
    const ja = await vpcanvas('cost net.yaml --gb Web:service:s3=1000 --lang ja', files);

    expect(en.out).toMatch(
      /Nat +NAT gateway hours +730 h +\$0\.062 +\$45\.26 +~ AWS Price List API, 2026-09-27\n/,
    );
    expect(en.out).toContain('\nTotal  $110.91\n');
    expect(ja.out).toMatch(/Nat +NAT ゲートウェイ \(時間\) +730 時間 +\$0\.062 +\$45\.26 /);
    expect(ja.out).toContain('\n合計  $110.91\n');
  });

  it.each([
    ['cost net.yaml --gb 100', '--gb takes FROM:TO=N'],
    ['cost net.yaml --gb Web:service:s3', '--gb takes FROM:TO=N'],
    ['cost net.yaml --gb Wbe:service:s3=4', 'did you mean Web?'],
    ['cost net.yaml --gb Web:service:s3=1e400', '“1e400” is no amount of traffic'],
    ['cost net.yaml --prices list.json', 'list.json: prices are an object'],
    ['cost net.yaml --prices deep.json', 'deep.json: nat-gateway.hour is a price in US dollars'],
    ['cost net.yaml --prices proto.json', 'proto.json: “__proto__” is no item'],
    ['cost - --prices -', 'can be read only once'],
  ])('%s is a question without meaning', async (args, says) => {
    const { status, err, out } = await vpcanvas(args, {
      ...files,
      '-': template,
      'list.json': '[]',
      'deep.json': '{ "nat-gateway": { "hour": { "usd": 1 } } }',
      'proto.json': '{ "__proto__": { "hour": 1 } }',
    });

    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

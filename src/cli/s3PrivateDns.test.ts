/** The two verbs agree about what AWS would create. */
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const template = (dnsOptions: string) => ({
  'net.yaml': `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Https:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: https
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet, ImageId: ami-0abcdef1234567890 } }
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
      SubnetIds: [!Ref Subnet]
      SecurityGroupIds: [!Ref Https]
      PrivateDnsEnabled: true
${dnsOptions}`,
});
const told = async (files: Readonly<Record<string, string>>) => {
  const check = await vpcanvas('check net.yaml --format json', files);
  const trace = await vpcanvas('trace net.yaml --from Web --to service:s3 --format json', files);
  const { findings } = check.json as { findings: { rule: string; severity: string }[] };
  return {
    status: check.status,
    severity: findings.find(({ rule }) => rule === 's3-private-dns-without-gateway-endpoint')?.severity,
    trace: trace.json,
  };
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
test.each(['', '      DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: OnlyInboundResolver }'])(
  'IE5 private DNS of S3 without a gateway endpoint is an error to check, and cannot be created to trace (%s)',
  async (dnsOptions) => {
    const { status, severity, trace } = await told(template(dnsOptions));

    expect(status).toBe(1);
    expect(severity).toBe('error');
    expect(trace).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'S3', code: 'cannot-be-created' }, { code: 'no-route' }],
      fixes: expect.arrayContaining([
        { title: 'Add a gateway endpoint for S3 to Table', blocks: [0, 1] },
        { title: 'Let private DNS of S3 answer inside Vpc as well', blocks: [0, 1] },
      ]) as unknown,
    });
  },
);

test('IE5 with AllResolvers check says nothing, and the name leads to the endpoint', async () => {
  const { status, severity, trace } = await told(
    template('      DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers }'),
  );

  expect(status).toBe(0);
  expect(severity).toBeUndefined();
  expect(trace).toMatchObject({
    verdict: 'reachable',
    resolution: { answers: ['10.0.0.0/24'] },
    forward: { disposition: 'exits-to-service' },
  });
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
${text}`,
  );

test('an interface endpoint stands in the first of its subnets and names the others', () => {
  const { the, logicalId } = read(`
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.ssm
      SubnetIds: [!Ref A, !Ref B]
      SecurityGroupIds: [!Ref Group]
      PrivateDnsEnabled: true
`);

  const endpoint = the('interface-endpoint', 'Ssm');
  expect(logicalId(endpoint.parentId)).toBe('A');
  expect(endpoint.props).toEqual({
    service: 'ssm',
    endpointService: null,
    accepted: false,
    account: '',
    subnets: { [the('subnet', 'B').id]: true },
    securityGroups: { [the('security-group', 'Group').id]: true },
    privateDns: true,
    privateDnsFor: 'default',
    serviceRegion: '',
    addressType: 'ipv4',
    dnsRecords: 'default',
    policy: '',
  });
});

test('an interface endpoint that says nothing of private DNS has none', () => {
  const { the } = read(`
  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.ssm, SubnetIds: [!Ref A] } }
`);

  expect(the('interface-endpoint', 'Ssm').props.privateDns).toBe(false);
});

test.each([
  'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
  'aws.sagemaker.ap-northeast-1.notebook',
])('the name %s is kept in full', (service) => {
  const { the } = read(`
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: ${service}, SubnetIds: [!Ref A] } }
`);

  expect(the('interface-endpoint', 'Endpoint').props.service).toBe(service);
});

test('an interface endpoint without subnets stands in its VPC', () => {
  const { the, logicalId } = read(`
  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.ssm } }
`);

  expect(logicalId(the('interface-endpoint', 'Ssm').parentId)).toBe('Vpc');
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html
test.each([
  ['AllResolvers', 'all'],
  ['OnlyInboundResolver', 'inbound'],
  ['NotSpecified', 'default'],
])('IE5 %s of the DNS options is read', (text, privateDnsFor) => {
  const { the } = read(`
  S3: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.s3, SubnetIds: [!Ref A], PrivateDnsEnabled: true, DnsOptions: { DnsRecordIpType: ipv4, PrivateDnsOnlyForInboundResolverEndpoint: ${text} } } }
`);

  expect(the('interface-endpoint', 'S3').props.privateDnsFor).toBe(privateDnsFor);
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html
test.each([
  ['ipv4', 'ipv4'],
  ['dualstack', 'dualstack'],
  ['ipv6', 'ipv6'],
  ['service-defined', 'service-defined'],
  ['not-specified', 'default'],
  ['!Ref Records', { unknown: expect.anything() }],
])('the IP type of its DNS records is read: %s', (text, dnsRecords) => {
  const { the } = read(`
  Sqs: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.sqs, SubnetIds: [!Ref A], DnsOptions: { DnsRecordIpType: ${text} } } }
Parameters: { Records: { Type: String } }
`);

  expect(the('interface-endpoint', 'Sqs').props.dnsRecords).toEqual(dnsRecords);
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { call } from '../../core/commands';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { documentAfter } from '../../core/plans/plan';
import { imported } from '../../testing/imported';

test('a VPC that says nothing has DNS resolution and no DNS hostnames', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`,
  );

  expect(the('vpc', 'Vpc').props).toEqual({
    cidr: '10.0.0.0/16',
    secondaryCidrs: {},
    ipv6: false,
    dnsSupport: true,
    dnsHostnames: false,
    publicAccess: 'none',
    dnsServers: '',
  });
});

test('the block of a VPC from an IPAM pool is unknown, not missing', () => {
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { Ipv4IpamPoolId: ipam-pool-0123456789abcdef0, Ipv4NetmaskLength: 20 } }
  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, Ipv6Pool: ipv6pool-ec2-1, Ipv6CidrBlock: '2001:db8::/56' } }
`,
  );

  const { cidr, secondaryCidrs, ipv6 } = the('vpc', 'Vpc').props;
  expect(cidr).toHaveProperty('unknown');
  expect(secondaryCidrs).toEqual({ More: { cidr: '10.1.0.0/16' } });
  expect(ipv6).toBe(true);
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html
test.each([
  [
    'Options: { Type: AWS::EC2::DHCPOptions, Properties: { DomainName: corp.example.com, DomainNameServers: [10.0.0.10, 10.0.1.10] } }',
    '!Ref Options',
    '10.0.0.10, 10.0.1.10',
  ],
  [
    'Options: { Type: AWS::EC2::DHCPOptions, Properties: { DomainName: corp.example.com, DomainNameServers: [AmazonProvidedDNS] } }',
    '!Ref Options',
    '',
  ],
  ['Options: { Type: AWS::EC2::DHCPOptions, Properties: { NtpServers: [10.0.0.123] } }', '!Ref Options', ''],
  ['', 'default', ''],
  ['', 'dopt-0123456789abcdef0', { unknown: expect.anything() as unknown }],
])('the DNS servers of a DHCP option set are those of its VPC: %s', (options, id, dnsServers) => {
  const { the } = imported(
    catalog,
    `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Uses: { Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: { VpcId: !Ref Vpc, DhcpOptionsId: ${id} } }
  ${options}
`,
  );

  expect(the('vpc', 'Vpc').props.dnsServers).toEqual(dnsServers);
});

test('the other options of a DHCP option set stay when its DNS servers are changed', () => {
  const { document, the } = imported(
    catalog,
    `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Uses: { Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: { VpcId: !Ref Vpc, DhcpOptionsId: !Ref Options } }
  Options: { Type: AWS::EC2::DHCPOptions, Properties: { DomainName: corp.example.com, DomainNameServers: [AmazonProvidedDNS] } }
`,
  );

  const after = documentAfter({ catalog }, document, {
    title: { en: '', ja: '' },
    commands: [call('setProps', { id: the('vpc', 'Vpc').id, props: { dnsServers: '10.0.0.10' } })],
  });

  const { text } = templateText(exportTemplate(catalog, after).template, 'yaml');
  expect(text).toContain('DomainName: corp.example.com');
  expect(text).toContain('10.0.0.10');
  expect(text).not.toContain('AmazonProvidedDNS');
});

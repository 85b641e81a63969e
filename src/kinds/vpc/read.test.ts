import { expect, test } from 'vitest';
import { catalog } from '../../aws';
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

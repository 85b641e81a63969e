/** Rules whose block AWS assigns, or a parameter without a value gives: they are about one version of IP all the same. */
import { expect, test } from 'vitest';
import { opened, traceOf } from '../../testing/opened';

const design = (ingress: string, entry: string): string => `
Parameters: { Office: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${ingress} }] } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Guards: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref B, NetworkAclId: !Ref Acl } }
  First: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 90, Protocol: -1, RuleAction: deny, ${entry} } }
  In: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 } }
  Out: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: -1, RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0 } }
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref A } }
  Server: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref B, SecurityGroupIds: [!Ref Group] } }
`;
const ofVpc = '!Select [0, !GetAtt Vpc.Ipv6CidrBlocks]';
const verdict = (ingress: string, entry: string): string =>
  traceOf(opened(design(ingress, entry)), 'Client>Server').verdict;

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
test('SG1 a rule for IPv6 lets no IPv4 in, whatever its block is', () => {
  const nobody = 'CidrBlock: 192.168.0.0/16';

  expect(verdict(`CidrIpv6: ${ofVpc}`, nobody)).toBe('blocked');
  expect(verdict('CidrIpv6: !Ref Office', nobody)).toBe('blocked');
  expect(verdict('CidrIp: !Ref Office', nobody)).toBe('unknown');
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
test('NA1 an entry for IPv6 denies no IPv4, whatever its block is', () => {
  const open = 'CidrIp: 10.0.0.0/16';

  expect(verdict(open, `Ipv6CidrBlock: ${ofVpc}`)).toBe('reachable');
  expect(verdict(open, 'CidrBlock: !Ref Office')).toBe('unknown');
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

test('entries are read by direction, with protocols by number and ports by range', () => {
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: { From: 443, To: 443 } }
  InIcmp:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: '110', Protocol: '58', RuleAction: deny, Egress: false, Ipv6CidrBlock: '::/0', Icmp: { Type: -1, Code: -1 } }
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !GetAtt Acl.Id, RuleNumber: 100, Protocol: -1, RuleAction: allow, Egress: 'true', CidrBlock: 0.0.0.0/0 }
`,
  );

  const { inbound, outbound, isDefault } = the('network-acl', 'Acl').props;
  expect(inbound).toEqual({
    In: { number: 100, action: 'allow', protocol: 'tcp', fromPort: 443, toPort: 443, block: '0.0.0.0/0' },
    InIcmp: { number: 110, action: 'deny', protocol: 'icmpv6', fromPort: null, toPort: null, block: '::/0' },
  });
  expect(outbound).toEqual({
    Out: { number: 100, action: 'allow', protocol: 'any', fromPort: null, toPort: null, block: '0.0.0.0/0' },
  });
  expect(isDefault).toBe(false);
});

test('ICMP is protocol 1 and ICMPv6 protocol 58, each with its type and code', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
  const entry = (number: number, protocol: number | string, block: string, type: number, code: number) => `
  Rule${number}:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: ${number}, Protocol: ${protocol}, RuleAction: allow, ${block}, Icmp: { Type: ${type}, Code: ${code} } }`;
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }${entry(1, 1, 'CidrBlock: 0.0.0.0/0', 8, -1)}${entry(2, "'58'", "Ipv6CidrBlock: '::/0'", 128, 0)}${entry(3, 58, 'CidrBlock: 0.0.0.0/0', -1, -1)}
`,
  );

  const { inbound } = the('network-acl', 'Acl').props;

  expect(inbound['Rule1']).toMatchObject({ protocol: 'icmp', fromPort: 8, toPort: null });
  expect(inbound['Rule2']).toMatchObject({ protocol: 'icmpv6', fromPort: 128, toPort: 0 });
  // AWS takes such a rule, which no packet matches.
  expect(inbound['Rule3']).toMatchObject({ protocol: 'icmpv6', fromPort: null, toPort: null });
});

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
    InIcmp: { number: 110, action: 'deny', protocol: 'icmp', fromPort: null, toPort: null, block: '::/0' },
  });
  expect(outbound).toEqual({
    Out: { number: 100, action: 'allow', protocol: 'any', fromPort: null, toPort: null, block: '0.0.0.0/0' },
  });
  expect(isDefault).toBe(false);
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n${text}`,
  );

test('a group that says nothing outbound lets everything out, by IPv4 and IPv6', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
  const { the } = read(`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: web, VpcId: !Ref Vpc }
  Empty:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: empty, VpcId: !Ref Vpc, SecurityGroupEgress: [] }
`);

  for (const id of ['Web', 'Empty'])
    expect(Object.values(the('security-group', id).props.outbound)).toEqual([
      { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
      { protocol: 'any', fromPort: null, toPort: null, peer: '::/0' },
    ]);
});

test.each([
  ['127.0.0.1/32', ''],
  ['255.255.255.255/32', ', FromPort: 252, ToPort: 86'],
])('a group that lets out what is bound for %s lets nothing out', (block, ports) => {
  const { the } = read(`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupEgress: [{ IpProtocol: ${ports === '' ? "'-1'" : 'icmp'}, CidrIp: ${block}${ports} }]
`);

  expect(the('security-group', 'Web').props.outbound).toEqual({});
});

test('an outbound rule beside a group takes the place of AWS’s own', () => {
  // https://github.com/aws-cloudformation/cfn-language-discussion/issues/157
  const { the } = read(`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: web, VpcId: !Ref Vpc }
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: { GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }
`);

  expect(the('security-group', 'Web').props.outbound).toEqual({
    Out: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' },
  });
});

test('rules are read inside a group and beside it, by name and by number of their protocol', () => {
  const { the } = read(`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 80, ToPort: 81, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: '6', FromPort: '443', ToPort: '443', CidrIpv6: '::/0' }
        - { IpProtocol: 17, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: icmpv6, CidrIpv6: 'fd00::/8' }
        - { IpProtocol: 58, FromPort: 128, ToPort: -1, CidrIpv6: '::/0' }
        - { IpProtocol: '1', FromPort: 8, ToPort: -1, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: -1, CidrIp: 10.1.0.0/16, FromPort: 22, ToPort: 22 }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 10.2.0.0/16 }
  Db:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: db, VpcId: !Ref Vpc }
  FromWeb:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !Ref Db, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt Web.GroupId }
`);

  expect(Object.values(the('security-group', 'Web').props.inbound)).toEqual([
    { protocol: 'tcp', fromPort: 80, toPort: 81, peer: '0.0.0.0/0' },
    { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '::/0' },
    { protocol: 'udp', fromPort: 53, toPort: 53, peer: '10.0.0.0/8' },
    { protocol: 'icmp', fromPort: null, toPort: null, peer: '10.0.0.0/8' },
    { protocol: 'icmpv6', fromPort: null, toPort: null, peer: 'fd00::/8' },
    { protocol: 'icmpv6', fromPort: 128, toPort: null, peer: '::/0' },
    { protocol: 'icmp', fromPort: 8, toPort: null, peer: '0.0.0.0/0' },
    { protocol: 'any', fromPort: null, toPort: null, peer: '10.1.0.0/16' },
    { protocol: 'tcp', fromPort: null, toPort: null, peer: '10.2.0.0/16' },
  ]);
  expect(the('security-group', 'Db').props.inbound).toEqual({
    FromWeb: {
      protocol: 'tcp',
      fromPort: 5432,
      toPort: 5432,
      peer: { ref: the('security-group', 'Web').id },
    },
  });
});

test('a prefix list that AWS keeps is read by its name, any other is unknown', () => {
  const { the } = read(`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupEgress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: pl-61a54008 }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: pl-0123456789abcdef0 }
`);

  const [s3, other] = Object.values(the('security-group', 'Web').props.outbound);
  expect(s3?.peer).toBe('com.amazonaws.ap-northeast-1.s3');
  expect(other?.peer).toHaveProperty('unknown');
});

test('a rule about a protocol that is not followed is told of and left out', () => {
  const { the, faults } = read(`
  Vpn:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: vpn
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: '50', CidrIp: 0.0.0.0/0 }]
`);

  expect(the('security-group', 'Vpn').props.inbound).toEqual({});
  expect(faults.join()).toContain('protocol 50');
});

import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Parameters: { Way: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Dns: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: d, VpcId: !Ref Vpc } }
  Out:
    Type: AWS::Route53Resolver::ResolverEndpoint
    Properties:
      Direction: Outbound
      ResolverEndpointType: DUALSTACK
      SecurityGroupIds: [!Ref Dns]
      IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: !Ref B, Ip: 10.0.1.9 }]
${text}`,
  );

test('endpoints are read by their direction, in the subnet of their first address', () => {
  const { the, logicalId, document } = read(`
  In: { Type: AWS::Route53Resolver::ResolverEndpoint, Properties: { Direction: INBOUND, SecurityGroupIds: [!Ref Dns], IpAddresses: [{ SubnetId: !Ref A, Ip: 10.0.0.10 }] } }
  Delegating: { Type: AWS::Route53Resolver::ResolverEndpoint, Properties: { Direction: INBOUND_DELEGATION, SecurityGroupIds: [!Ref Dns], IpAddresses: [] } }
  Either: { Type: AWS::Route53Resolver::ResolverEndpoint, Properties: { Direction: !Ref Way, SecurityGroupIds: [!Ref Dns], IpAddresses: [] } }
`);

  const out = the('resolver-outbound-endpoint', 'Out');
  expect(logicalId(out.parentId)).toBe('A');
  expect(out.props).toEqual({
    ip: '',
    addresses: { address2: { subnet: the('subnet', 'B').id, ip: '10.0.1.9' } },
    securityGroups: { [the('security-group', 'Dns').id]: true },
    addressType: 'dualstack',
  });
  expect(the('resolver-inbound-endpoint', 'In').props).toMatchObject({ ip: '10.0.0.10', addresses: {} });
  expect([...document.resources.values()].filter(({ kind }) => kind.startsWith('resolver-'))).toHaveLength(2);
});

test('a rule is read with its targets and the VPCs it is associated with', () => {
  const { the } = read(`
  Rule: { Type: AWS::Route53Resolver::ResolverRule, Properties: { RuleType: FORWARD, DomainName: office.example.com., ResolverEndpointId: !GetAtt Out.ResolverEndpointId, TargetIps: [{ Ip: 192.168.0.2 }, { Ipv6: '2001:db8::53', Port: '5353' }] } }
  Uses: { Type: AWS::Route53Resolver::ResolverRuleAssociation, Properties: { ResolverRuleId: !Ref Rule, VPCId: !Ref Vpc } }
  System: { Type: AWS::Route53Resolver::ResolverRule, Properties: { RuleType: SYSTEM, DomainName: aws.office.example.com } }
`);

  expect(the('resolver-rule', 'Rule').props).toEqual({
    domain: 'office.example.com',
    type: 'forward',
    endpoint: the('resolver-outbound-endpoint', 'Out').id,
    targets: { target1: { ip: '192.168.0.2', port: 53 }, target2: { ip: '2001:db8::53', port: 5353 } },
    vpcs: { Uses: { vpc: the('vpc', 'Vpc').id } },
  });
  expect(the('resolver-rule', 'System').props).toMatchObject({ type: 'system', endpoint: null, targets: {} });
});

test('a rule through an endpoint that stands elsewhere says that it is not known which', () => {
  const { the } = read(`
  Rule: { Type: AWS::Route53Resolver::ResolverRule, Properties: { RuleType: FORWARD, DomainName: '.', ResolverEndpointId: rslvr-out-fdc049932dexample, TargetIps: [{ Ip: 192.168.0.2 }] } }
`);

  expect(the('resolver-rule', 'Rule').props).toMatchObject({ domain: '.', endpoint: { unknown: {} } });
});

/** What the provider of AWS does otherwise than CloudFormation with networks, and what is written for that. */
import { describe, expect, it, test } from 'vitest';
import { catalog } from '../aws';
import { typesWithTables } from '../awsTerraform';
import { terraformOf } from '../testing/terraform/terraformOf';

const ref = (id: string) => ({ Ref: id });
const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const subnet = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' } };
const main = (Resources: object): string => terraformOf({ Resources }).main;

test('every type that a kind owns has a table', () => {
  const owned = [...catalog.kinds.values()].flatMap(({ cfn }) => [
    ...(cfn?.types ?? []),
    ...(cfn?.satellites ?? []).map(({ type }) => type),
  ]);

  expect(owned.length).toBeGreaterThan(50);

  expect(owned.filter((type) => !typesWithTables.includes(type))).toEqual([]);
});

describe('a security group', () => {
  const group = (properties: object) => ({
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'x', VpcId: ref('Vpc'), ...properties },
  });

  // AWS: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
  // The provider: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
  it('lets everything out where the template leaves that to AWS', () => {
    const written = main({ Vpc: vpc, Group: group({}) });

    expect(written).toContain(`resource "aws_vpc_security_group_egress_rule" "group_egress" {
  security_group_id = aws_security_group.group.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}`);
    expect(written).not.toContain('::/0');
  });

  it('lets IPv6 out, too, where its VPC has some, or may have', () => {
    const block = {
      Type: 'AWS::EC2::VPCCidrBlock',
      Properties: { VpcId: ref('Vpc'), AmazonProvidedIpv6CidrBlock: true },
    };

    expect(main({ Vpc: vpc, Block: block, Group: group({}) })).toContain('cidr_ipv6         = "::/0"');
    expect(main({ Group: group({ VpcId: 'vpc-0123456789abcdef0' }) })).toContain(
      'cidr_ipv6         = "::/0"',
    );
  });

  it('lets out what the template says, and no more', () => {
    const written = main({
      Vpc: vpc,
      Group: group({
        SecurityGroupEgress: [{ IpProtocol: '-1', FromPort: 0, ToPort: 0, CidrIp: '127.0.0.1/32' }],
      }),
    });

    expect(written.match(/egress_rule/g)).toHaveLength(1);
    expect(written).toContain('cidr_ipv4         = "127.0.0.1/32"\n  ip_protocol       = "-1"\n}');
  });

  it('has a rule for each end, with ports and the types of ICMP as numbers', () => {
    const written = main({
      Vpc: vpc,
      Group: group({
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: '443', ToPort: 443, CidrIp: '10.0.0.0/8', CidrIpv6: '::/0' },
          { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, SourceSecurityGroupId: ref('Other') },
          {
            IpProtocol: 'tcp',
            FromPort: 22,
            ToPort: 22,
            SourceSecurityGroupId: 'sg-1',
            SourceSecurityGroupOwnerId: '210987654321',
          },
        ],
      }),
      Other: group({}),
    });

    expect(written.match(/aws_vpc_security_group_ingress_rule" "\w+"/g)).toEqual(
      ['', '_2', '_3', '_4'].map((end) => `aws_vpc_security_group_ingress_rule" "group_ingress${end}"`),
    );
    expect(written).toContain('from_port         = 443\n  to_port           = 443');
    expect(written).toContain('from_port                    = -1');
    expect(written).toContain('referenced_security_group_id = aws_security_group.other.id');
    expect(written).toContain('"210987654321/sg-1"');
  });

  it('keeps the rule for everything beside separate ones, and says that AWS does not say', () => {
    const { remarks } = terraformOf({
      Resources: {
        Vpc: vpc,
        Group: group({}),
        Rule: {
          Type: 'AWS::EC2::SecurityGroupEgress',
          Properties: { GroupId: ref('Group'), IpProtocol: '-1', CidrIp: '10.0.0.0/8' },
        },
      },
    });

    expect(remarks).toEqual([expect.stringContaining('AWS does not document')]);
  });
});

describe('a VPC', () => {
  it('has its IPv6 block from the association that asks for it', () => {
    const written = main({
      Vpc: vpc,
      Block: {
        Type: 'AWS::EC2::VPCCidrBlock',
        Properties: { VpcId: ref('Vpc'), AmazonProvidedIpv6CidrBlock: true },
      },
      Second: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.1.0.0/16' } },
      Subnet: {
        ...subnet,
        Properties: {
          ...subnet.Properties,
          Ipv6CidrBlock: {
            'Fn::Select': [
              0,
              { 'Fn::Cidr': [{ 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc', 'Ipv6CidrBlocks'] }] }, 1, 64] },
            ],
          },
        },
      },
    });

    expect(written).toContain('resource "aws_vpc_ipv6_cidr_block_association" "block"');
    expect(written).toContain('resource "aws_vpc_ipv4_cidr_block_association" "second"');
    expect(written).toContain('split("/", aws_vpc_ipv6_cidr_block_association.block.ipv6_cidr_block)[1]');
  });
});

describe('routes and gateways', () => {
  it('lead through the network interface of an instance', () => {
    const written = main({
      Vpc: vpc,
      Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
      Nat: { Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami-1' } },
      Route: {
        Type: 'AWS::EC2::Route',
        Properties: { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', InstanceId: ref('Nat') },
      },
    });

    expect(written).toContain('network_interface_id   = aws_instance.nat.primary_network_interface_id');
  });

  describe('under conditions', () => {
    const conditional = (target: object, instance: object = {}, route: object = {}): string =>
      terraformOf({
        Parameters: { Ready: { Type: 'String', Default: '' } },
        Conditions: {
          UseNat: { 'Fn::Equals': [ref('Ready'), ''] },
          UseReady: { 'Fn::Not': [{ Condition: 'UseNat' }] },
        },
        Resources: {
          Nat: {
            Type: 'AWS::EC2::Instance',
            Properties: { ImageId: 'ami-1', InstanceType: 't4g.nano' },
            ...instance,
          },
          Route: {
            Type: 'AWS::EC2::Route',
            Properties: { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', InstanceId: target },
            ...route,
          },
        },
      }).main;
    const way = (then: object, otherwise: object) => ({ 'Fn::If': ['UseNat', then, otherwise] });

    it('lead through the instance where the condition holds, and nowhere where it does not', () => {
      const written = conditional(way(ref('Nat'), ref('AWS::NoValue')));

      expect(written).toContain(
        'network_interface_id   = local.use_nat ? aws_instance.nat.primary_network_interface_id : null',
      );
      expect(written).not.toContain('data "');
    });

    it('lead through the one instance that there is of those that are counted', () => {
      const written = conditional(way(ref('Nat'), ref('AWS::NoValue')), { Condition: 'UseNat' });

      expect(written).toContain('local.use_nat ? aws_instance.nat[0].primary_network_interface_id : null');
    });

    it('look up an instance that is none of the template only where that is the target', () => {
      const written = conditional(way(ref('Nat'), ref('Ready')));

      expect(written).toContain(
        'data "aws_instance" "target_of_route" {\n  count = !local.use_nat ? 1 : 0\n\n',
      );
      expect(written.replace(/\s+/g, ' ')).toContain(
        'local.use_nat ? aws_instance.nat.primary_network_interface_id : data.aws_instance.target_of_route[0].network_interface_id',
      );
    });

    it('look up nothing where the route itself is not there', () => {
      const written = conditional(ref('Ready'), {}, { Condition: 'UseReady' });

      expect(written).toContain(
        'data "aws_instance" "target_of_route" {\n  count = local.use_ready ? 1 : 0\n\n',
      );
      expect(written).toContain('= data.aws_instance.target_of_route[0].network_interface_id');
    });
  });

  it('wait for the attachment that the template waits for', () => {
    const written = main({
      Vpc: vpc,
      Igw: { Type: 'AWS::EC2::InternetGateway' },
      Attachment: {
        Type: 'AWS::EC2::VPCGatewayAttachment',
        Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Igw') },
      },
      Ip: { Type: 'AWS::EC2::EIP', DependsOn: 'Attachment', Properties: { Domain: 'vpc' } },
      Subnet: subnet,
      Nat: {
        Type: 'AWS::EC2::NatGateway',
        Properties: { SubnetId: ref('Subnet'), AllocationId: { 'Fn::GetAtt': ['Ip', 'AllocationId'] } },
      },
    });

    expect(written).toContain(
      'domain = "vpc"\n\n  depends_on = [aws_internet_gateway_attachment.attachment]',
    );
    expect(written).toContain('allocation_id = aws_eip.ip.allocation_id');
  });

  it('propagate into each route table', () => {
    const written = main({
      Gateway: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: 'ipsec.1' } },
      Propagation: {
        Type: 'AWS::EC2::VPNGatewayRoutePropagation',
        Properties: { VpnGatewayId: ref('Gateway'), RouteTableIds: ['rtb-1', 'rtb-2'] },
      },
    });

    expect(written).toContain('"aws_vpn_gateway_route_propagation" "propagation" {');
    expect(written).toContain('"aws_vpn_gateway_route_propagation" "propagation_2" {');
  });
});

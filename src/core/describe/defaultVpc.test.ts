/**
 * A default VPC as AWS makes it, which every account begins with and templates never show: its subnets name no route table, no
 * network ACL and no security group of their own. The ids and addresses are ours.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
 */
import { describe, expect, it } from 'vitest';
import { readAnswers as read } from '../../testing/documentedAnswers';
import { account, verdictOf } from '../../testing/documentedFlows';

const VpcId = 'vpc-0d';
const zones = ['a', 'c', 'd'];

const instance = (name: string, zone: string, more: object = {}) => ({
  InstanceId: `i-0${name}`,
  State: { Code: 16, Name: 'running' },
  SubnetId: `subnet-0${zone}`,
  VpcId,
  PrivateIpAddress: `172.31.${16 * zones.indexOf(zone)}.1${name.length}`,
  SecurityGroups: [{ GroupId: 'sg-0d', GroupName: 'default' }],
  ...more,
});

const entry = (Egress: boolean, RuleNumber: number, RuleAction: string) => ({
  CidrBlock: '0.0.0.0/0',
  Egress,
  Protocol: '-1',
  RuleAction,
  RuleNumber,
});

const everything = { IpProtocol: '-1', Ipv6Ranges: [], PrefixListIds: [] };

const route = (DestinationCidrBlock: string, GatewayId: string, more: object = {}) => ({
  DestinationCidrBlock,
  GatewayId,
  Origin: 'CreateRoute',
  State: 'active',
  ...more,
});

function defaultVpc(...routes: readonly object[]): Readonly<Record<string, unknown>> {
  return {
    vpcs: {
      Vpcs: [
        {
          VpcId,
          CidrBlock: '172.31.0.0/16',
          DhcpOptionsId: 'default',
          IsDefault: true,
          OwnerId: account,
          State: 'available',
        },
      ],
    },
    'attribute-a': { VpcId, EnableDnsSupport: { Value: true } },
    'attribute-b': { VpcId, EnableDnsHostnames: { Value: true } },
    subnets: {
      Subnets: zones.map((zone, index) => ({
        SubnetId: `subnet-0${zone}`,
        VpcId,
        CidrBlock: `172.31.${16 * index}.0/20`,
        AvailabilityZone: `ap-northeast-1${zone}`,
        DefaultForAz: true,
        MapPublicIpOnLaunch: true,
        OwnerId: account,
        State: 'available',
      })),
    },
    gateways: {
      InternetGateways: [{ InternetGatewayId: 'igw-0d', Attachments: [{ State: 'available', VpcId }] }],
    },
    tables: {
      RouteTables: [
        {
          RouteTableId: 'rtb-0d',
          VpcId,
          Associations: [{ Main: true, AssociationState: { State: 'associated' } }],
          PropagatingVgws: [],
          Routes: [route('172.31.0.0/16', 'local', { Origin: 'CreateRouteTable' }), ...routes],
        },
      ],
    },
    acls: {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-0d',
          VpcId,
          IsDefault: true,
          Associations: zones.map((zone) => ({ SubnetId: `subnet-0${zone}` })),
          Entries: [true, false].flatMap((egress) => [
            entry(egress, 100, 'allow'),
            entry(egress, 32767, 'deny'),
          ]),
        },
      ],
    },
    groups: {
      SecurityGroups: [
        {
          GroupId: 'sg-0d',
          GroupName: 'default',
          Description: 'default VPC security group',
          VpcId,
          IpPermissions: [
            { ...everything, IpRanges: [], UserIdGroupPairs: [{ GroupId: 'sg-0d', UserId: account }] },
          ],
          IpPermissionsEgress: [{ ...everything, IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] }],
        },
      ],
    },
    instances: {
      Reservations: [
        { Instances: [instance('a', 'a', { PublicIpAddress: '203.0.113.20' })] },
        { Instances: [instance('bb', 'c'), instance('ccc', 'd', { State: { Name: 'terminated' } })] },
      ],
    },
  };
}

const out = route('0.0.0.0/0', 'igw-0d');

describe('a default VPC', () => {
  it('leaves nothing open', () => {
    const { report, document } = read(defaultVpc(out));

    expect(report.problems).toEqual([]);
    expect(document.resources.has('i-0ccc')).toBe(false);
    expect(document.resources.get('rtb-0d')).toMatchObject({ props: { main: true } });
  });

  it('lets members of its default group reach one another and the internet, and nobody else in', () => {
    const answers = defaultVpc(out);

    expect(verdictOf(answers, 'i-0a', 'i-0bb')).toBe('reachable');
    expect(verdictOf(answers, 'i-0a', 'internet')).toBe('reachable');
    expect(verdictOf(answers, 'i-0bb', 'internet')).toBe('blocked: no-public-address');
    expect(verdictOf(answers, 'internet', 'i-0a')).toBe('blocked: denied-by-security-group');
  });

  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
  it('drops what a route into a blackhole takes', () => {
    const gone = { ...out, GatewayId: undefined, NatGatewayId: 'nat-0e', State: 'blackhole' };

    expect(verdictOf(defaultVpc(gone), 'i-0a', 'internet')).toBe('blocked: blackhole');
  });

  it.each([
    ['of which another account has the target', { GatewayId: undefined, TransitGatewayId: 'tgw-0e' }],
    ['of VPC Route Server, which names an address', { GatewayId: undefined, IpAddress: '172.31.0.9' }],
    ['that is filtered', { State: 'filtered' }],
  ])('cannot say where a route leads %s', (_of, more) => {
    expect(verdictOf(defaultVpc({ ...out, ...more }), 'i-0a', 'internet')).toBe('unknown');
  });
});

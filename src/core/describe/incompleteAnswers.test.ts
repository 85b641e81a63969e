/** What people have when a command was run otherwise than we propose: each form is read, or one sentence says what to do. */
import { describe, expect, it } from 'vitest';
import { documentedNetwork as network, propsOf, readAnswers as read } from '../../testing/documentedAnswers';
import { verdictOf, wholeVpcs } from '../../testing/documentedFlows';

const messagesOf = (answers: Readonly<Record<string, unknown>>): readonly string[] =>
  read(answers).report.problems.map(({ file, message }) => `${file ?? ''} ${message.en}`.trim());

describe('answers that were reduced', () => {
  it('by --query to rows, or to records without an id, are told of with their file', () => {
    const rows = { Vpcs: [['vpc-0a', '10.0.0.0/16']] };
    const renamed = { Subnets: [{ Name: 'a', Block: '10.0.0.0/24' }] };

    const messages = messagesOf({ ...network, rows, renamed });

    const told = messages.filter((message) => message.includes('--query'));
    expect(told.map((message) => message.split(' ')[0]).sort()).toEqual(['renamed.json', 'rows.json']);
    expect(messages.join('\n')).not.toContain('for ;');
  });

  it('by jq to one list of answers are read like the answers', () => {
    const together = read({ all: [network.vpcs, network.subnets] }).document;

    expect([...together.resources.keys()].sort()).toEqual(
      [...read(network).document.resources.keys()].sort(),
    );
  });

  it('to nothing are told of, since an empty Region looks like a wrong one', () => {
    expect(messagesOf({ vpcs: { Vpcs: [] } })).toEqual([expect.stringContaining('account and Region')]);
  });
});

describe('records without a list that AWS always gives', () => {
  const vpcs = wholeVpcs({ name: 'a', block: '10.0.0.0/16' });
  const second = {
    InstanceId: 'i-0b',
    State: { Name: 'running' },
    SubnetId: 'subnet-0a',
    VpcId: 'vpc-0a',
    PrivateIpAddress: '10.0.0.11',
    SecurityGroups: [{ GroupId: 'sg-0a' }],
  };
  const subnetB = {
    SubnetId: 'subnet-0b',
    VpcId: 'vpc-0a',
    CidrBlock: '10.0.1.0/24',
    AvailabilityZone: 'ap-northeast-1a',
  };
  const aclB = {
    NetworkAclId: 'acl-0b',
    VpcId: 'vpc-0a',
    Associations: [{ SubnetId: 'subnet-0b' }],
  };
  const answers = { ...vpcs, second: { Reservations: [{ Instances: [second] }] } };
  const group = { GroupId: 'sg-0a', GroupName: 'web', VpcId: 'vpc-0a' };

  it('leave open what is in it, and do not make it empty', () => {
    const groups = { SecurityGroups: [group] };
    const apart = {
      subnetB: { Subnets: [subnetB] },
      aclB: { NetworkAcls: [aclB] },
      second: {
        Reservations: [{ Instances: [{ ...second, SubnetId: 'subnet-0b', PrivateIpAddress: '10.0.1.11' }] }],
      },
    };
    const table = { RouteTableId: 'rtb-0a', VpcId: 'vpc-0a', Associations: [{ Main: true }] };

    expect(verdictOf(answers, 'i-0b', 'i-0a')).toBe('reachable');
    expect(verdictOf({ ...answers, groups }, 'i-0b', 'i-0a')).toBe('unknown');
    expect(verdictOf({ ...answers, ...apart }, 'i-0b', 'i-0a')).toBe('unknown');
    expect(verdictOf({ ...answers, tables: { RouteTables: [table] } }, 'i-0b', '10.9.0.1')).toBe('unknown');
  });

  it('are taken at their word where the list is empty', () => {
    const groups = { SecurityGroups: [{ ...group, IpPermissions: [], IpPermissionsEgress: [] }] };

    expect(verdictOf({ ...answers, groups }, 'i-0b', 'i-0a')).toBe('blocked: denied-by-security-group');
  });
});

describe('answers of one part', () => {
  it.each([
    [{ EnableDnsSupport: { Value: true }, VpcId: 'vpc-0a' }, 'aws ec2 describe-vpcs'],
    [{ AuthorizationRules: [{ DestinationCidr: '10.0.0.0/8' }] }, 'aws ec2 describe-client-vpn-endpoints'],
    [{ TargetHealthDescriptions: [{ Target: { Id: 'i-0a' } }] }, 'aws elbv2 describe-target-groups'],
    [{ Listeners: [{ Port: 443 }] }, 'aws elbv2 describe-load-balancers'],
    [{ IpAddresses: [{ Ip: '10.0.0.5' }] }, 'aws route53resolver list-resolver-endpoints'],
    [
      { Associations: [{ TransitGatewayAttachmentId: 'tgw-attach-0a' }] },
      'aws ec2 describe-transit-gateway-route-tables',
    ],
    // https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-security-group-rules.html
    [{ SecurityGroupRules: [{ SecurityGroupRuleId: 'sgr-0a' }] }, 'aws ec2 describe-security-groups'],
  ])('ask for the answer of the whole: %j', (part, command) => {
    const { commands = [], problems } = read({ part }).report;

    expect(commands.map((line) => line.split(' --region')[0])).toContain(command);
    expect(problems.length).toBe(commands.length);
  });

  it('are not asked for again when the whole is there', () => {
    const group = {
      GroupId: 'sg-0a',
      GroupName: 'web',
      VpcId: 'vpc-0a',
      IpPermissions: [],
      IpPermissionsEgress: [],
    };
    const rules = { SecurityGroupRules: [{ SecurityGroupRuleId: 'sgr-0a', GroupId: 'sg-0a' }] };

    const { commands = [] } = read({ ...network, groups: { SecurityGroups: [group] }, rules }).report;

    expect(commands.filter((line) => line.includes('security-group'))).toEqual([]);
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
it('routes of a transit gateway beyond the thousand that its call gives stay unknown', () => {
  const id = 'tgw-rtb-0a';
  const table = {
    TransitGatewayRouteTables: [
      { TransitGatewayRouteTableId: id, TransitGatewayId: 'tgw-0a', State: 'available' },
    ],
  };
  const routes = (AdditionalRoutesAvailable: boolean) => ({
    table,
    [`routes.${id}`]: {
      Routes: [{ DestinationCidrBlock: '10.0.0.0/8', Type: 'static', State: 'blackhole' }],
      AdditionalRoutesAvailable,
    },
  });

  const rowsOf = (isCut: boolean): readonly unknown[] =>
    Object.values(propsOf(routes(isCut), id)['routes'] as object);

  const known = { destination: '10.0.0.0/8', attachment: null };
  expect(rowsOf(false)).toEqual([known]);
  expect(rowsOf(true)).toEqual([
    known,
    expect.objectContaining({ destination: { unknown: expect.anything() as unknown } }),
  ]);
});

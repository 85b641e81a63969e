/** What people have when a command was run otherwise than we propose: each form is read, or one sentence says what to do. */
import { describe, expect, it } from 'vitest';
import { documentedNetwork as network, propsOf, readAnswers as read } from '../../testing/documentedAnswers';

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

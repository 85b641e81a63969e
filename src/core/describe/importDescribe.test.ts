import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { describeMappings } from '../../awsDescribe';
import type { Document, Resource } from '../model/document';
import { isKind } from '../model/queries';
import type { KindName } from '../model/kinds';
import { compileNetwork, factsOf } from '../network/network';
import { answerNames } from './answerNames';
import { importDescribe } from './importDescribe';

const read = (...answers: readonly unknown[]) =>
  importDescribe(
    catalog,
    describeMappings,
    answers.map((answer, index) => ({ name: `${index}.json`, text: JSON.stringify(answer) })),
  );

function the<K extends KindName>(document: Document, kind: K, id: string): Resource<K> {
  const found = document.resources.get(id);
  if (found === undefined || !isKind(found, kind)) throw new Error(`${id} is no ${kind}`);
  return found;
}

const vpc = {
  Vpcs: [
    {
      VpcId: 'vpc-0a1',
      CidrBlock: '10.0.0.0/16',
      OwnerId: '123456789012',
      DhcpOptionsId: 'default',
      Tags: [{ Key: 'Name', Value: 'prod' }],
    },
  ],
};
const dns = [
  { VpcId: 'vpc-0a1', EnableDnsSupport: { Value: true } },
  { VpcId: 'vpc-0a1', EnableDnsHostnames: { Value: true } },
];
const subnet = (SubnetId: string, CidrBlock: string, more: object = {}) => ({
  SubnetId,
  VpcId: 'vpc-0a1',
  CidrBlock,
  AvailabilityZone: 'us-east-1a',
  MapPublicIpOnLaunch: false,
  ...more,
});
const subnets = { Subnets: [subnet('subnet-0a1', '10.0.0.0/24'), subnet('subnet-0b2', '10.0.1.0/24')] };
const local = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' };
const tables = (...routes: readonly object[]) => ({
  RouteTables: [
    {
      RouteTableId: 'rtb-0a1',
      VpcId: 'vpc-0a1',
      Associations: [{ Main: true, RouteTableAssociationId: 'rtbassoc-0a1', RouteTableId: 'rtb-0a1' }],
      Routes: [local, ...routes],
    },
  ],
});
const entry = (RuleNumber: number, Egress: boolean, RuleAction: string) => ({
  RuleNumber,
  Egress,
  RuleAction,
  Protocol: '-1',
  CidrBlock: '0.0.0.0/0',
});
const acls = (...entries: readonly object[]) => ({
  NetworkAcls: [
    {
      NetworkAclId: 'acl-0a1',
      VpcId: 'vpc-0a1',
      IsDefault: true,
      Associations: [{ SubnetId: 'subnet-0a1' }, { SubnetId: 'subnet-0b2' }],
      Entries: [...entries, entry(32767, true, 'deny'), entry(32767, false, 'deny')],
    },
  ],
});
const openAcl = acls(entry(100, true, 'allow'), entry(100, false, 'allow'));
const group = {
  SecurityGroups: [
    {
      GroupId: 'sg-0a1',
      GroupName: 'web',
      Description: 'web',
      VpcId: 'vpc-0a1',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ],
};
const instance = (InstanceId: string, SubnetId: string, more: object = {}) => ({
  InstanceId,
  InstanceType: 't3.micro',
  ImageId: 'ami-0a1',
  State: { Code: 16, Name: 'running' },
  SubnetId,
  SecurityGroups: [{ GroupId: 'sg-0a1', GroupName: 'web' }],
  ...more,
});
const instances = {
  Reservations: [
    {
      OwnerId: '123456789012',
      Instances: [instance('i-0a1', 'subnet-0a1', { PublicIpAddress: '203.0.113.9' })],
    },
    {
      Instances: [
        instance('i-0b2', 'subnet-0b2'),
        instance('i-0c3', 'subnet-0b2', { State: { Name: 'terminated' } }),
      ],
    },
  ],
};
const gateway = {
  InternetGateways: [
    { InternetGatewayId: 'igw-0a1', Attachments: [{ State: 'available', VpcId: 'vpc-0a1' }] },
  ],
};

const trace = (document: Document, from: string, to: string | null, port = 443) =>
  compileNetwork(factsOf(catalog, document)).trace({
    from: { resource: from },
    to: to === null ? { internet: true } : { resource: to },
    protocol: 'tcp',
    port,
    sourcePort: null,
  });

describe('answers of the AWS CLI', () => {
  it('become resources under the ids of AWS, named by their Name tags', () => {
    const { document, report } = read(vpc, ...dns, subnets, tables(), openAcl, group, instances, gateway);

    expect(the(document, 'vpc', 'vpc-0a1')).toMatchObject({
      name: 'prod',
      props: { cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true },
    });
    expect(the(document, 'subnet', 'subnet-0a1').name).toBe('subnet-0a1');
    expect(the(document, 'instance', 'i-0a1').parentId).toBe('subnet-0a1');
    expect(document.settings.region).toBe('us-east-1');
    expect(report.problems).toEqual([]);
    expect(document.templates.size).toBe(0);
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html (RT1)
  it('honour the main route table, which subnets without an association of their own use', () => {
    const out = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a1', State: 'active' };
    const { document } = read(vpc, ...dns, subnets, tables(out), openAcl, group, instances, gateway);

    expect(the(document, 'route-table', 'rtb-0a1').props.main).toBe(true);
    expect(trace(document, 'i-0a1', null).verdict).toBe('reachable');
    expect(trace(document, 'i-0b2', null).blockedBy[0]?.code).toBe('no-public-address');
  });

  // RT10: https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
  it('keep a blackhole route, which blocks', () => {
    const out = { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-0dead', State: 'blackhole' };
    const { document } = read(vpc, ...dns, subnets, tables(out), openAcl, group, instances);

    expect(trace(document, 'i-0a1', null).blockedBy[0]?.code).toBe('blackhole');
  });

  it('keep the rules of a default network ACL that somebody has changed, and draw none that is as AWS makes it', () => {
    const changed = acls(entry(50, false, 'deny'), entry(100, true, 'allow'), entry(100, false, 'allow'));

    const { document } = read(vpc, ...dns, subnets, tables(), changed, group, instances);
    const asMade = read(vpc, ...dns, subnets, tables(), openAcl, group, instances).document;

    expect(the(document, 'network-acl', 'acl-0a1').props.isDefault).toBe(true);
    expect(trace(document, 'i-0b2', 'i-0a1').blockedBy[0]?.code).toBe('denied-by-network-acl');
    expect(asMade.resources.has('acl-0a1')).toBe(false);
    expect(trace(asMade, 'i-0b2', 'i-0a1').verdict).toBe('reachable');
  });

  it('do not take a missing answer for an empty one', () => {
    const { document, report } = read(vpc, subnets, instances);

    expect(trace(document, 'i-0a1', null).verdict).toBe('unknown');
    expect(trace(document, 'i-0b2', 'i-0a1').verdict).toBe('unknown');
    expect(report.commands?.map((command) => command.replace(/ --region .*/, ''))).toEqual(
      expect.arrayContaining([
        'aws ec2 describe-vpc-attribute --attribute enableDnsSupport --vpc-id vpc-0a1',
        'aws ec2 describe-vpc-attribute --attribute enableDnsHostnames --vpc-id vpc-0a1',
        'aws ec2 describe-route-tables',
        'aws ec2 describe-network-acls',
        'aws ec2 describe-security-groups',
      ]),
    );
  });

  it('say what records refer to and no file holds', () => {
    const shared = {
      Reservations: [
        { Instances: [instance('i-0a1', 'subnet-0a1', { SecurityGroups: [{ GroupId: 'sg-0ffffffff' }] })] },
      ],
    };

    const { document, report } = read(vpc, ...dns, subnets, tables(), openAcl, group, shared);

    expect(report.problems.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('sg-0ffffffff'),
    ]);
    expect(trace(document, 'i-0a1', null).verdict).not.toBe('reachable');
  });

  it('are read whatever their order, split into pages, twice, and with members that nobody knows', () => {
    const whole = read(vpc, ...dns, subnets, tables(), openAcl, group, instances, gateway).document;
    const [first, second] = subnets.Subnets;

    const { document, report } = read(
      { ...instances, Unheard: { of: 1 } },
      { Subnets: [second], NextToken: 'abc' },
      { Subnets: [first, second] },
      gateway,
      group,
      openAcl,
      tables(),
      ...dns,
      vpc,
      vpc,
    );

    expect([...document.resources.keys()].sort()).toEqual([...whole.resources.keys()].sort());
    expect(report.problems.map(({ file, message }) => `${file ?? ''} ${message.en}`)).toEqual([
      expect.stringMatching(/^1\.json .*NextToken/),
    ]);
  });

  it('of several Regions stand in a box for each', () => {
    const other = {
      Vpcs: [{ VpcId: 'vpc-0b2', CidrBlock: '10.1.0.0/16' }],
      Subnets: [
        {
          SubnetId: 'subnet-0c3',
          VpcId: 'vpc-0b2',
          CidrBlock: '10.1.0.0/24',
          AvailabilityZone: 'eu-west-1b',
        },
      ],
    };

    const { document } = read(vpc, subnets, other);

    const regionOf = (id: string) => document.resources.get(document.resources.get(id)?.parentId ?? '')?.name;
    expect([regionOf('vpc-0a1'), regionOf('vpc-0b2')]).toEqual(['us-east-1', 'eu-west-1']);
  });

  it('make commands only of ids that a shell takes for a word', () => {
    const hostile = {
      Vpcs: [
        {
          VpcId: 'vpc-1; rm -rf ~',
          CidrBlock: '10.0.0.0/16',
          Tags: [{ Key: 'Name', Value: '<img onerror=x>' }],
        },
      ],
    };

    const { document, report } = read(hostile);

    expect(the(document, 'vpc', 'vpc-1; rm -rf ~').name).toBe('<img onerror=x>');
    expect((report.commands ?? []).join('\n')).not.toContain('rm -rf');
  });

  it('are read from several texts in one file, and refused at the line of a fault', () => {
    const text = [vpc, subnets].map((answer) => JSON.stringify(answer)).join('\n');

    const both = importDescribe(catalog, describeMappings, [{ name: 'all.json', text }]);
    const broken = importDescribe(catalog, describeMappings, [
      { name: 'b.json', text: '{"Vpcs": [\n{"a" 1}]}' },
    ]);

    expect(both.document.resources.has('subnet-0b2')).toBe(true);
    expect(broken.failure).toMatchObject({ file: 'b.json', line: 2, column: 6 });
  });
});

describe('the names of answers', () => {
  it('are all those that the kinds read, and no others', () => {
    const named = new Set(
      describeMappings.flatMap(({ reads, calls }) => [
        ...Object.keys(reads),
        ...calls.map(({ list }) => list),
      ]),
    );
    const known = Object.keys(answerNames);

    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('have a kind for everything that templates draw', () => {
    const drawn = [...catalog.kinds.values()].filter(({ cfn }) => cfn !== undefined).map(({ kind }) => kind);

    expect(drawn.filter((kind) => !describeMappings.some((mapping) => mapping.kind === kind))).toEqual([]);
  });
});

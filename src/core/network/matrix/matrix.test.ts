import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import {
  aclRow,
  allow,
  applicationLoadBalancer,
  awsService,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  onPremises,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import { fromSketch } from '../../catalog/fromSketch';
import { box, sketch } from '../../model/sketch';
import { networkOf } from '../doubts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import { matrixOf, matrixOfFacts } from './matrix';
import { reachBetween, type Matrix } from './matrixData';
import { verdictFor, type Reach } from './reach';

const between = (matrix: Matrix, from: string, to: string): Reach | undefined =>
  reachBetween(
    matrix,
    matrix.ends.findIndex(({ id }) => id === from),
    matrix.ends.findIndex(({ id }) => id === to),
  );
const membersOf = ({ ends, groups }: Matrix, id: string): readonly string[] =>
  (groups.find((group) => group.some((index) => ends[index]?.id === id)) ?? []).map(
    (index) => ends[index]?.id ?? '',
  );
/** A VPC with a subnet, a group that lets itself in, and instances in that group. */
const tier = (names: readonly string[], ...more: readonly Fact[]): Fact[] => [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24'),
  securityGroup('Web', 'Vpc', { in: [allow('tcp', [8000, 8080], { ref: 'Web' })] }),
  ...names.map((name) => instance(name, 'A', { securityGroups: ['Web'] })),
  ...more,
];

test('the ports of a pair are those that its security groups allow, whatever else is blocked', () => {
  const matrix = matrixOfFacts(tier(['One', 'Two']));

  expect(between(matrix, 'One', 'Two')).toEqual({
    tcp: { reachable: [[8000, 8080]], unknown: [] },
    udp: { reachable: [], unknown: [] },
    icmp: 'blocked',
  });
});

test('ports whose rule is not known are neither reachable nor blocked', () => {
  const matrix = matrixOfFacts([
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24'),
    securityGroup('Web', 'Vpc', {
      in: [allow('tcp', 443, '10.0.0.0/16'), { ...allow('tcp', 22, '10.0.0.0/16'), peer: unknown }],
    }),
    instance('One', 'A', { securityGroups: ['Web'] }),
    instance('Two', 'A', { securityGroups: ['Web'] }),
  ]);

  expect(between(matrix, 'One', 'Two')?.tcp).toEqual({ reachable: [[443, 443]], unknown: [[22, 22]] });
});

test('a network ACL that denies a port within a range cuts it in two, both ways', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
  const matrix = matrixOfFacts([
    vpc('Vpc'),
    networkAcl('Acl', 'Vpc', {
      in: [aclRow(10, 'deny', 'tcp', 3389), aclRow(20, 'allow')],
      out: [aclRow(10, 'allow')],
    }),
    subnet('A', 'Vpc', '10.0.0.0/24'),
    subnet('B', 'Vpc', '10.0.1.0/24', { networkAcl: 'Acl' }),
    securityGroup('Open', 'Vpc', { in: [allow('tcp', [3000, 4000], '10.0.0.0/16')] }),
    instance('One', 'A'),
    instance('Two', 'B', { securityGroups: ['Open'] }),
  ]);

  expect(between(matrix, 'One', 'Two')?.tcp.reachable).toEqual([
    [3000, 3388],
    [3390, 4000],
  ]);
});

test('a network ACL that lets only TCP replies out makes a difference between protocols', () => {
  // NA2 https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
  const matrix = matrixOfFacts([
    vpc('Vpc'),
    networkAcl('Acl', 'Vpc', {
      in: [aclRow(10, 'allow')],
      out: [aclRow(10, 'allow', 'tcp', [1024, 65535])],
    }),
    subnet('A', 'Vpc', '10.0.0.0/24'),
    subnet('B', 'Vpc', '10.0.1.0/24', { networkAcl: 'Acl' }),
    securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
    instance('One', 'A'),
    instance('Two', 'B', { securityGroups: ['Open'] }),
  ]);

  expect(between(matrix, 'One', 'Two')).toEqual({
    tcp: { reachable: [[0, 65535]], unknown: [] },
    udp: { reachable: [], unknown: [] },
    icmp: 'blocked',
  });
});

test('instances of one subnet and one group are asked about once', () => {
  const names = Array.from({ length: 50 }, (_, index) => `Web${index}`);
  const matrix = matrixOfFacts(tier(names));

  expect(membersOf(matrix, 'Web7')).toHaveLength(50);
  expect(between(matrix, 'Web7', 'Web8')?.tcp.reachable).toEqual([[8000, 8080]]);
});

test.each<[what: string, facts: readonly Fact[]]>([
  ['another group', [instance('Odd', 'A', { securityGroups: ['Other'] }), securityGroup('Other', 'Vpc')]],
  ['a fixed address', [instance('Odd', 'A', { securityGroups: ['Web'], privateIpv4: '10.0.0.9' })]],
  [
    'an address that a rule names',
    [
      instance('Odd', 'A', { securityGroups: ['Web'], privateIpv4: '10.0.0.9' }),
      securityGroup('Other', 'Vpc', { in: [allow('tcp', 22, '10.0.0.9/32')] }),
    ],
  ],
  ['a public address', [instance('Odd', 'A', { securityGroups: ['Web'], publicIpv4: true })]],
  [
    'a public address that is not known',
    [instance('Odd', 'A', { securityGroups: ['Web'], publicIpv4: unknown })],
  ],
  [
    'a route that leads to it',
    [instance('Odd', 'A', { securityGroups: ['Web'] }), routeTable('Table', 'Vpc', { '10.9.0.0/16': 'Odd' })],
  ],
  [
    'a target group that it is in',
    [instance('Odd', 'A', { securityGroups: ['Web'] }), targetGroup('Targets', 'Vpc', ['Odd'])],
  ],
])('one with %s is asked about on its own', (_, facts) => {
  const matrix = matrixOfFacts(tier(['One', 'Two'], ...facts));

  expect(membersOf(matrix, 'Odd')).toEqual(['Odd']);
  expect(membersOf(matrix, 'One')).toEqual(['One', 'Two']);
});

test('the targets of one target group are alike', () => {
  const matrix = matrixOfFacts(tier(['One', 'Two', 'Three'], targetGroup('Targets', 'Vpc', ['One', 'Two'])));

  expect(membersOf(matrix, 'One')).toEqual(['One', 'Two']);
});

test('fixed addresses are alike as far as no rule, no route and no record tells them apart', () => {
  const fixed = (name: string, address: string): Fact =>
    instance(name, 'A', { securityGroups: ['Web'], privateIpv4: address });
  const matrix = matrixOfFacts(
    tier(
      [],
      ...['10.0.0.20', '10.0.0.21', '10.0.0.22', '10.0.0.40', '10.0.0.41'].map((address, index) =>
        fixed(`Web${index}`, address),
      ),
      fixed('Target', '10.0.0.50'),
      securityGroup('Other', 'Vpc', { in: [allow('tcp', 22, '10.0.0.16/28')] }),
      targetGroup('Targets', 'Vpc', ['10.0.0.50'], { type: 'ip' }),
    ),
  );

  expect(membersOf(matrix, 'Web0')).toEqual(['Web0', 'Web1', 'Web2']);
  expect(membersOf(matrix, 'Web3')).toEqual(['Web3', 'Web4']);
  expect(membersOf(matrix, 'Target')).toEqual(['Target']);
});

test('of two that want the same address, the one that gets it is asked about on its own', () => {
  const facts = tier(
    [],
    { ...instance('First', 'A', { privateIpv4: '10.0.0.9', securityGroups: ['Web'] }), order: 'a' },
    { ...instance('Second', 'A', { privateIpv4: '10.0.0.9', securityGroups: ['Web'] }), order: 'b' },
    instance('Client', 'A', { securityGroups: ['Web'] }),
  );
  const matrix = matrixOfFacts(facts);

  expect(membersOf(matrix, 'First')).toEqual(['First']);
  for (const name of ['First', 'Second']) {
    const reach = between(matrix, 'Client', name);
    expect(reach === undefined ? undefined : verdictFor(reach, 'tcp', 8000)).toBe(
      compileNetwork(facts).trace(flow('Client', name, { port: 8000 })).verdict,
    );
  }
});

test('the internet is there when nobody has drawn it, and a load balancer takes connections but opens none', () => {
  const matrix = matrixOfFacts(
    tier(
      ['One'],
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.9.0/24', { routeTable: 'Out' }),
      routeTable('Out', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      subnet('Public2', 'Vpc', '10.0.10.0/24', { routeTable: 'Out', zone: 'ap-northeast-1c' }),
      securityGroup('Front', 'Vpc', { in: [allow('tcp', [1, 1000], '0.0.0.0/0')] }),
      ...applicationLoadBalancer(
        'Alb',
        'Vpc',
        ['Public', 'Public2'],
        { 'HTTP 80': 'Targets' },
        { scheme: 'internet-facing', securityGroups: ['Front'] },
      ),
      securityGroup('Back', 'Vpc', { in: [allow('tcp', 8080, { ref: 'Front' })] }),
      instance('App', 'A', { securityGroups: ['Back'] }),
      targetGroup('Targets', 'Vpc', ['App'], { protocol: 'HTTP', port: 8080 }),
    ),
  );

  expect(between(matrix, 'internet', 'Alb')?.tcp.reachable).toEqual([[80, 80]]);
  expect(between(matrix, 'internet', 'App')?.tcp.reachable).toEqual([]);
  expect(between(matrix, 'Alb', 'App')).toBeUndefined();
});

test('AWS services are there once: as they are drawn, or by the name that their endpoints are for', () => {
  const matrix = matrixOfFacts(
    tier(
      ['One'],
      awsService('Bucket', 's3'),
      gatewayEndpoint('S3Gateway', 'Vpc', 's3', []),
      ...interfaceEndpoint('SsmEndpoint', 'Vpc', 'ssm', ['A']),
      ...interfaceEndpoint('SsmEndpoint2', 'Vpc', 'ssm', ['A']),
      onPremises('Office'),
    ),
  );

  expect(matrix.ends.map(({ id, sort }) => `${sort} ${id}`)).toEqual([
    'internet internet',
    'on-premises Office',
    'workload One',
    'service Bucket',
    'service service:ssm',
  ]);
});

test('a NAT gateway carries every protocol that it can, without a question for each port', () => {
  const matrix = matrixOfFacts([
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc'),
    subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Out' }),
    routeTable('Out', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    natGateway('Nat', 'Public'),
    subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'ByNat' }),
    routeTable('ByNat', 'Vpc', { '0.0.0.0/0': 'Nat' }),
    instance('One', 'Private'),
  ]);

  expect(between(matrix, 'One', 'internet')).toEqual({
    tcp: { reachable: [[0, 65535]], unknown: [] },
    udp: { reachable: [[0, 65535]], unknown: [] },
    icmp: 'reachable',
  });
});

test('a gateway endpoint tells protocols apart, where no rule does', () => {
  // GE6 https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
  const matrix = matrixOfFacts([
    vpc('Vpc', '10.0.0.0/16', { dnsSupport: true, dnsHostnames: true }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc', {}),
    gatewayEndpoint('S3Gateway', 'Vpc', 's3', ['Table']),
    instance('One', 'A'),
  ]);

  expect(between(matrix, 'One', 'service:s3')).toEqual({
    tcp: { reachable: [[0, 65535]], unknown: [] },
    udp: { reachable: [], unknown: [] },
    icmp: 'reachable',
  });
});

test('where a guess would make a difference the matrix says unknown, as the trace does', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('security-group', 'Group', {
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
        box('security-group', 'Other'),
        box(
          'subnet',
          'Subnet',
          { cidr: '10.0.1.0/24' },
          box('instance', 'Web', { securityGroups: { Group: true } }),
          box('instance', 'Sure', { securityGroups: { Group: true } }),
          box('instance', 'App', { securityGroups: { Other: true } }),
        ),
      ),
    ),
  );
  const web = document.resources.get('Web');
  if (web === undefined) throw new Error('the sketch has no Web');
  const guess = {
    template: 't',
    place: ['Resources', 'Web'],
    prop: 'securityGroups',
    means: 'Group',
    why: { en: 'Group may be another', ja: 'Group は別のものかもしれません' },
  };
  const guessed = {
    ...document,
    resources: new Map(document.resources).set('Web', {
      ...web,
      provenance: { template: 't', logicalId: 'Web', guesses: { g: guess } },
    }),
  };

  const matrix = matrixOf(catalog, guessed);

  expect(between(matrix, 'App', 'Web')?.tcp).toEqual({ reachable: [], unknown: [[0, 65535]] });
  expect(between(matrix, 'App', 'Sure')?.tcp).toEqual({ reachable: [[443, 443]], unknown: [] });
  expect(networkOf(catalog, guessed).trace(flow('App', 'Web')).verdict).toBe('unknown');
});

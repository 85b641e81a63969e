/** The law of the matrix, over random designs: of every pair and every port it says what the trace says. */
import fc from 'fast-check';
import { test } from 'vitest';
import { catalog } from '../../../aws';
import { templateCorpus } from '../../../testing/templateCorpus';
import { arbitraryDesign } from '../../../testing/designs';
import {
  aclRow,
  allow,
  applicationLoadBalancer,
  attachment,
  awsService,
  egressOnlyGateway,
  gatewayEndpoint,
  gwlbEndpoint,
  hostedZone,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  networkLoadBalancer,
  onPremises,
  peering,
  prefixList,
  region,
  resolverEndpoint,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  transitGateway,
  unknown,
  vpc,
} from '../../../testing/facts';
import { expectMatrixLaw } from '../../../testing/matrixLaw';
import { importTemplates } from '../../cfn/importTemplates';
import type { RuleProtocol } from '../../model/document';
import { networkOf } from '../doubts';
import type { Fact, GroupRow } from '../facts';
import { compileNetwork } from '../network';
import { matrixOf, matrixOfFacts } from './matrix';

const places = ['A', 'B', 'Far'];
const tables = ['Table1', 'Table2'];
const groupNames = ['Group1', 'Group2', 'Group3', 'FarGroup'];
const ports = fc.constantFrom<number | readonly [number, number] | null>(
  null,
  443,
  80,
  [80, 443],
  [1024, 65535],
  [32768, 60000],
  [0, 1023],
);
const protocols = fc.constantFrom<RuleProtocol>('tcp', 'udp', 'icmp', 'icmpv6', 'any');
/** Fixed addresses for each copy of a workload: rows of the design name some of them, or blocks that hold some. */
const fixed = [
  ['10.0.0.21', '10.0.0.22', '10.0.0.40'],
  ['10.0.0.30', '10.0.0.31', '10.0.0.32'],
  ['10.0.1.21', '10.0.1.22', '10.0.1.23'],
];

const peers = fc.constantFrom<GroupRow['peer']>(
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8',
  '10.0.1.0/24',
  '10.0.0.16/28',
  '10.0.0.21/32',
  `com.amazonaws.${region}.s3`,
  { ref: 'Group1' },
  { ref: 'Group2' },
  { ref: 'Group3' },
  { ref: 'List' },
);
const groupRow = fc
  .tuple(protocols, ports, peers, fc.nat(20))
  .map(([protocol, range, peer, luck]): GroupRow => ({
    ...allow(protocol, range, peer),
    ...(luck === 0 ? { fromPort: unknown, toPort: unknown } : luck === 1 ? { peer: unknown } : {}),
  }));
const groupRows = fc.array(groupRow, { minLength: 1, maxLength: 3 });
const aclRows = fc.array(
  fc.tuple(
    fc.constantFrom<'allow' | 'deny'>('allow', 'deny'),
    protocols,
    ports,
    fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '::/0'),
  ),
  { maxLength: 3 },
);
const routes = fc.dictionary(
  fc.constantFrom('0.0.0.0/0', '::/0', '8.0.0.0/8', '10.0.1.0/24', '10.1.0.0/16', '10.0.0.0/16'),
  fc.constantFrom('Igw', 'Nat', 'Eigw', 'Gwlbe', 'Peering', 'Tgw', 'X0', null),
  { maxKeys: 3, noNullPrototype: true },
);
const groupsOfOne = fc.constantFrom<readonly string[]>(
  [],
  ['Group1'],
  ['Group2'],
  ['Group1', 'Group2'],
  ['Group3'],
);
/** Its copies are alike, or told apart by their security groups and by what the rules of these say of their addresses. */
const workload = fc.record({
  at: fc.constantFrom(...places),
  publicIpv4: fc.constantFrom(true, false, unknown),
  ipv6: fc.boolean(),
  sourceDestinationCheck: fc.constantFrom(true, true, false),
  securityGroups: fc.oneof(
    groupsOfOne.map((one) => [one, one, one]),
    fc.tuple(groupsOfOne, groupsOfOne, groupsOfOne),
  ),
  fixed: fc.constantFrom<readonly string[]>([], [], ...fixed),
  copies: fc.integer({ min: 1, max: 3 }),
});

const design = fc
  .record({
    dns: fc.boolean(),
    ipv6: fc.boolean(),
    tables: fc.tuple(routes, routes),
    farRoutes: routes,
    tableOf: fc.tuple(...places.map(() => fc.constantFrom(null, ...tables))),
    aclOf: fc.tuple(...places.map(() => fc.constantFrom(null, null, 'Acl'))),
    acl: fc.record({ in: aclRows, out: aclRows }),
    groups: fc.tuple(...groupNames.map(() => fc.record({ in: groupRows, out: groupRows }))),
    list: fc.subarray(['10.0.0.0/8', '10.0.1.0/24', '52.0.0.0/8']),
    workloads: fc.array(workload, { minLength: 2, maxLength: 4 }),
    endpoint: fc.record({ at: fc.subarray(['A', 'B']), privateDns: fc.boolean() }),
    gateway: fc.subarray(tables),
    listeners: fc.subarray(['TCP 80', 'TCP 443', 'UDP 53', 'TLS 8443']),
    targets: fc.subarray(['X0', 'X0a', 'X1', 'X1a', '10.0.0.21'], { maxLength: 3 }),
    preserves: fc.constantFrom(true, false, null, unknown),
    isApplication: fc.boolean(),
    resolver: fc.boolean(),
    zone: fc.boolean(),
    extra: fc.boolean(),
  })
  .map((it): Fact[] => [
    vpc('Vpc', '10.0.0.0/16', {
      ipv6: it.ipv6 ? 'assigned' : null,
      dnsSupport: it.dns,
      dnsHostnames: it.dns,
    }),
    vpc('FarVpc', '10.1.0.0/16'),
    internetGateway('Igw', 'Vpc'),
    egressOnlyGateway('Eigw', 'Vpc'),
    ...places.map((name, index) =>
      name === 'Far'
        ? subnet('Far', 'FarVpc', '10.1.0.0/24', { routeTable: 'FarTable' })
        : subnet(name, 'Vpc', `10.0.${index}.0/24`, {
            ...(it.ipv6 ? { ipv6: index } : {}),
            routeTable: it.tableOf[index] ?? null,
            networkAcl: it.aclOf[index] ?? null,
          }),
    ),
    ...tables.map((name, index) => routeTable(name, 'Vpc', it.tables[index])),
    routeTable('FarTable', 'FarVpc', it.farRoutes),
    networkAcl('Acl', 'Vpc', {
      in: it.acl.in.map((row, index) => aclRow(10 + index, ...row)),
      out: it.acl.out.map((row, index) => aclRow(10 + index, ...row)),
    }),
    ...groupNames.map((name, index) =>
      securityGroup(name, name === 'FarGroup' ? 'FarVpc' : 'Vpc', it.groups[index]),
    ),
    prefixList('List', it.list),
    ...it.workloads.flatMap(({ copies, at, securityGroups, fixed: own, ...rest }, index) =>
      ['', 'a', 'b'].slice(0, copies).map((copy, number) =>
        instance(`X${index}${copy}`, at, {
          ...rest,
          privateIpv4: own[number] ?? null,
          securityGroups: at === 'Far' ? ['FarGroup'] : (securityGroups[number] ?? []),
        }),
      ),
    ),
    natGateway('Nat', 'A'),
    gwlbEndpoint('Gwlbe', 'Vpc', 'B', {}),
    peering('Peering', 'Vpc', 'FarVpc', { accepted: true }),
    transitGateway('Tgw'),
    attachment('Near', 'Tgw', 'Vpc', ['A']),
    attachment('There', 'Tgw', 'FarVpc', ['Far']),
    gatewayEndpoint('S3Gateway', 'Vpc', 's3', it.gateway),
    ...interfaceEndpoint('Endpoint', 'Vpc', 'ssm', it.endpoint.at, {
      privateDns: it.endpoint.privateDns,
      securityGroups: ['Group1'],
    }),
    ...(it.isApplication ? applicationLoadBalancer : networkLoadBalancer)(
      'Balancer',
      'Vpc',
      ['A', 'B'],
      Object.fromEntries(
        it.listeners.map((each) => [it.isApplication ? each.replace('TCP', 'HTTP') : each, 'Targets']),
      ),
      { scheme: it.extra ? 'internet-facing' : 'internal', securityGroups: ['Group2'] },
    ),
    targetGroup('Targets', 'Vpc', it.targets, {
      type: it.targets.includes('10.0.0.21') ? 'ip' : 'instance',
      protocol: it.isApplication ? 'HTTP' : 'TCP',
      port: 8080,
      preservesClientIp: it.preserves,
    }),
    ...(it.resolver
      ? resolverEndpoint('Inbound', 'Vpc', 'inbound', [
          ['A', null],
          ['B', null],
        ])
      : []),
    ...(it.zone
      ? hostedZone('Zone', ['Vpc'], 'ssm.ap-northeast-1.amazonaws.com', {
          'ssm.ap-northeast-1.amazonaws.com A': '10.0.0.21',
        })
      : []),
    ...(it.extra ? [awsService('Queue', 'sqs'), onPremises('Office')] : []),
  ]);

const luck = fc.array(fc.nat(1000), { minLength: 7, maxLength: 13 });

test('the matrix says of every pair and port what the trace says', () => {
  fc.assert(
    fc.property(design, luck, (facts, each) => {
      expectMatrixLaw(matrixOfFacts(facts), compileNetwork(facts).trace, each);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('the matrix of a document says what its traces say', () => {
  fc.assert(
    fc.property(arbitraryDesign(catalog), luck, (document, each) => {
      expectMatrixLaw(matrixOf(catalog, document), networkOf(catalog, document).trace, each);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test('the matrix of every example says what its traces say', () => {
  for (const file of templateCorpus()) {
    const { document } = importTemplates(catalog, [file]);

    expectMatrixLaw(matrixOf(catalog, document), networkOf(catalog, document).trace, [3, 10, 0, 5, 13, 1, 8]);
  }
}, 60_000);

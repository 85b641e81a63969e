/** Pairs that only security groups tell apart are followed once for each answer of these, and fare as their own traces say. */
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import {
  allow,
  applicationLoadBalancer,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
} from '../../../testing/facts';
import { expectMatrixLaw } from '../../../testing/matrixLaw';
import { unlikeDesign } from '../../../testing/unlikeDesign';
import { networkOf } from '../doubts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import { designOf, designOfFacts } from './design';
import { matrixOf, matrixOfDesign, matrixOfFacts } from './matrix';
import { endsIn } from './matrixEnds';

const place = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Subnet', 'Vpc', '10.0.0.0/24'),
  subnet('Other', 'Vpc', '10.0.1.0/24'),
];

function expectLaw(facts: readonly Fact[]): void {
  const matrix = matrixOfFacts(facts);
  const { trace } = compileNetwork(facts);
  // Every pair for each of the ports.
  for (let port = 0; port < 18; port++) expectMatrixLaw(matrix, trace, [port]);
}

test('a rule that names a group lets in those who are in it, and none of their neighbours', () => {
  expectLaw([
    ...place,
    securityGroup('Open', 'Vpc', { out: [allow('any', null, '0.0.0.0/0')] }),
    securityGroup('Named', 'Vpc', { out: [allow('any', null, '0.0.0.0/0')] }),
    securityGroup('Naming', 'Vpc', { in: [allow('tcp', null, { ref: 'Named' })] }),
    instance('In1', 'Subnet', { securityGroups: ['Named'] }),
    instance('Out1', 'Subnet', { securityGroups: ['Open'] }),
    instance('In2', 'Subnet', { securityGroups: ['Open', 'Named'] }),
    instance('To1', 'Other', { securityGroups: ['Naming'] }),
    instance('To2', 'Other', { securityGroups: ['Open'] }),
  ]);
});

test('a group that is not in the design may let through what one without rules does not', () => {
  expectLaw([
    ...place,
    securityGroup('Closed', 'Vpc', {}),
    securityGroup('Open', 'Vpc', { out: [allow('any', null, '0.0.0.0/0')] }),
    instance('From', 'Subnet', { securityGroups: ['Open'] }),
    instance('To1', 'Other', { securityGroups: ['Closed'] }),
    instance('To2', 'Other', { securityGroups: ['Nowhere'] }),
    instance('To3', 'Other', { securityGroups: ['Closed'] }),
  ]);
});

test('fixed addresses that only rules of groups tell apart are told apart by these', () => {
  expectLaw([
    ...place,
    securityGroup('Open', 'Vpc', { out: [allow('any', null, '0.0.0.0/0')] }),
    securityGroup('One', 'Vpc', { in: [allow('tcp', 443, '10.0.0.11/32')] }),
    securityGroup('Two', 'Vpc', { in: [allow('tcp', 443, '10.0.0.12/32'), allow('udp', 53, '10.0.0.0/28')] }),
    instance('From1', 'Subnet', { securityGroups: ['Open'], privateIpv4: '10.0.0.11' }),
    instance('From2', 'Subnet', { securityGroups: ['Open'], privateIpv4: '10.0.0.12' }),
    instance('From3', 'Subnet', { securityGroups: ['Open'], privateIpv4: '10.0.0.77' }),
    instance('To1', 'Other', { securityGroups: ['One'] }),
    instance('To2', 'Other', { securityGroups: ['Two'] }),
    instance('To3', 'Other', { securityGroups: ['One', 'Two'] }),
  ]);
});

test('a load balancer that goes on to some of those who ask it is asked by each of them itself', () => {
  const targets = ['Web1', 'Web2', 'Web3'];

  expectLaw([
    ...place,
    internetGateway('Igw', 'Vpc'),
    routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    securityGroup('Balanced', 'Vpc', {
      in: [allow('tcp', 80, '10.0.0.0/8')],
      out: [allow('any', null, '0.0.0.0/0')],
    }),
    securityGroup('Closed', 'Vpc', { out: [allow('any', null, '0.0.0.0/0')] }),
    securityGroup('Silent', 'Vpc', { in: [allow('tcp', 8080, '10.0.0.0/8')] }),
    securityGroup('Open', 'Vpc', {
      in: [allow('tcp', 8080, '10.0.0.0/8')],
      out: [allow('any', null, '0.0.0.0/0')],
    }),
    instance('Web1', 'Subnet', { securityGroups: ['Closed'] }),
    instance('Web2', 'Subnet', { securityGroups: ['Open'] }),
    instance('Web3', 'Subnet', { securityGroups: ['Silent'] }),
    ...applicationLoadBalancer(
      'Balancer',
      'Vpc',
      ['Subnet', 'Other'],
      { 'HTTP 80': 'Targets' },
      { scheme: 'internal', securityGroups: ['Balanced'] },
    ),
    targetGroup('Targets', 'Vpc', targets, { type: 'instance', protocol: 'HTTP', port: 8080 }),
  ]);
});

test('a design in which no two workloads are alike has the matrix that its traces have', () => {
  const document = unlikeDesign(catalog, 20);

  expectMatrixLaw(matrixOf(catalog, document), networkOf(catalog, document).trace, [1, 10, 7, 3, 9, 14, 10]);
});

test('of many workloads that are all unlike, only few pairs are followed', () => {
  const design = designOf(catalog, unlikeDesign(catalog, 60));
  let asked = 0;
  const { watch } = design.judge;
  const judge: typeof design.judge = {
    watch,
    verdict(query) {
      asked += 1;
      return design.judge.verdict(query);
    },
  };

  const { groups } = matrixOfDesign({ ...design, judge }, endsIn(design.worlds[0]));

  // 18 sorts of workloads by place and address, and what is outside. Each is asked about a few times by each.
  expect(groups.length).toBeGreaterThan(60);
  expect(asked).toBeLessThan((groups.length * groups.length) / 2);
});

test('what is blocked or passes for one port, as for another, is followed once for both', () => {
  const facts = [
    ...place,
    securityGroup('Some', 'Vpc', {
      in: [22, 80, 443, 5432, 8080].map((port) => allow('tcp', port, '10.0.0.0/8')),
      out: [allow('any', null, '0.0.0.0/0')],
    }),
    instance('A', 'Subnet', { securityGroups: ['Some'] }),
    instance('B', 'Other', { securityGroups: ['Some'] }),
  ];
  const design = designOfFacts(facts);
  let asked = 0;
  const { watch } = design.judge;
  const judge: typeof design.judge = {
    watch,
    verdict(query) {
      asked += 1;
      return design.judge.verdict(query);
    },
  };
  const ends = endsIn(design.worlds[0]).filter(({ sort }) => sort === 'workload');

  matrixOfDesign({ ...design, judge }, ends);

  // Two pairs, each once for a port that is open and once for one that is not.
  expect(asked).toBe(4);
});

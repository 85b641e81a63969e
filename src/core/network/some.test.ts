import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  applicationLoadBalancer,
  flow,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';
import type { Some } from './trace';

const anyPort = { port: null, protocol: 'tcp' } as const;

function some(facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1], ends: Some = {}) {
  return compileNetwork(facts).trace(flow(from, to, { ...anyPort, some: ends }));
}

const publicSide: readonly Fact[] = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable', networkAcl: 'Acl' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
];
const open = networkAcl('Acl', 'Vpc', {});
const web = (rows: Parameters<typeof securityGroup>[2] = {}): Fact[] => [
  securityGroup('WebGroup', 'Vpc', rows),
  instance('Web', 'Public', { publicIpv4: true, securityGroups: ['WebGroup'] }),
];

describe('where one packet that gets through is enough', () => {
  test('a port that a security group lets in is found, and the step that lets it in names it', () => {
    const facts = [...publicSide, open, ...web({ in: [allow('tcp', [8443, 8444], '0.0.0.0/0')] })];

    const trace = some(facts, 'internet', 'Web');

    expect(trace.verdict).toBe('reachable');
    expect(
      trace.forward.steps.find(({ what }) => what === 'security-group')?.packet.destinationPorts,
    ).toEqual([8443, 8444]);
    expect(compileNetwork(facts).trace(flow('internet', 'Web', anyPort)).verdict).toBe('blocked');
  });

  test('two filters that have no port in common let nothing through', () => {
    const facts = [
      ...publicSide,
      networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp', 443)] }),
      ...web({ in: [allow('tcp', 80, '0.0.0.0/0'), allow('tcp', [8000, 9000], '0.0.0.0/0')] }),
    ];

    expect(some(facts, 'internet', 'Web').verdict).toBe('blocked');
  });

  test('the one port that both of two filters let through is found, wherever it stands among the others', () => {
    const facts = [
      ...publicSide,
      networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp', 80), aclRow(110, 'allow', 'tcp', 8443)] }),
      ...web({ in: [allow('tcp', 22, '0.0.0.0/0'), allow('tcp', 8443, '0.0.0.0/0')] }),
    ];

    expect(some(facts, 'internet', 'Web').verdict).toBe('reachable');
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
  test('NA2 replies to some of the client’s ports are enough, behind a NAT gateway too', () => {
    const replies = (ports: readonly [number, number]): Fact =>
      networkAcl('Acl', 'Vpc', {
        in: [aclRow(100, 'allow', 'any', null, '10.0.0.0/16'), aclRow(110, 'allow', 'tcp', ports)],
      });
    const behindNat: Fact[] = [
      natGateway('Nat', 'Public'),
      subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
      routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      instance('App', 'Private'),
    ];
    const design = (ports: readonly [number, number]) => [
      ...publicSide,
      replies(ports),
      ...web(),
      ...behindNat,
    ];

    for (const from of ['Web', 'App']) {
      expect(some(design([40_000, 50_000]), from, { address: '8.8.8.8' }).verdict, from).toBe('reachable');
      expect(some(design([1, 1000]), from, { address: '8.8.8.8' }).verdict, from).toBe('blocked');
    }
  });

  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  test('one interface with a way out is enough, whatever its others have', () => {
    const facts = [
      ...publicSide,
      open,
      subnet('Isolated', 'Vpc', '10.0.1.0/24'),
      instance('Task', 'Isolated'),
      instance('Task', 'Public', { publicIpv4: true, securityGroups: ['TaskGroup'] }),
      securityGroup('TaskGroup', 'Vpc', { in: [allow('tcp', 80, '0.0.0.0/0')] }),
    ];

    expect(some(facts, 'Task', { internet: true }).verdict).toBe('reachable');
    expect(some(facts, 'internet', 'Task').verdict).toBe('reachable');
    expect(compileNetwork(facts).trace(flow('Task', { internet: true })).verdict).toBe('blocked');
  });

  test('a row whose ports are not known may let something through', () => {
    const facts = [
      ...publicSide,
      open,
      ...web({ in: [{ protocol: 'tcp', fromPort: unknown, toPort: unknown, peer: '0.0.0.0/0' }] }),
    ];

    expect(some(facts, 'internet', 'Web').verdict).toBe('unknown');
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
  test('a load balancer leads to those that are meant, by the port of any listener', () => {
    const facts = [
      ...publicSide,
      open,
      subnet('PublicC', 'Vpc', '10.0.2.0/24', { zone: `${region}c`, routeTable: 'PublicTable' }),
      securityGroup('AlbGroup', 'Vpc', { in: [allow('tcp', 8080, '0.0.0.0/0')] }),
      ...applicationLoadBalancer(
        'Alb',
        'Vpc',
        ['Public', 'PublicC'],
        { 'HTTP 80': 'Group', 'HTTP 8080': 'Group' },
        {
          scheme: 'internet-facing',
          securityGroups: ['AlbGroup'],
        },
      ),
      targetGroup('Group', 'Vpc', ['App', 'Other'], { protocol: 'HTTP' }),
      subnet('Private', 'Vpc', '10.0.1.0/24'),
      securityGroup('AppGroup', 'Vpc', { in: [allow('tcp', 80, { ref: 'AlbGroup' })] }),
      instance('App', 'Private', { securityGroups: ['AppGroup'] }),
      instance('Other', 'Private'),
    ];
    const ends = (id: string): Some => ({ endsAt: new Set([id]) });

    expect(some(facts, 'internet', 'Alb', ends('App')).verdict).toBe('reachable');
    expect(some(facts, 'internet', 'Alb', ends('Other')).verdict).toBe('blocked');
    expect(some(facts, 'internet', 'Alb', ends('Elsewhere')).verdict).toBe('blocked');
  });
});

/** A design in which names are asked, for the tests of zones, rules and DNS servers. */
import type { Fact } from '../core/network/facts';
import { compileNetwork } from '../core/network/network';
import type { Query } from '../core/network/trace';
import {
  allow,
  flow,
  instance,
  internetGateway,
  natGateway,
  region,
  resolverEndpoint,
  resolverRule,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from './facts';

/** An app with a way to the internet, and a database with a fixed address, in two zones of a VPC. */
export const base: readonly Fact[] = [
  vpc('Vpc'),
  subnet('Public', 'Vpc', '10.0.9.0/24', { routeTable: 'PublicTable' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  internetGateway('Igw', 'Vpc'),
  natGateway('Nat', 'Public'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: `${region}c` }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Nat' }),
  instance('App', 'A', { securityGroups: ['Open'] }),
  instance('Db', 'B', { privateIpv4: '10.0.1.5', securityGroups: ['Open'] }),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
];
export const but = (by: string, ...facts: readonly Fact[]) => [
  ...base.filter((fact) => fact.by !== by),
  ...facts,
];
export const asked = (facts: readonly Fact[], host: string, more: Partial<Query> = {}) =>
  compileNetwork(facts).trace(flow('App', { dns: host }, more));

export const inbound = (more: Parameters<typeof resolverEndpoint>[4] = { securityGroups: ['Open'] }) =>
  resolverEndpoint(
    'Inbound',
    'Vpc',
    'inbound',
    [
      ['A', '10.0.0.10'],
      ['B', '10.0.1.10'],
    ],
    more,
  );
export const outbound = (more: Parameters<typeof resolverEndpoint>[4] = { securityGroups: ['Open'] }) =>
  resolverEndpoint(
    'Outbound',
    'Vpc',
    'outbound',
    [
      ['A', null],
      ['B', null],
    ],
    more,
  );
export const rule = (domain: string, ...targets: string[]) =>
  resolverRule('Rule', ['Vpc'], domain, { endpoint: 'Outbound', targets });

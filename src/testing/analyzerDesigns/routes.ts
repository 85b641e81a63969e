/** Codes of route tables and of peerings between VPCs. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  flow,
  instance,
  internetGateway,
  learntRoutes,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../facts';
import type { Family } from './shown';

/** A VPC with a web server whose routes are the given ones. */
const web = (routes: Parameters<typeof routeTable>[2] = {}): Fact[] => [
  vpc('Vpc'),
  subnet('Subnet', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', routes),
  instance('Web', 'Subnet', { publicIpv4: true }),
];

/** Another VPC with a server at the given address. */
const other = (letter: string, block: string, address: string, routes = {}): Fact[] => [
  vpc(`Vpc${letter}`, block),
  subnet(`Subnet${letter}`, `Vpc${letter}`, block, { routeTable: `Table${letter}` }),
  routeTable(`Table${letter}`, `Vpc${letter}`, routes),
  securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('any', null, '0.0.0.0/0')] }),
  instance(`Host${letter}`, `Subnet${letter}`, { privateIpv4: address, securityGroups: [`Group${letter}`] }),
];

/** Two VPCs with the same addresses, both of them peers of the first. */
const twins: readonly Fact[] = [
  ...other('B', '10.1.0.0/16', '10.1.0.5'),
  ...other('C', '10.1.0.0/16', '10.1.0.6'),
  peering('ToB', 'Vpc', 'VpcB'),
  peering('ToC', 'Vpc', 'VpcC'),
];

export const routes: Family = {
  BAD_STATE_ROUTE: {
    design: web({ '0.0.0.0/0': null }),
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'blackhole',
  },
  NO_ROUTE_TO_DESTINATION: {
    design: web(),
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'no-route',
  },
  // Beside the word for the table, a word for each of its rows that do not cover the destination.
  CANNOT_ROUTE: {
    design: [...web({ '8.8.4.0/24': 'Igw' }), internetGateway('Igw', 'Vpc')],
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'no-route',
    losingRow: '8.8.4.0/24 → Igw',
  },
  VPC_LOCAL_ROUTE_CIDR_RESTRICTION: {
    design: web(),
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'no-route',
    losingRow: '10.0.0.0/16 → local',
  },
  MORE_SPECIFIC_ROUTE: {
    design: [...web({ '10.1.0.0/16': 'ToB', '10.1.0.0/24': 'ToC' }), ...twins],
    flow: flow('Web', 'HostB'),
    blamed: 'Table',
    code: 'wrong-owner',
  },
  HIGHER_PRIORITY_ROUTE: {
    design: [
      ...web({ '10.1.0.0/16': 'ToC' }),
      ...twins,
      learntRoutes('Teacher', 'ToB', ['Table'], { '10.1.0.0/16': 'static-vpn' }),
    ],
    flow: flow('Web', 'HostB'),
    blamed: 'Table',
    code: 'wrong-owner',
  },
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: {
    design: [
      ...web({ '0.0.0.0/0': 'ToB' }),
      ...other('B', '10.1.0.0/16', '10.1.0.5', { '0.0.0.0/0': 'IgwB' }),
      internetGateway('IgwB', 'VpcB'),
      peering('ToB', 'Vpc', 'VpcB'),
    ],
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'gateway-rejects',
  },
  UNKNOWN_PEERED_SGS: {
    design: [
      ...other('B', '10.1.0.0/16', '10.1.0.5', { '10.0.0.0/16': 'ToB' }).filter(({ by }) => by !== 'GroupB'),
      securityGroup('GroupB', 'VpcB', { in: [allow('any', null, { ref: 'sg-of-another-account' })] }),
      ...web({ '10.1.0.0/16': 'ToB' }),
      peering('ToB', 'Vpc', 'VpcB'),
    ],
    flow: flow('Web', 'HostB'),
    blamed: 'GroupB',
    code: 'denied-by-security-group',
  },
  NGW_REQUIRES_SOURCE_IN_VPC: {
    design: [
      ...web({ '0.0.0.0/0': 'NatB' }),
      ...other('B', '10.1.0.0/16', '10.1.0.5', { '0.0.0.0/0': 'IgwB' }),
      internetGateway('IgwB', 'VpcB'),
      natGateway('NatB', 'SubnetB'),
    ],
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Table',
    code: 'blackhole',
  },
};

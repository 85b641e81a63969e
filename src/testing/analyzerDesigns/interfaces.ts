/** Codes of network interfaces, of security groups and of network ACLs. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  flow,
  instance,
  internetGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../facts';
import type { Family } from './shown';

/** A web server and a database in two subnets of a VPC. */
const pair = (web: Parameters<typeof instance>[2] = {}, database: typeof web = {}): Fact[] => [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.2.0/24', { networkAcl: 'Acl' }),
  instance('Web', 'A', web),
  instance('Db', 'B', { securityGroups: ['DbGroup'], ...database }),
];

const open = securityGroup('DbGroup', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] });
const table = routeTable('Table', 'Vpc');
const acl = networkAcl('Acl', 'Vpc', {});
const postgres = { port: 5432 } as const;

export const interfaces: Family = {
  // AWS attaches one internet gateway to a VPC.
  BAD_STATE: {
    design: [
      ...pair({ publicIpv4: true }),
      acl,
      open,
      internetGateway('First', 'Vpc', { order: 'a0' }),
      internetGateway('Second', 'Vpc', { order: 'a1' }),
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Second' }),
    ],
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Second',
    code: 'cannot-be-created',
  },
  ENI_ADDRESS_RESTRICTION: {
    design: [...pair({ privateIpv4: '10.0.1.10' }), table, acl, open],
    flow: flow({ resource: 'Web', address: '10.0.1.11' }, 'Db'),
    blamed: 'Web',
    code: 'no-such-host',
  },
  ENI_SG_RULES_MISMATCH: {
    design: [...pair(), table, acl, securityGroup('DbGroup', 'Vpc', { in: [allow('tcp', 80, '0.0.0.0/0')] })],
    flow: flow('Web', 'Db', postgres),
    blamed: 'DbGroup',
    code: 'denied-by-security-group',
  },
  ENI_SOURCE_DEST_CHECK_RESTRICTION: {
    design: [...pair(), acl, open, routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Db' })],
    flow: flow('Web', { address: '8.8.8.8' }),
    blamed: 'Db',
    code: 'gateway-rejects',
  },
  SG_HAS_NO_RULES: {
    design: [...pair(), table, acl, securityGroup('DbGroup', 'Vpc')],
    flow: flow('Web', 'Db', postgres),
    blamed: 'DbGroup',
    code: 'denied-by-security-group',
  },
  SUBNET_ACL_RESTRICTION: {
    design: [...pair(), table, open, networkAcl('Acl', 'Vpc', { in: [] })],
    flow: flow('Web', 'Db', postgres),
    blamed: 'Acl',
    code: 'denied-by-network-acl',
  },
  // SG2: to a VPC of another Region, groups are not known.
  SG_REFERENCES_NOT_PRESERVED: {
    design: [
      ...pair(),
      acl,
      securityGroup('WebGroup', 'Vpc'),
      instance('Caller', 'A', { securityGroups: ['WebGroup'] }),
      open,
      routeTable('Table', 'Vpc', { '10.9.0.0/16': 'Peering' }),
      vpc('Far', '10.9.0.0/16', { region: 'us-east-1' }),
      subnet('FarSubnet', 'Far', '10.9.0.0/24', { routeTable: 'FarTable' }),
      routeTable('FarTable', 'Far', { '10.0.0.0/16': 'Peering' }),
      securityGroup('FarGroup', 'Far', { in: [allow('any', null, { ref: 'WebGroup' })] }),
      instance('FarHost', 'FarSubnet', { securityGroups: ['FarGroup'] }),
      peering('Peering', 'Vpc', 'Far'),
    ],
    flow: flow('Caller', 'FarHost'),
    blamed: 'FarGroup',
    code: 'denied-by-security-group',
  },
  // The first addresses of a subnet are AWS's own, and nobody's in the design.
  NO_POSSIBLE_DESTINATION: {
    design: [...pair(), table, acl, open],
    flow: flow('Web', { address: '10.0.2.3' }),
    blamed: null,
    code: 'no-such-host',
  },
};

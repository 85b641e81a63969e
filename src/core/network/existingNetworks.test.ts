/**
 * A VPC that exists already, of which the design shows a part. Somebody may have changed what AWS put into it at first:
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html#main-route-table
 */
import { expect, test } from 'vitest';
import {
  allow,
  flow,
  instance,
  internetGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';

const design: readonly Fact[] = [
  vpc('Vpc', '10.0.0.0/16', { isExisting: true }),
  internetGateway('Igw', 'Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24'),
  subnet('B', 'Vpc', '10.0.1.0/24'),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Web', 'A', { publicIpv4: true, securityGroups: ['Open'] }),
  instance('Db', 'B', { securityGroups: ['Open'] }),
  instance('Bare', 'B'),
];

function trace(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  const { verdict, unknowns, blockedBy } = compileNetwork([...design, ...facts]).trace(flow(...question));
  return { verdict, blockedBy, says: unknowns.map(({ en }) => en) };
}

const table = 'the main route table of Vpc is not in the design';
const acl = 'the default network ACL of Vpc is not in the design, and is assumed to allow everything';
const onlyLocal = (to: string): string =>
  `the main route table of Vpc, which is not in the design, is assumed to have only the local route for ${to}`;

test('where its main route table leads to the internet is not known (RT1)', () => {
  expect(trace([], 'Web', 'internet')).toEqual({ verdict: 'unknown', blockedBy: [], says: [table, acl] });
  expect(trace([], 'internet', 'Web').verdict).toBe('unknown');
});

test('its main route table is taken to have the local route only for what is inside (RT5)', () => {
  expect(trace([], 'Web', 'Db')).toEqual({
    verdict: 'reachable',
    blockedBy: [],
    says: [acl, onlyLocal('10.0.1.0/24'), onlyLocal('10.0.0.0/24')],
  });
});

test('a main route table that is drawn decides, as does the table of a subnet', () => {
  const main = routeTable('Main', 'Vpc', {}, { main: true });

  expect(trace([main], 'Web', 'internet')).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ code: 'no-route', resource: 'Main' }],
  });
  const own = [
    routeTable('Own', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    subnet('C', 'Vpc', '10.0.2.0/24', { routeTable: 'Own' }),
    instance('Out', 'C', { publicIpv4: true, securityGroups: ['Open'] }),
  ];
  expect(trace(own, 'Out', 'internet')).toMatchObject({ verdict: 'reachable', says: [acl] });
});

test('a default network ACL that is drawn decides, and nothing is assumed (NA1)', () => {
  const drawn = networkAcl('Acl', 'Vpc', { in: [], out: [] }, { isDefault: true });

  const { verdict, blockedBy, says } = trace([drawn], 'Web', 'Db');

  expect(verdict).toBe('blocked');
  expect(blockedBy[0]).toMatchObject({ code: 'denied-by-network-acl', resource: 'Acl' });
  expect(says).not.toContain(acl);
});

test('what its default security group allows is not known (SG1)', () => {
  expect(trace([], 'Web', 'Bare')).toMatchObject({
    verdict: 'unknown',
    says: expect.arrayContaining([
      'the rules of the default security group of Vpc are not in the design',
    ]) as unknown,
  });
});

test('a VPC that the design makes has what AWS puts into it', () => {
  const made = design.map((fact) => (fact.by === 'Vpc' && fact.fact === 'network' ? vpc('Vpc') : fact));

  const { verdict, unknowns } = compileNetwork(made).trace(flow('Web', 'internet'));

  expect({ verdict, unknowns }).toEqual({ verdict: 'blocked', unknowns: [] });
});

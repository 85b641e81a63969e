/** That the usual hops say what they compare a port with: else the matrix follows every flow once for each port of a design. */
import { expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../testing/facts';
import type { End } from '../trace';
import { listenFor } from '../watch';
import { designOfFacts } from './design';

const facts = [
  vpc('Vpc', '10.0.0.0/16', { dnsHostnames: true }),
  internetGateway('Igw', 'Vpc'),
  natGateway('Nat', 'Public'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable' }),
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable', networkAcl: 'Acl' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
  networkAcl('Acl', 'Vpc', {
    in: [aclRow(100, 'allow', 'tcp', [1024, 65535]), aclRow(110, 'allow', 'tcp', 443)],
    out: [aclRow(90, 'deny', 'tcp', 25), aclRow(100, 'allow')],
  }),
  securityGroup('Group', 'Vpc', {
    in: [allow('tcp', 443, '10.0.0.0/16'), allow('tcp', [80, 90], '0.0.0.0/0')],
  }),
  instance('Web', 'Public', { publicIpv4: true, securityGroups: ['Group'] }),
  instance('App', 'Private', { securityGroups: ['Group'] }),
  gatewayEndpoint('S3', 'Vpc', 's3', ['PrivateTable']),
  ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['Public'], { securityGroups: ['Group'] }),
];

test.each<[string, string | End]>([
  ['Web', 'App'],
  ['App', 'Web'],
  ['App', 'internet'],
  ['internet', 'Web'],
  ['App', { service: 's3' }],
  ['App', { service: 'ssm' }],
])('%s to %j is worked out for a range of ports at a time', (from, to) => {
  const { judge } = designOfFacts(facts);

  for (const port of [25, 80, 443, 5432]) {
    listenFor(judge.watch, port);
    judge.verdict({ ...flow(from, to), port });

    expect(judge.watch.isRead, `port ${port}`).toBe(false);
  }
});

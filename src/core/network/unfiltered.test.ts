/** What neither security groups nor network ACLs are asked about. */
import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  networkAcl,
  region,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { AclRow, Fact, GroupRow } from './facts';
import { compileNetwork } from './network';

const https = (peer: string) => allow('tcp', 443, peer);
const s3 = `com.amazonaws.${region}.s3`;

/** An isolated client that may send HTTPS and nothing else, whose subnet's network ACL lets HTTPS and replies pass. */
function design(
  out: readonly GroupRow[],
  acl: { readonly in: readonly AclRow[]; readonly out: readonly AclRow[] },
) {
  return [
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { networkAcl: 'Acl', routeTable: 'Table' }),
    subnet('B', 'Vpc', '10.0.1.0/24'),
    routeTable('Table', 'Vpc'),
    networkAcl('Acl', 'Vpc', acl),
    securityGroup('Clients', 'Vpc', { out }),
    securityGroup('Endpoint', 'Vpc', { in: [https('10.0.0.0/24')] }),
    gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
    ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['B'], { securityGroups: ['Endpoint'] }),
    instance('App', 'A', { securityGroups: ['Clients'] }),
  ];
}

const ask = (facts: readonly Fact[], service: string) =>
  compileNetwork(facts).trace(flow('App', { service }));

const narrow = {
  in: [aclRow(100, 'allow', 'tcp', [1024, 65535])],
  out: [aclRow(90, 'deny', 'udp', 53), aclRow(95, 'deny', 'tcp', 53), aclRow(100, 'allow', 'tcp', 443)],
};

describe('questions to the VPC’s resolver', () => {
  test('SG4 need no rule of a security group', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
    const open = { in: [aclRow(100, 'allow')], out: [aclRow(100, 'allow')] };

    expect(ask(design([https('10.0.1.0/24')], open), 'ssm')).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Ssm' },
    });
    // Without any rule the name is resolved all the same, and the packet is what does not leave.
    expect(ask(design([], open), 'ssm')).toMatchObject({
      verdict: 'blocked',
      resolution: { by: 'Ssm' },
      blockedBy: [{ code: 'denied-by-security-group', resource: 'Clients' }],
    });
  });

  test('NA3 pass every network ACL', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
    expect(ask(design([https('10.0.0.0/16'), https(s3)], narrow), 'ssm').verdict).toBe('reachable');
    expect(ask(design([https('10.0.0.0/16'), https(s3)], narrow), 's3').verdict).toBe('reachable');
    const closed = { in: [], out: [] };
    expect(ask(design([https('10.0.0.0/16')], closed), 'ssm')).toMatchObject({
      resolution: { by: 'Ssm' },
      blockedBy: [{ code: 'denied-by-network-acl', resource: 'Acl', direction: 'forward' }, {}],
    });
  });
});

test('GE7 what an endpoint’s policy allows is said to be left out, of both sorts of endpoints', () => {
  // https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
  const facts = design([https('10.0.0.0/16'), https(s3)], narrow);

  for (const service of ['s3', 'ssm'])
    expect(ask(facts, service).unknowns.map(({ en }) => en)).toEqual(['endpoint policy is not analysed']);
});

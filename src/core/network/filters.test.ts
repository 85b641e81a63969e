import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  instance,
  internetGateway,
  networkAcl,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import { traceOf } from '../../testing/traceOf';
import type { AclRow, Fact, GroupRow } from './facts';
import { compileNetwork } from './network';

const network = [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24', { networkAcl: 'AclA' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { networkAcl: 'AclB' }),
];

/** A client and a server in two subnets, with these rows in their groups. */
function groups(server: readonly GroupRow[], client?: readonly GroupRow[]): Fact[] {
  return [
    ...network,
    securityGroup('ClientGroup', 'Vpc', client === undefined ? {} : { out: client }),
    securityGroup('ServerGroup', 'Vpc', { in: server }),
    instance('Client', 'A', { securityGroups: ['ClientGroup'] }),
    instance('Server', 'B', { securityGroups: ['ServerGroup'] }),
  ];
}

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('SG1 security groups allow, together, and remember', () => {
  test('the reply needs no rule', () => {
    const trace = traceOf(
      groups([allow('tcp', 443, '10.0.0.0/24')], [allow('tcp', 443, '10.0.1.0/24')]),
      'Client',
      'Server',
    );

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps.some(({ what }) => what === 'security-group')).toBe(false);
  });

  test('any rule of any group of the interface will do', () => {
    const facts = [
      ...groups([allow('tcp', 22, '0.0.0.0/0')]).filter(({ by }) => by !== 'Server'),
      securityGroup('Second', 'Vpc', {
        in: [allow('udp', null, '0.0.0.0/0'), allow('tcp', [400, 500], '10.0.0.0/16')],
      }),
      instance('Server', 'B', { securityGroups: ['ServerGroup', 'Second'] }),
    ];

    const trace = traceOf(facts, 'Client', 'Server');

    expect(trace.verdict).toBe('reachable');
    expect(
      trace.forward.steps.find(({ what, direction }) => what === 'security-group' && direction === 'in'),
    ).toMatchObject({
      because: { resource: 'Second', row: 'ingress rule 2', field: 'inbound', rowKey: 'r2' },
    });
  });

  test('several rules together may allow a whole range of ports', () => {
    const rows = [allow('tcp', [0, 1023], '0.0.0.0/0'), allow('tcp', [1024, 65535], '0.0.0.0/0')];

    expect(traceOf(groups(rows), 'Client', 'Server', { port: null }).verdict).toBe('reachable');
    expect(traceOf(groups(rows.slice(1)), 'Client', 'Server', { port: null }).verdict).toBe('blocked');
    expect(traceOf(groups(rows), 'Client', 'Server', { protocol: 'any', port: null }).verdict).toBe(
      'blocked',
    );
  });

  test('the default group lets its own members in, and everything out', () => {
    const facts = [...network, instance('One', 'A'), instance('Two', 'B'), ...groups([]).slice(3)];

    expect(traceOf(facts, 'One', 'Two').verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', 'Two').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      row: 'default security group',
      code: 'denied-by-security-group',
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
  });

  test('outbound rules are asked too', () => {
    expect(
      traceOf(groups([allow('any', null, '0.0.0.0/0')], [allow('tcp', 80, '0.0.0.0/0')]), 'Client', 'Server')
        .blockedBy[0],
    ).toMatchObject({
      resource: 'ClientGroup',
      field: 'outbound',
      at: 'Client',
      code: 'denied-by-security-group',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('SG2 a rule that names a group', () => {
  test('means the private addresses of its members, inbound and outbound', () => {
    const facts = groups(
      [allow('tcp', 443, { ref: 'ClientGroup' })],
      [allow('tcp', 443, { ref: 'ServerGroup' })],
    );

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('reachable');
  });

  test.each([{ ref: 'ServerGroup' }, { ref: 'Nowhere' }])('does not match others: %o', (peer) => {
    expect(traceOf(groups([allow('tcp', 443, peer)]), 'Client', 'Server').blockedBy[0]).toMatchObject({
      resource: 'ServerGroup',
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
  });

  test('means nothing to the internet', () => {
    const facts = [
      ...groups([allow('tcp', 443, { ref: 'ClientGroup' })]),
      internetGateway('Igw', 'Vpc'),
      instance('Public', 'B', { publicIpv4: true, securityGroups: ['ServerGroup'] }),
    ];

    expect(traceOf(facts, 'internet', 'Public').blockedBy[0]).toMatchObject({
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
  });
});

test('SG2 behind a hop that is not known, a group of another VPC may or may not be recognised', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
  const facts = (rows: readonly GroupRow[]) => [
    ...groups([]),
    routeTable('Main', 'Vpc', { '10.9.0.0/16': 'Peering' }, { main: true }),
    vpc('Vpc2', '10.9.0.0/16'),
    subnet('C', 'Vpc2', '10.9.0.0/24'),
    securityGroup('FarGroup', 'Vpc2', { in: rows }),
    instance('Far', 'C', { securityGroups: ['FarGroup'] }),
  ];

  expect(traceOf(facts([allow('tcp', 443, { ref: 'ClientGroup' })]), 'Client', 'Far').verdict).toBe(
    'unknown',
  );
  expect(
    traceOf(facts([allow('tcp', 443, { ref: 'ServerGroup' })]), 'Client', 'Far').blockedBy[0],
  ).toMatchObject({
    resource: 'FarGroup',
    code: 'denied-by-security-group',
  });
});

test('SG4 a rule that names a prefix list of AWS matches that service only', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
  const facts = [
    ...groups([], [allow('tcp', 443, `com.amazonaws.${region}.s3`)]),
    routeTable('Main', 'Vpc', { '0.0.0.0/0': 'Igw' }, { main: true }),
    internetGateway('Igw', 'Vpc'),
  ].map((fact) => (fact.by === 'Client' && fact.fact === 'interface' ? { ...fact, publicIpv4: true } : fact));

  expect(traceOf(facts, 'Client', { service: 's3' }).verdict).toBe('reachable');
  expect(traceOf(facts, 'Client', { service: 'sqs' }).verdict).toBe('blocked');
  expect(traceOf(facts, 'Client', 'internet').verdict).toBe('blocked');
});

test('SG5 a group without rules says so', () => {
  // https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
  expect(traceOf(groups([]), 'Client', 'Server').blockedBy[0]).toMatchObject({
    resource: 'ServerGroup',
    analyzerCode: 'SG_HAS_NO_RULES',
  });
});

describe('what a group does not know', () => {
  test('decides only where no other rule allows', () => {
    const rows = [allow('tcp', 443, unknown)];

    expect(traceOf(groups(rows), 'Client', 'Server')).toMatchObject({
      verdict: 'unknown',
      unknowns: [unknown.unknown],
    });
    expect(traceOf(groups([...rows, allow('tcp', 443, '10.0.0.0/16')]), 'Client', 'Server').verdict).toBe(
      'reachable',
    );
    expect(traceOf(groups([allow('tcp', 22, unknown)]), 'Client', 'Server').verdict).toBe('blocked');
    expect(traceOf(groups([allow(unknown, 443, '10.0.0.0/16')]), 'Client', 'Server').verdict).toBe('unknown');
  });

  test('a group that is not in the design may allow anything', () => {
    const facts = [
      ...groups([]).filter(({ by }) => by !== 'Server'),
      instance('Server', 'B', { securityGroups: ['Other'] }),
    ];

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('unknown');
  });
});

/** Client and server in two subnets, everything allowed by groups; the ACL of the server's subnet has these rows. */
function guarded(rows: { readonly in?: readonly AclRow[]; readonly out?: readonly AclRow[] }): Fact[] {
  return [...groups([allow('any', null, '0.0.0.0/0')]), networkAcl('AclB', 'Vpc', rows)];
}

// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
describe('NA1 network ACLs: the first rule that matches, and a closing deny', () => {
  test('the lowest number decides, whatever the order of the rows', () => {
    const rows = [aclRow(200, 'allow'), aclRow(100, 'deny', 'tcp', 443)];

    for (const order of [rows, [...rows].reverse()])
      expect(traceOf(guarded({ in: order }), 'Client', 'Server').blockedBy[0]).toMatchObject({
        resource: 'AclB',
        row: 'ingress rule 100',
        field: 'inbound',
        at: 'B',
        code: 'denied-by-network-acl',
      });
    expect(traceOf(guarded({ in: rows }), 'Client', 'Server', { port: 80 }).verdict).toBe('reachable');
  });

  test('an empty list denies everything', () => {
    expect(traceOf(guarded({ in: [] }), 'Client', 'Server').blockedBy[0]).toMatchObject({
      resource: 'AclB',
      row: 'ingress rule *',
    });
  });

  test('the default ACL that nobody drew allows everything', () => {
    expect(compileNetwork(network).networkAclOf('A')).toBeNull();
    expect(traceOf(groups([allow('any', null, '0.0.0.0/0')]), 'Client', 'Server').verdict).toBe('reachable');
  });

  test('a drawn default ACL guards the subnets that name none', () => {
    const facts = [
      ...groups([allow('any', null, '0.0.0.0/0')]),
      networkAcl('Default', 'Vpc', { in: [] }, { isDefault: true }),
    ];

    expect(compileNetwork(facts).networkAclOf('B')).toBe('Default');
    expect(traceOf(facts, 'Client', 'Server').blockedBy[0]?.resource).toBe('Default');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
describe('NA2 the reply is judged by the client’s ports, all of them', () => {
  const reply = (...rows: AclRow[]) => traceOf(guarded({ out: rows }), 'Client', 'Server');

  test('the whole range of an instance must pass', () => {
    expect(reply(aclRow(100, 'allow', 'tcp', [32768, 65535])).verdict).toBe('reachable');
    expect(reply(aclRow(100, 'allow', 'tcp', [32768, 61000])).blockedBy[0]).toMatchObject({
      row: 'egress rule *',
      direction: 'return',
    });
  });

  test('rules may share the range, and one denied port in the middle is enough to block', () => {
    const halves = [aclRow(100, 'allow', 'tcp', [1024, 50000]), aclRow(110, 'allow', 'tcp', [50001, 65535])];

    expect(reply(...halves).verdict).toBe('reachable');
    expect(reply(aclRow(90, 'deny', 'tcp', 40000), ...halves).blockedBy[0]).toMatchObject({
      row: 'egress rule 90',
    });
  });

  test('a given source port is the only one that counts', () => {
    const facts = guarded({ out: [aclRow(100, 'allow', 'tcp', [50000, 50010])] });

    expect(traceOf(facts, 'Client', 'Server', { sourcePort: 50001 }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', 'Server', { sourcePort: 40000 }).verdict).toBe('blocked');
  });

  test('functions and the internet use 1024–65535', () => {
    const facts = [
      ...guarded({ out: [aclRow(100, 'allow', 'tcp', [32768, 65535])] }),
      instance('Function', 'A', { clientPorts: [1024, 65535], securityGroups: ['ClientGroup'] }),
    ];

    expect(traceOf(facts, 'Function', 'Server').blockedBy[0]).toMatchObject({
      resource: 'AclB',
      direction: 'return',
    });
  });
});

test('NA5 within a subnet the network ACL is not asked', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
  const facts = [
    ...guarded({ in: [], out: [] }),
    instance('Neighbour', 'B', { securityGroups: ['ClientGroup'] }),
  ];

  expect(traceOf(facts, 'Neighbour', 'Server').verdict).toBe('reachable');
});

describe('what a network ACL does not know', () => {
  test('an unknown row decides only where it makes a difference', () => {
    const verdict = (...rows: AclRow[]) => traceOf(guarded({ in: rows }), 'Client', 'Server').verdict;

    expect(verdict(aclRow(100, unknown), aclRow(200, 'allow'))).toBe('unknown');
    expect(verdict(aclRow(100, 'allow'), aclRow(200, unknown))).toBe('reachable');
    expect(verdict(aclRow(100, 'allow', 'tcp', 443, unknown), aclRow(200, 'allow'))).toBe('reachable');
    expect(verdict(aclRow(100, 'deny', 'tcp', 443, unknown), aclRow(200, 'allow'))).toBe('unknown');
    expect(verdict(aclRow(100, 'allow', 'tcp', 443, unknown))).toBe('unknown');
    expect(verdict(aclRow(100, 'allow', 'tcp', 80, unknown))).toBe('blocked');
    expect(verdict(aclRow(unknown, 'deny'), aclRow(100, 'allow'))).toBe('unknown');
  });

  test('which ACL guards the subnet', () => {
    const facts = groups([allow('any', null, '0.0.0.0/0')]).map((fact) =>
      fact.by === 'B' && fact.fact === 'subnet' ? { ...fact, networkAcl: unknown } : fact,
    );

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('unknown');
  });
});

test('a second obstacle behind the first is listed too', () => {
  const facts = [
    ...groups([], [allow('tcp', 80, '0.0.0.0/0')]),
    networkAcl('AclB', 'Vpc', { in: [], out: [] }),
  ];

  expect(
    traceOf(facts, 'Client', 'Server').blockedBy.map(({ resource, direction }) => [resource, direction]),
  ).toEqual([
    ['ClientGroup', 'forward'],
    ['AclB', 'forward'],
    ['ServerGroup', 'forward'],
    ['AclB', 'return'],
  ]);
});

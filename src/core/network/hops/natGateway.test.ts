import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { AclRow } from '../facts';

const around = (publicRoutes: Readonly<Record<string, string | null>>, nat = natGateway('Nat', 'Public')) => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable', networkAcl: 'NatAcl' }),
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
  routeTable('PublicTable', 'Vpc', publicRoutes),
  routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
  nat,
  instance('App', 'Private'),
];
const good = around({ '0.0.0.0/0': 'Igw' });

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
describe('NG1 what a NAT gateway carries', () => {
  test('it puts its own address and a port of 1024–65535 in place of the source', () => {
    const trace = traceOf(good, 'App', 'internet');

    expect(trace.verdict).toBe('reachable');
    expect(
      trace.forward.steps.find(({ at, what }) => at === 'Nat' && what === 'translate')?.packet,
    ).toMatchObject({
      source: '10.0.0.0/24',
      sourcePorts: [1024, 65535],
    });
    expect(
      trace.return?.steps.find(({ at, what }) => at === 'Nat' && what === 'translate')?.packet,
    ).toMatchObject({
      destination: '10.0.1.0/24',
      destinationPorts: [32768, 65535],
    });
  });

  test.each(['tcp', 'udp', 'icmp'] as const)('%s passes', (protocol) => {
    expect(traceOf(good, 'App', 'internet', { protocol, port: null }).verdict).toBe('reachable');
  });

  test('other protocols do not', () => {
    expect(traceOf(good, 'App', 'internet', { protocol: 'any', port: null }).blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'translation-refused',
      analyzerCode: 'PROTOCOL_RESTRICTION',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
describe('NG2 a public NAT gateway needs a public subnet and an Elastic IP address', () => {
  test('in a subnet without an internet route it fails at that subnet’s table', () => {
    expect(traceOf(around({}), 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'PublicTable',
      code: 'no-route',
      at: 'Public',
    });
  });

  test('without an Elastic IP address it cannot be created', () => {
    const facts = around({ '0.0.0.0/0': 'Igw' }, natGateway('Nat', 'Public', { elasticIp: false }));

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Nat',
      field: 'elasticIp',
      code: 'cannot-be-created',
    });
  });

  test('in a VPC without an internet gateway it cannot be created', () => {
    const facts = good.filter(({ fact }) => fact !== 'internet-gateway');

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'cannot-be-created',
    });
  });

  test('a private one has no public address, so an internet gateway drops its packets', () => {
    const facts = around(
      { '0.0.0.0/0': 'Igw' },
      natGateway('Nat', 'Public', { connectivity: 'private', elasticIp: false }),
    );

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'no-public-address',
    });
  });

  test('nobody can say while it is not known whether it is public', () => {
    const facts = around({ '0.0.0.0/0': 'Igw' }, natGateway('Nat', 'Public', { connectivity: unknown }));

    expect(traceOf(facts, 'App', 'internet').verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
describe('NG4 what begins outside is dropped', () => {
  test('from the internet, and from inside', () => {
    for (const from of ['internet', 'App'])
      expect(traceOf(good, from, 'Nat').blockedBy[0]).toMatchObject({
        resource: 'Nat',
        code: 'translation-refused',
        direction: 'forward',
      });
  });
});

test('NG5 a NAT gateway whose own subnet sends everything back to it is a loop, seen at the first turn', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
  const trace = traceOf(around({ '0.0.0.0/0': 'Nat' }), 'App', 'internet');

  expect(trace.blockedBy).toMatchObject([{ resource: 'PublicTable', row: '0.0.0.0/0 → Nat', code: 'loop' }]);
  expect(trace.forward.steps.filter(({ what }) => what === 'translate')).toHaveLength(1);
});

test('NG5 two NAT gateways that send to one another are a loop, not a hang', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
  const facts = [
    ...around({ '0.0.0.0/0': 'Nat2' }),
    subnet('Public2', 'Vpc', '10.0.2.0/24', { routeTable: 'Table2' }),
    routeTable('Table2', 'Vpc', { '0.0.0.0/0': 'Nat' }),
    natGateway('Nat2', 'Public2'),
  ];

  expect(traceOf(facts, 'App', 'internet').blockedBy[0]?.code).toBe('loop');
});

test('NG7 a NAT gateway serves the subnets of other zones too', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
  const facts = good.map((fact) =>
    fact.fact === 'subnet' && fact.by === 'Private' ? { ...fact, zone: 'ap-northeast-1c' } : fact,
  );

  expect(traceOf(facts, 'App', 'internet').verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
describe('NA4 the network ACL of the NAT gateway’s subnet sees the flow four times', () => {
  const everywhere = '0.0.0.0/0';
  const inside = '10.0.1.0/24';
  const rows = {
    in: [aclRow(100, 'allow', 'tcp', 443, inside), aclRow(110, 'allow', 'tcp', [1024, 65535], everywhere)],
    out: [aclRow(100, 'allow', 'tcp', 443, everywhere), aclRow(110, 'allow', 'tcp', [32768, 65535], inside)],
  };
  const withAcl = (side: 'in' | 'out', without: number | null) => {
    const filtered: { in: AclRow[]; out: AclRow[] } = { ...rows };
    filtered[side] = rows[side].filter(({ number }) => number !== without);
    return traceOf([...good, networkAcl('NatAcl', 'Vpc', filtered)], 'App', 'internet');
  };

  test('with one row for each look the flow passes', () => {
    const trace = withAcl('in', null);

    expect(trace.verdict).toBe('reachable');
    const looks = [...trace.forward.steps, ...(trace.return?.steps ?? [])].filter(
      ({ at, what }) => at === 'Public' && what === 'network-acl',
    );
    expect(looks.map(({ direction, because }) => [direction, because.row])).toEqual([
      ['in', 'ingress rule 100'],
      ['out', 'egress rule 100'],
      ['in', 'ingress rule 110'],
      ['out', 'egress rule 110'],
    ]);
  });

  test.each([
    ['in', 100, 'forward'],
    ['out', 100, 'forward'],
    ['in', 110, 'return'],
    ['out', 110, 'return'],
  ] as const)('without its row %s %d it is blocked %s', (side, number, direction) => {
    expect(withAcl(side, number).blockedBy[0]).toMatchObject({
      resource: 'NatAcl',
      code: 'denied-by-network-acl',
      analyzerCode: 'SUBNET_ACL_RESTRICTION',
      direction,
    });
  });

  test('a reply range that fits instances only is too narrow for a NAT gateway', () => {
    const narrow = {
      ...rows,
      in: [rows.in[0] ?? aclRow(1, 'allow'), aclRow(110, 'allow', 'tcp', [32768, 65535])],
    };

    expect(
      traceOf([...good, networkAcl('NatAcl', 'Vpc', narrow)], 'App', 'internet').blockedBy[0],
    ).toMatchObject({
      resource: 'NatAcl',
      row: 'ingress rule *',
      direction: 'return',
    });
  });
});

test('a NAT gateway as the source of a flow sends with its own address', () => {
  expect(traceOf(good, 'Nat', 'internet').verdict).toBe('reachable');
});

test('a service is told by name behind a NAT gateway, and its security groups are gone', () => {
  const facts = [...good, securityGroup('Clients', 'Vpc', { out: [allow('tcp', 443, '0.0.0.0/0')] })];

  expect(traceOf(facts, 'App', { service: 'sqs' }).forward.disposition).toBe('exits-to-service');
});

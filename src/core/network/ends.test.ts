import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  awsService,
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
import type { Fact } from './facts';

const all = [allow('any', null, '0.0.0.0/0')];
const base = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { networkAcl: 'AclB' }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  securityGroup('Open', 'Vpc', { in: all }),
  instance('Web', 'A', { publicIpv4: true, securityGroups: ['Open'] }),
  instance('Db', 'B', { privateIpv4: '10.0.1.10', securityGroups: ['Open'] }),
];

describe('a plain address is that address, whoever owns it', () => {
  test('the one who has it gets the packet', () => {
    const trace = traceOf(base, 'Web', { address: '10.0.1.10' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.at(-1)).toMatchObject({ at: 'Db', what: 'deliver' });
  });

  test('nobody is to blame for an address that no one has', () => {
    for (const address of ['10.0.1.20', '10.0.1.255', '10.0.77.1'])
      expect(traceOf(base, 'Web', { address }).blockedBy[0]).toMatchObject({
        resource: null,
        code: 'no-such-host',
      });
  });

  test('it may be the address of someone to whom AWS gives any free one', () => {
    expect(traceOf(base, 'Db', { address: '10.0.0.99' }).verdict).toBe('unknown');
    expect(traceOf(base, 'Db', { address: '10.0.0.1' }).blockedBy[0]).toMatchObject({ code: 'no-such-host' });
  });

  test('as a source it is its owner', () => {
    expect(traceOf(base, { address: '10.0.1.10' }, 'Web').verdict).toBe('reachable');
    expect(traceOf(base, { address: '10.0.1.20' }, 'Web').blockedBy[0]).toMatchObject({ resource: null });
    expect(traceOf(base, { address: '203.0.113.9' }, 'Web').verdict).toBe('reachable');
  });

  test('text that is no address is a verdict, not an exception', () => {
    expect(traceOf(base, 'Web', { address: '10.0.0.300' })).toMatchObject({ verdict: 'blocked' });
    expect(traceOf(base, { internet: true, address: 'x' }, 'Web')).toMatchObject({ verdict: 'blocked' });
  });
});

test('a resource as destination must itself be reached: the same address in this VPC is another owner', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
  const facts = [
    ...base,
    vpc('Vpc2'),
    subnet('C', 'Vpc2', '10.0.1.0/24'),
    instance('Other', 'C', { privateIpv4: '10.0.1.10' }),
    instance('Third', 'C', { privateIpv4: '10.0.1.30' }),
  ];

  expect(traceOf(facts, 'Web', 'Other').blockedBy[0]).toMatchObject({
    resource: 'Table',
    row: '10.0.0.0/16 → local',
    code: 'wrong-owner',
  });
  expect(traceOf(facts, 'Web', 'Third').blockedBy[0]).toMatchObject({
    resource: 'Table',
    row: '10.0.0.0/16 → local',
    code: 'wrong-owner',
  });
});

describe('a workload without a fixed address', () => {
  test('has one class of addresses as long as the design tells none apart', () => {
    const facts = [
      ...base,
      networkAcl('AclB', 'Vpc', { in: [aclRow(100, 'allow', 'any', null, '10.0.0.0/24')] }),
    ];

    expect(traceOf(facts, 'Web', 'Db').verdict).toBe('reachable');
  });

  test('is unknown where a rule allows some of its free addresses only', () => {
    const facts = [
      ...base,
      networkAcl('AclB', 'Vpc', { in: [aclRow(100, 'allow', 'any', null, '10.0.0.0/25')] }),
    ];

    const trace = traceOf(facts, 'Web', 'Db');

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns[0]?.en).toContain('which free address');
  });

  test('never has a reserved address, or that of somebody else', () => {
    const rows = ['10.0.0.0/30', '10.0.0.255/32', '10.0.0.4/32'].map((block, index) =>
      aclRow(index + 1, 'deny', 'any', null, block),
    );
    const facts = [
      ...base,
      instance('Fixed', 'A', { privateIpv4: '10.0.0.4' }),
      networkAcl('AclB', 'Vpc', { in: [...rows, aclRow(100, 'allow')] }),
    ];

    expect(traceOf(facts, 'Web', 'Db').verdict).toBe('reachable');
  });

  test('with a fixed address outside its subnet it cannot be created', () => {
    const facts = [...base, instance('Lost', 'A', { privateIpv4: '10.0.1.77' })];

    expect(traceOf(facts, 'Lost', 'Db').blockedBy[0]).toMatchObject({
      resource: 'Lost',
      code: 'cannot-be-created',
    });
  });
});

describe('the internet without an address', () => {
  test('is none of the addresses that a rule names one by one', () => {
    const only = (block: string) => [
      ...base.filter(({ by }) => by !== 'Open'),
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, block)] }),
    ];

    expect(traceOf(only('203.0.113.7/32'), 'internet', 'Web').verdict).toBe('blocked');
    expect(traceOf(only('203.0.113.7/32'), { internet: true, address: '203.0.113.7' }, 'Web').verdict).toBe(
      'reachable',
    );
    expect(traceOf(only('0.0.0.0/0'), 'internet', 'Web').verdict).toBe('reachable');
  });

  test('two halves of the address space are as good as the whole', () => {
    const facts = [
      ...base.filter(({ by }) => by !== 'Table'),
      routeTable('Table', 'Vpc', { '0.0.0.0/1': 'Igw', '128.0.0.0/1': 'Igw' }),
    ];

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { service: 'sqs' }).verdict).toBe('reachable');
  });
});

test('a workload in several subnets must work from each of them', () => {
  const facts = [
    ...base,
    subnet('C', 'Vpc', '10.0.2.0/24'),
    instance('Function', 'A', { publicIpv4: true }),
    instance('Function', 'C', { publicIpv4: true }),
  ];

  const trace = traceOf(facts, 'Function', 'internet');

  expect(trace.blockedBy[0]).toMatchObject({ resource: 'Vpc', row: 'main route table', code: 'no-route' });
  expect(trace.unknowns[0]?.en).toContain('1 of 2 paths work');
});

test('what stops a workload in several subnets alike is told of once', () => {
  const facts = [
    ...base,
    subnet('C', 'Vpc', '10.0.2.0/24'),
    subnet('D', 'Vpc', '10.0.3.0/24'),
    instance('Function', 'C', { publicIpv4: true }),
    instance('Function', 'D', { publicIpv4: true }),
  ];

  const { blockedBy } = traceOf(facts, 'Function', 'internet');

  expect(blockedBy.map(({ resource, row, code }) => [resource, row, code])).toEqual([
    ['Vpc', 'main route table', 'no-route'],
  ]);
});

test('a drawn service is asked for by its name in its own Region', () => {
  const facts = [...base, awsService('S3', 's3'), awsService('Far', 's3', 'us-east-1')];

  expect(traceOf(facts, 'Web', 'S3').resolution?.answers).toEqual([`pl:com.amazonaws.${region}.s3`]);
  expect(traceOf(facts, 'Web', 'Far').resolution?.answers).toEqual(['pl:com.amazonaws.us-east-1.s3']);
});

describe('on-premises without a connection', () => {
  const office: Fact = { fact: 'on-premises', by: 'Office', blocks: ['192.168.0.0/16'] };

  test('nothing leads there, and nothing comes from there', () => {
    expect(traceOf([...base, office], 'Db', 'Office').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      code: 'no-route',
    });
    expect(traceOf([...base, office], 'Office', 'Db').blockedBy[0]).toMatchObject({
      resource: 'Office',
      code: 'no-route',
    });
  });

  test('with public addresses it is somebody on the internet', () => {
    const open: Fact = { fact: 'on-premises', by: 'Office', blocks: ['203.0.113.0/24'] };

    expect(traceOf([...base, open], 'Web', 'Office').forward.disposition).toBe('exits-to-on-premises');
    expect(traceOf([...base, open], 'Office', 'Web').verdict).toBe('reachable');
  });
});

describe('half a drawing', () => {
  test.each([
    ['an instance in no subnet', instance('Loose', 'Nowhere')],
    ['a name that nothing has', vpc('Vpc9', '10.9.0.0/16')],
  ])('%s is a verdict with its reason', (_, fact) => {
    const trace = traceOf([...base, fact], 'Loose', 'Db');

    expect(trace).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Loose', code: 'not-attached' }],
    });
  });

  test('blocks that are no blocks are ignored', () => {
    const facts = [
      vpc('Vpc', '10.0.0.0/33'),
      subnet('A', 'Vpc', '010.0.0.0/24'),
      routeTable('Main', 'Vpc', { x: 'Igw', '10.0.0.0/33': 'Igw' }, { main: true }),
      securityGroup('Group', 'Vpc', { in: [allow('tcp', 443, '300.0.0.0/8')] }),
      instance('One', 'A'),
      instance('Two', 'A', { securityGroups: ['Group'] }),
    ];

    expect(['blocked', 'unknown']).toContain(traceOf(facts, 'One', 'Two').verdict);
    expect(traceOf(facts, 'One', 'internet').verdict).toBe('blocked');
  });

  test('an unknown subnet block still lets the rest be judged', () => {
    const facts = [
      vpc('Vpc'),
      internetGateway('Igw', 'Vpc'),
      subnet('A', 'Vpc', '', { block: unknown }),
      routeTable('Main', 'Vpc', { '0.0.0.0/0': 'Igw' }, { main: true }),
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
      instance('One', 'A', { publicIpv4: true, securityGroups: ['Open'] }),
      instance('Two', 'A'),
    ];

    expect(traceOf(facts, 'One', 'internet').verdict).toBe('reachable');
    expect(traceOf(facts, 'Two', 'internet').blockedBy[0]).toMatchObject({ code: 'no-public-address' });
    expect(traceOf(facts, 'Two', 'One').verdict).toBe('reachable');
  });

  test('unknown blocks of the VPC itself do not hide its own neighbours', () => {
    const facts = [
      vpc('Vpc', '', { blocks: [unknown] }),
      subnet('A', 'Vpc', '', { block: unknown }),
      subnet('B', 'Vpc', '', { block: unknown }),
      instance('One', 'A'),
      instance('Two', 'B'),
    ];

    expect(traceOf(facts, 'One', 'Two').verdict).toBe('reachable');
    expect(traceOf(facts, 'One', 'internet').blockedBy[0]).toMatchObject({ code: 'no-route' });
  });
});

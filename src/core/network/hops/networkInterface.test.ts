import { describe, expect, test } from 'vitest';
import {
  allow,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, InterfaceFact } from '../facts';

const eni = (more: Partial<InterfaceFact> = {}): InterfaceFact =>
  instance('Eni', 'Middle', { securityGroups: ['Open'], sourceDestinationCheck: false, ...more });

const network = (own: InterfaceFact): readonly Fact[] => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  subnet('Front', 'Vpc', '10.0.0.0/24', { routeTable: 'FrontTable' }),
  subnet('Middle', 'Vpc', '10.0.1.0/24', { routeTable: 'MiddleTable' }),
  subnet('Back', 'Vpc', '10.0.2.0/24', { routeTable: 'BackTable' }),
  routeTable('FrontTable', 'Vpc', { '10.0.2.0/24': 'Eni' }),
  routeTable('MiddleTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('BackTable', 'Vpc', { '10.0.0.0/24': 'Eni' }),
  instance('Client', 'Front', { securityGroups: ['Open'] }),
  instance('Server', 'Back', { securityGroups: ['Open'] }),
  own,
];

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
describe('RT10 an interface as the target of a route', () => {
  test('drops everything while nothing has it', () => {
    expect(traceOf(network(eni({ attached: false })), 'Client', 'Server').blockedBy[0]).toMatchObject({
      resource: 'FrontTable',
      code: 'blackhole',
      analyzerCode: 'BAD_STATE_ROUTE',
    });
  });

  test('does what its software does while something has it', () => {
    const trace = traceOf(network(eni({ attached: true })), 'Client', 'Server');

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns[0]?.en).toContain('Eni is an appliance');
  });

  test('nobody can say while it is not known whether something has it', () => {
    expect(traceOf(network(eni({ attached: unknown })), 'Client', 'Server').verdict).toBe('unknown');
  });

  test('OT1 drops what is not its own while its source/destination check is on', () => {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
    expect(
      traceOf(network(eni({ sourceDestinationCheck: true })), 'Client', 'Server').blockedBy[0],
    ).toMatchObject({
      resource: 'Eni',
      field: 'sourceDestinationCheck',
      analyzerCode: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    });
  });
});

describe('an interface that nothing has', () => {
  test.each([
    ['Client', 'Eni'],
    ['Eni', 'Client'],
  ])('is followed from %s to %s, with a word about what is assumed', (from, to) => {
    const trace = traceOf(network(eni({ attached: false })), from, to);

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en).join()).toContain('attached to nothing in the design');
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
describe('further private addresses', () => {
  const own = eni({
    privateIpv4: '10.0.1.10',
    otherPrivateIpv4: { a: '10.0.1.20', b: 'no address', c: unknown },
    publicIpv4: true,
  });

  test('are those of the interface, whoever asks for them', () => {
    const trace = traceOf(network(own), 'Client', { address: '10.0.1.20' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.at(-1)?.at).toBe('Eni');
  });

  test('are sent from when they are named', () => {
    const trace = traceOf(network(own), { resource: 'Eni', address: '10.0.1.20' }, 'Client');

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps[0]?.packet.source).toBe('10.0.1.20');
  });

  test('are free for nobody else', () => {
    const facts = [...network(own), instance('Other', 'Middle', { privateIpv4: '10.0.1.21' })];

    expect(traceOf(facts, { resource: 'Other', address: '10.0.1.20' }, 'Client').blockedBy[0]).toMatchObject({
      code: 'no-such-host',
    });
  });

  test('must be in the subnet', () => {
    const outside = eni({ otherPrivateIpv4: { a: '10.0.2.20' } });

    expect(traceOf(network(outside), 'Client', 'Eni').blockedBy[0]).toMatchObject({
      resource: 'Eni',
      code: 'cannot-be-created',
    });
  });

  test('have no part in the public address (IG2)', () => {
    expect(
      traceOf(network(own), { resource: 'Eni', address: '10.0.1.10' }, { address: '8.8.8.8' }).verdict,
    ).toBe('reachable');
    expect(
      traceOf(network(own), { resource: 'Eni', address: '10.0.1.20' }, { address: '8.8.8.8' }).blockedBy[0],
    ).toMatchObject({ resource: 'Eni', code: 'no-public-address' });
    expect(traceOf(network(own), 'internet', { resource: 'Eni', address: '10.0.1.20' }).verdict).toBe(
      'blocked',
    );
  });
});

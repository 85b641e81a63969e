import { describe, expect, test } from 'vitest';
import {
  aclRow,
  flow,
  instance,
  internetGateway,
  networkAcl,
  region,
  regionalNat,
  routeTable,
  subnet,
  unknown,
  unmodelled,
  vpc,
} from '../../../testing/facts';
import type { Fact, NatGatewayFact, SubnetFact } from '../facts';
import { compileNetwork } from '../network';

/** Private subnets in two zones, both behind one regional NAT gateway, and no public subnet. */
function network({
  zones = null,
  zone = `${region}c`,
  nat = {},
  more = [],
  gateway = true,
}: {
  readonly zones?: NonNullable<NatGatewayFact['regional']>['zones'];
  /** That of the second subnet. */
  readonly zone?: SubnetFact['zone'];
  readonly nat?: Partial<NatGatewayFact>;
  readonly more?: readonly Fact[];
  readonly gateway?: boolean;
} = {}) {
  return compileNetwork([
    vpc('Vpc'),
    ...(gateway ? [internetGateway('Igw', 'Vpc')] : []),
    regionalNat('Nat', 'Vpc', zones, nat),
    routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Private' }),
    subnet('C', 'Vpc', '10.0.1.0/24', { routeTable: 'Private', zone }),
    instance('One', 'A'),
    instance('Two', 'C'),
    ...more,
  ]);
}

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
describe('NG8 a regional NAT gateway', () => {
  test.each(['One', 'Two'])(
    'lets %s out by its own route to the internet gateway, with no public subnet',
    (from) => {
      const trace = network().trace(flow(from, 'internet'));

      expect(trace.verdict).toBe('reachable');
      expect(trace.forward.steps.map(({ at, what }) => `${what} ${at}`).slice(2)).toEqual([
        `route ${from === 'One' ? 'A' : 'C'}`,
        'translate Nat',
        'route Nat',
        'translate Igw',
        'deliver null',
      ]);
      expect(trace.return?.steps.map(({ at, what }) => `${what} ${at}`)).toEqual([
        'gateway Igw',
        'translate Igw',
        'translate Nat',
        'route Nat',
        `network-acl ${from === 'One' ? 'A' : 'C'}`,
        `deliver ${from}`,
      ]);
    },
  );

  test('takes its own rows for the deciding ones', () => {
    const { forward } = network().trace(flow('One', 'internet'));

    expect(forward.steps.find(({ at }) => at === 'Nat')?.because.resource).toBe('Nat');
    expect(
      network()
        .routesOf('Nat')
        .map(({ destination, target }) => [destination, target]),
    ).toEqual([
      ['10.0.0.0/16', null],
      ['0.0.0.0/0', 'Igw'],
    ]);
  });

  test('sees no network ACL of its own, but that of the client as ever', () => {
    const more = [
      networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'deny', 'tcp', [32768, 65535])] }),
      subnet('Closed', 'Vpc', '10.0.2.0/24', { routeTable: 'Private', networkAcl: 'Acl' }),
      instance('Three', 'Closed'),
    ];

    expect(network({ more }).trace(flow('Three', 'internet')).blockedBy[0]).toMatchObject({
      resource: 'Acl',
      direction: 'return',
    });
  });

  test('carries replies only', () => {
    expect(network().trace(flow('internet', 'Nat')).blockedBy[0]).toMatchObject({
      code: 'translation-refused',
      analyzerCode: 'NGW_DEST_ADDRESS_PRESERVATION',
    });
  });

  test('can ask by itself', () => {
    expect(network().trace(flow('Nat', 'internet')).verdict).toBe('reachable');
  });

  test('of another VPC is no target', () => {
    const foreign = compileNetwork([
      vpc('Vpc'),
      vpc('Vpc2', '10.9.0.0/16'),
      internetGateway('Igw', 'Vpc2'),
      regionalNat('Nat', 'Vpc2'),
      routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Private' }),
      instance('One', 'A'),
    ]);

    expect(foreign.trace(flow('One', 'internet')).blockedBy[0]).toMatchObject({ code: 'blackhole' });
  });

  test('cannot be created in a VPC without an internet gateway', () => {
    expect(network({ gateway: false }).trace(flow('One', 'internet')).blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'cannot-be-created',
    });
  });

  test('may get out by an internet gateway that is not drawn', () => {
    const more = [unmodelled('X', 'Vpc', 'internet-gateway')];

    expect(network({ gateway: false, more }).trace(flow('One', 'internet'))).toMatchObject({
      verdict: 'unknown',
      unknowns: [{ en: 'X is not modelled' }],
    });
  });

  test('is not created in a VPC that is not', () => {
    const trace = compileNetwork([
      vpc('Vpc', '10.0.0.0/8'),
      internetGateway('Igw', 'Vpc'),
      regionalNat('Nat', 'Vpc'),
    ]).trace(flow('Nat', 'internet'));

    expect(trace.blockedBy[0]).toMatchObject({ resource: 'Vpc', code: 'cannot-be-created' });
  });

  test('is public only', () => {
    const trace = network({ nat: { connectivity: 'private', elasticIp: false } }).trace(
      flow('One', 'internet'),
    );

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Nat',
      field: 'connectivity',
      code: 'cannot-be-created',
    });
  });

  test('in no VPC is not taken for a way out', () => {
    const trace = network({ nat: { regional: { network: null, zones: null } } }).trace(
      flow('One', 'internet'),
    );

    expect(trace.verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
describe('NG8 one whose zones are listed by hand', () => {
  test('serves these, and no others', () => {
    const listed = network({ zones: [`${region}a`] });

    expect(listed.trace(flow('One', 'internet')).verdict).toBe('reachable');
    expect(listed.trace(flow('Two', 'internet')).blockedBy[0]).toMatchObject({
      resource: 'Nat',
      field: 'zones',
      code: 'not-in-zone',
      analyzerCode: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
    });
  });

  test.each([
    ['a zone that AWS chooses', ''],
    ['a zone from a parameter', unknown],
  ])('is unknown for a subnet in %s', (_, zone) => {
    const trace = network({ zones: [`${region}a`], zone }).trace(flow('Two', 'internet'));

    expect(trace.verdict).toBe('unknown');
  });

  test('is unknown where one of the zones is not known, unless another is the one', () => {
    const partly = network({ zones: [`${region}a`, unknown] });

    expect(partly.trace(flow('One', 'internet')).verdict).toBe('reachable');
    expect(partly.trace(flow('Two', 'internet')).verdict).toBe('unknown');
  });
});

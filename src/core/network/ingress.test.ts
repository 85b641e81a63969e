import { describe, expect, test } from 'vitest';
import {
  flow,
  instance,
  internetGateway,
  natGateway,
  routeTable,
  securityGroup,
  allow,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact, InterfaceFact, RouteRow } from './facts';
import { compileNetwork } from './network';

interface Design {
  /** The gateway's own table; the row that leads the application's subnet to the firewall when not said. */
  readonly edge?: Readonly<Record<string, RouteRow['target']>>;
  /** The default route of the application's subnet. */
  readonly out?: RouteRow['target'];
  readonly firewall?: Partial<InterfaceFact>;
  readonly more?: readonly Fact[];
}

/** A web server whose incoming traffic the internet gateway leads through a firewall in a subnet of its own. */
function inspected({
  edge = { '10.0.1.0/24': 'Firewall' },
  out = 'Firewall',
  firewall = {},
  more = [],
}: Design = {}) {
  return compileNetwork([
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
    routeTable('Edge', 'Vpc', edge),
    subnet('Dmz', 'Vpc', '10.0.0.0/24', { routeTable: 'DmzTable' }),
    routeTable('DmzTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    instance('Firewall', 'Dmz', {
      publicIpv4: true,
      sourceDestinationCheck: false,
      securityGroups: ['Open'],
      ...firewall,
    }),
    subnet('App', 'Vpc', '10.0.1.0/24', { routeTable: 'AppTable' }),
    routeTable('AppTable', 'Vpc', { '0.0.0.0/0': out }),
    instance('Web', 'App', { publicIpv4: true, securityGroups: ['Open'] }),
    securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
    ...more,
  ]);
}

const toWeb = flow('internet', 'Web');
const fromWeb = flow('Web', 'internet');

// https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
describe('GW2 the route table of an internet gateway', () => {
  test('leads what comes in for a subnet to the appliance, whose behaviour is not known', () => {
    const trace = inspected().trace(toWeb);

    expect(trace.verdict).toBe('unknown');
    expect(trace.forward.steps.map(({ at, what }) => `${what} ${at}`)).toEqual([
      'gateway Igw',
      'translate Igw',
      'route Igw',
      'network-acl Dmz',
      'security-group Firewall',
      'gateway Firewall',
      'network-acl App',
      'security-group Web',
      'deliver Web',
    ]);
    expect(trace.forward.steps[2]?.because).toMatchObject({
      resource: 'Edge',
      row: '10.0.1.0/24 → Firewall',
      rowKey: '10.0.1.0/24',
    });
  });

  test('leaves other subnets alone', () => {
    const trace = inspected().trace(flow('internet', 'Firewall'));

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toBe('10.0.0.0/16 → local');
  });

  test('may lead the whole VPC through the appliance, which is still reached itself', () => {
    const network = inspected({ edge: { '10.0.0.0/16': 'Firewall' } });

    expect(network.trace(toWeb).verdict).toBe('unknown');
    expect(network.trace(flow('internet', 'Firewall')).verdict).toBe('reachable');
    expect(network.trace(flow('Firewall', 'internet')).verdict).toBe('reachable');
  });

  test('needs an appliance with a public address', () => {
    const trace = inspected({ firewall: { publicIpv4: false } }).trace(toWeb);

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Firewall',
      code: 'no-public-address',
      analyzerCode: 'INGRESS_RTB_NO_PUBLIC_IP',
    });
  });

  test('needs an appliance that forwards: with the source/destination check off', () => {
    const trace = inspected({ firewall: { sourceDestinationCheck: true } }).trace(toWeb);

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Firewall',
      analyzerCode: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    });
  });

  test('leads IPv6 by its own rows, with no public IPv4 address needed', () => {
    const six = compileNetwork([
      vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8:1::/56' }),
      internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
      routeTable('Edge', 'Vpc', { '2001:db8:1:1::/64': 'Firewall' }),
      subnet('Dmz', 'Vpc', '10.0.0.0/24'),
      instance('Firewall', 'Dmz', { sourceDestinationCheck: false, securityGroups: ['Open'] }),
      subnet('App', 'Vpc', '10.0.1.0/24', { ipv6: 1, routeTable: 'AppTable' }),
      routeTable('AppTable', 'Vpc', { '::/0': 'Firewall' }),
      instance('Web', 'App', { ipv6: true, securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('any', null, '::/0')] }),
    ]);
    const trace = six.trace(toWeb);

    expect(trace.verdict).toBe('unknown');
    expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toBe(
      '2001:db8:1:1::/64 → Firewall',
    );
  });

  test('that a parameter decides makes what comes in unknown', () => {
    const network = compileNetwork([
      vpc('Vpc'),
      internetGateway('Igw', 'Vpc', { routeTable: unknown }),
      subnet('App', 'Vpc', '10.0.1.0/24', { routeTable: 'AppTable' }),
      routeTable('AppTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      instance('Web', 'App', { publicIpv4: true, securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
    ]);

    const trace = network.trace(toWeb);

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns[0]).toEqual(unknown.unknown);
    expect(trace.forward.steps.find(({ verdict }) => verdict === 'unknown')).toMatchObject({
      at: 'Igw',
      what: 'route',
    });
  });

  test.each([
    ['leads outside the VPC', { '0.0.0.0/0': 'Firewall' }],
    ['names a part of a subnet', { '10.0.1.0/25': 'Firewall' }],
    ['leads to a NAT gateway', { '10.0.1.0/24': 'Nat' }],
    ['names a prefix list', { 'com.amazonaws.ap-northeast-1.s3': 'Firewall' }],
  ])('is not accepted when it %s, and then is not asked', (_, edge) => {
    const trace = inspected({ edge, out: 'Igw', more: [natGateway('Nat', 'Dmz')] }).trace(toWeb);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.some(({ what }) => what === 'route')).toBe(false);
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('AWS does not accept Edge as the route table of Igw'),
    );
  });

  test('RT1 cannot be the main one', () => {
    const network = compileNetwork([
      vpc('Vpc'),
      internetGateway('Igw', 'Vpc', { routeTable: 'Main' }),
      routeTable('Main', 'Vpc', {}, { main: true }),
      subnet('App', 'Vpc', '10.0.1.0/24', { routeTable: 'AppTable' }),
      routeTable('AppTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      instance('Web', 'App', { publicIpv4: true, securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
    ]);

    expect(network.trace(toWeb).unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('main route table'),
    );
  });

  test('of another VPC is not its own', () => {
    const trace = inspected({ out: 'Igw', more: [] }).trace(toWeb);
    const foreign = compileNetwork([
      vpc('Vpc'),
      vpc('Vpc2', '10.9.0.0/16'),
      internetGateway('Igw', 'Vpc', { routeTable: 'Foreign' }),
      routeTable('Foreign', 'Vpc2', { '10.9.0.0/16': 'Firewall' }),
      subnet('App', 'Vpc', '10.0.1.0/24', { routeTable: 'AppTable' }),
      routeTable('AppTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      instance('Web', 'App', { publicIpv4: true, securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
    ]);

    expect(trace.verdict).toBe('blocked');
    expect(foreign.trace(toWeb).verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
describe('GW3 both directions go through the same appliance', () => {
  test('what comes in through it is blocked where the replies go straight out', () => {
    const trace = inspected({ out: 'Igw' }).trace(toWeb);

    expect(trace).toMatchObject({
      verdict: 'blocked',
      blockedBy: [
        {
          resource: 'AppTable',
          row: '0.0.0.0/0 → Igw',
          field: 'routes',
          rowKey: '0.0.0.0/0',
          code: 'gateway-rejects',
          analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
        },
      ],
    });
  });

  test('what goes straight out is blocked where the replies come in through it', () => {
    expect(inspected({ out: 'Igw' }).trace(fromWeb).blockedBy[0]).toMatchObject({
      resource: 'AppTable',
      row: '0.0.0.0/0 → Igw',
      code: 'gateway-rejects',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    });
  });

  test('another appliance on the way back does not do', () => {
    const second = instance('Second', 'Dmz', {
      publicIpv4: true,
      sourceDestinationCheck: false,
      securityGroups: ['Open'],
    });

    expect(inspected({ out: 'Second', more: [second] }).trace(toWeb).blockedBy[0]).toMatchObject({
      resource: 'AppTable',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    });
  });

  test('a NAT gateway in a subnet whose replies are led elsewhere cannot use the internet gateway', () => {
    const network = inspected({
      edge: { '10.0.2.0/24': 'Firewall' },
      out: 'Nat',
      more: [
        subnet('Nats', 'Vpc', '10.0.2.0/24', { routeTable: 'NatTable' }),
        routeTable('NatTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
        natGateway('Nat', 'Nats'),
      ],
    });

    expect(network.trace(fromWeb).blockedBy[0]).toMatchObject({
      resource: 'NatTable',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    });
  });

  test.each([
    ['where only the replies are led through it', 'Web', 'Db', 'blocked'],
    ['where only the way there is', 'Db', 'Web', 'unknown'],
  ])('between subnets, %s: %s to %s is %s', (_, from, to, verdict) => {
    const network = inspected({
      more: [
        subnet('Data', 'Vpc', '10.0.2.0/24', { routeTable: 'DataTable' }),
        routeTable('DataTable', 'Vpc', { '10.0.1.0/24': 'Firewall' }),
        instance('Db', 'Data', { securityGroups: ['Open'] }),
      ],
    });

    const trace = network.trace(flow(from, to));

    // The appliance may answer for the other side, so only what it never saw is certain to be lost.
    expect(trace.verdict).toBe(verdict);
    if (verdict === 'blocked')
      expect(trace.blockedBy[0]).toMatchObject({
        resource: 'DataTable',
        row: '10.0.1.0/24 → Firewall',
        direction: 'return',
        code: 'gateway-rejects',
      });
  });

  test('between subnets, where both ways are led through it, it is up to the appliance', () => {
    const network = inspected({
      more: [
        subnet('Front', 'Vpc', '10.0.3.0/24', { routeTable: 'FrontTable' }),
        routeTable('FrontTable', 'Vpc', { '10.0.2.0/24': 'Firewall' }),
        instance('Client', 'Front', { securityGroups: ['Open'] }),
        subnet('Data', 'Vpc', '10.0.2.0/24', { routeTable: 'DataTable' }),
        routeTable('DataTable', 'Vpc', { '10.0.3.0/24': 'Firewall' }),
        instance('Db', 'Data', { securityGroups: ['Open'] }),
      ],
    });

    expect(network.trace(flow('Client', 'Db')).verdict).toBe('unknown');
  });

  test('a subnet that the gateway’s table does not name goes straight out as ever', () => {
    expect(inspected().trace(flow('Firewall', 'internet')).verdict).toBe('reachable');
  });
});

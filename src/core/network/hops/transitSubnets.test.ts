import { describe, expect, test } from 'vitest';
import {
  aclRow,
  attachment,
  gatewayEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { site, two, changed, withTarget, type Routes } from '../../../testing/transit';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
describe('TG2 the subnet of the attachment', () => {
  /** VpcB with an attachment in a subnet of its own, guarded by Acl. */
  const apart = (acl: Parameters<typeof networkAcl>[2], tableRoutes: Routes = {}): Fact[] => [
    ...withTarget(two, 'AttachB', { subnets: ['Entry'] }),
    subnet('Entry', 'VpcB', '10.1.9.0/28', { routeTable: 'EntryTable', networkAcl: 'Acl' }),
    routeTable('EntryTable', 'VpcB', tableRoutes),
    networkAcl('Acl', 'VpcB', acl),
  ];
  const deny = (block: string) => [aclRow(90, 'deny', 'any', null, block), aclRow(100, 'allow')];

  test('its outbound rules look at the destination of what comes from the transit gateway', () => {
    expect(traceOf(apart({ out: deny('10.1.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'egress rule 90',
      direction: 'forward',
    });
  });

  test('its inbound rules look at the source of what goes to the transit gateway', () => {
    expect(traceOf(apart({ in: deny('10.1.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'ingress rule 90',
      direction: 'return',
    });
  });

  test('its other rules are not used', () => {
    const facts = apart({ in: deny('10.0.0.0/16'), out: deny('10.0.0.0/16') });

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('in one subnet with the instance, its rules do not look at what comes in', () => {
    const facts = [
      ...changed(two, 'SubnetB', 'subnet', (fact) => ({ ...fact, networkAcl: 'Acl' })),
      networkAcl('Acl', 'VpcB', { in: deny('10.0.0.0/16') }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('in one subnet with the instance, both of its directions look at what goes out', () => {
    const guarded = (acl: Parameters<typeof networkAcl>[2]) => [
      ...changed(two, 'SubnetA', 'subnet', (fact) => ({ ...fact, networkAcl: 'Acl' })),
      networkAcl('Acl', 'VpcA', acl),
    ];

    expect(traceOf(guarded({ in: deny('10.0.0.0/24') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'ingress rule 90',
    });
    expect(traceOf(guarded({ out: deny('10.1.0.0/16') }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      row: 'egress rule 90',
    });
  });

  test('its route table decides where packets go from there', () => {
    const facts = [
      ...apart({}, { '10.1.0.0/24': 'Nat' }),
      subnet('NatSubnet', 'VpcB', '10.1.8.0/24', { routeTable: 'TableB' }),
      natGateway('Nat', 'NatSubnet', { connectivity: 'private', elasticIp: false }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').forward.steps).toContainEqual(
      expect.objectContaining({ at: 'Nat', what: 'translate' }),
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
describe('a way out by another VPC', () => {
  const central = (publicRoutes: Routes, entryRoutes: Routes = { '0.0.0.0/0': 'Nat' }): Fact[] => [
    ...site('A', { '0.0.0.0/0': 'Tgw' }),
    vpc('VpcC', '10.2.0.0/16'),
    internetGateway('Igw', 'VpcC'),
    subnet('Public', 'VpcC', '10.2.0.0/24', { routeTable: 'PublicTable' }),
    subnet('Entry', 'VpcC', '10.2.1.0/24', { routeTable: 'EntryTable' }),
    routeTable('PublicTable', 'VpcC', publicRoutes),
    routeTable('EntryTable', 'VpcC', entryRoutes),
    natGateway('Nat', 'Public'),
    attachment('AttachC', 'Tgw', 'VpcC', ['Entry']),
    transitGateway('Tgw'),
    transitTable('TgwTable', 'Tgw', {
      associations: ['AttachA', 'AttachC'],
      propagations: ['AttachA', 'AttachC'],
      routes: { '0.0.0.0/0': 'AttachC' },
    }),
  ];
  const good = { '0.0.0.0/0': 'Igw', '10.0.0.0/16': 'Tgw' };

  test('NG3 goes through its NAT gateway, and back by the routes of the transit gateway', () => {
    const trace = traceOf(central(good), 'HostA', 'internet');

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps.map(({ at, what }) => `${at} ${what}`)).toEqual(
      expect.arrayContaining(['Nat translate', 'Public route', 'Tgw transit-gateway-route', 'HostA deliver']),
    );
  });

  test('fails on the way back where the NAT gateway’s subnet has no route to the transit gateway', () => {
    expect(traceOf(central({ '0.0.0.0/0': 'Igw' }), 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'PublicTable',
      row: '0.0.0.0/0 → Igw',
      direction: 'return',
    });
  });

  test('needs a NAT gateway: an internet gateway serves its own VPC', () => {
    const facts = central(good, { '0.0.0.0/0': 'Igw' }).map((fact): Fact =>
      fact.fact === 'interface' && fact.by === 'HostA' ? { ...fact, publicIpv4: true } : fact,
    );

    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'EntryTable',
      row: '0.0.0.0/0 → Igw',
      code: 'gateway-rejects',
      analyzerCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    });
  });

  test('GE4 a gateway endpoint serves its own VPC', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const facts = [...central(good), gatewayEndpoint('S3', 'VpcC', 's3', ['EntryTable'])];

    expect(traceOf(facts, 'HostA', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'S3',
      code: 'gateway-rejects',
      analyzerCode: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
    });
    expect(
      traceOf([...central(good), gatewayEndpoint('S3', 'VpcC', 's3', ['PublicTable'])], 'HostA', {
        service: 's3',
      }).verdict,
    ).toBe('reachable');
  });
});

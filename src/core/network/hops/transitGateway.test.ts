import { describe, expect, test } from 'vitest';
import {
  attachment,
  instance,
  routeTable,
  subnet,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { zone, site, all, two, changed, withTarget, withTable } from '../../../testing/transit';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('a packet between two VPCs', () => {
  test('enters by one attachment, is looked up, and leaves by the other', () => {
    const trace = traceOf(two, 'HostA', 'HostB');

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.map(({ at, what, direction }) => [at, what, direction].join(' '))).toEqual([
      'HostA security-group out',
      'SubnetA network-acl out',
      'SubnetA route ',
      'SubnetA network-acl in',
      'AttachA gateway in',
      'Tgw transit-gateway-route ',
      'AttachB gateway out',
      'HostB security-group in',
      'HostB deliver in',
    ]);
    expect(trace.forward.steps.find(({ what }) => what === 'transit-gateway-route')?.because).toMatchObject({
      resource: 'TgwTable',
      row: '10.1.0.0/16 → AttachB (propagated)',
    });
  });

  test('the source’s table lacks the route', () => {
    expect(
      traceOf([...two.filter(({ by }) => by !== 'TableA'), routeTable('TableA', 'VpcA')], 'HostA', 'HostB')
        .blockedBy,
    ).toMatchObject([
      { resource: 'TableA', code: 'no-route', analyzerCode: 'NO_ROUTE_TO_DESTINATION', direction: 'forward' },
    ]);
  });

  test('the far VPC’s table lacks the route back', () => {
    expect(
      traceOf([...two.filter(({ by }) => by !== 'TableB'), routeTable('TableB', 'VpcB')], 'HostA', 'HostB')
        .blockedBy,
    ).toMatchObject([{ resource: 'TableB', code: 'no-route', direction: 'return' }]);
  });

  test('a route to a transit gateway that the VPC is not attached to is a blackhole', () => {
    const facts = two.filter(({ by }) => by !== 'AttachA');

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      rowKey: '10.0.0.0/8',
      code: 'blackhole',
    });
  });

  test('the attachment is associated with no table', () => {
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachB'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'AttachA',
      code: 'no-route',
      analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
      direction: 'forward',
    });
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachA'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'AttachB',
      direction: 'return',
    });
  });

  test('the table of the transit gateway lacks the route', () => {
    const trace = traceOf(withTable(two, { ...all, propagations: ['AttachA'] }), 'HostA', 'HostB');

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'TgwTable',
      code: 'no-route',
      analyzerCode: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
      says: { en: 'no route of TgwTable covers 10.1.0.0/24; AttachB does not propagate to it' },
    });
    expect(trace.forward.steps.at(-1)?.lost).toEqual([
      expect.objectContaining({ row: '10.0.0.0/16 → AttachA (propagated)' }),
    ]);
  });

  test('an attachment that is nowhere in the VPC cannot be made', () => {
    expect(traceOf(withTarget(two, 'AttachB', { subnets: [] }), 'HostA', 'HostB').blockedBy[0]).toMatchObject(
      {
        resource: 'AttachB',
        field: 'subnets',
        code: 'cannot-be-created',
        analyzerCode: 'BAD_STATE_ATTACHMENT',
      },
    );
    expect(compileNetwork(withTarget(two, 'AttachA', { subnets: [] })).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.0.0.0/8', state: 'blackhole' }),
    );
  });

  test('nor can one of a VPC of another Region', () => {
    const facts = changed(two, 'Tgw', 'transit-gateway', (fact) => ({ ...fact, region: 'us-east-1' }));

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AttachA',
      code: 'cannot-be-created',
    });
  });

  test('of two attachments of one VPC AWS makes one, and nobody knows which', () => {
    expect(traceOf([...two, attachment('Again', 'Tgw', 'VpcA', ['SubnetA'])], 'HostA', 'HostB').verdict).toBe(
      'unknown',
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
describe('TG1 zones', () => {
  const zoned = (attached: readonly string[], more: readonly Fact[] = []): Fact[] => [
    ...withTarget(two, 'AttachB', { subnets: attached }),
    subnet('SubnetBc', 'VpcB', '10.1.1.0/24', { zone: zone('c'), routeTable: 'TableB' }),
    instance('HostBc', 'SubnetBc', { securityGroups: ['GroupB'] }),
    ...more,
  ];

  test('what is in a zone without a subnet of the attachment cannot send, and so not answer', () => {
    const blocked = {
      resource: 'AttachB',
      field: 'subnets',
      code: 'not-in-zone',
      analyzerCode: 'TGW_ROUTE_AZ_RESTRICTION',
    };

    expect(traceOf(zoned(['SubnetB']), 'HostBc', 'HostA').blockedBy[0]).toMatchObject({
      ...blocked,
      direction: 'forward',
    });
    expect(traceOf(zoned(['SubnetB']), 'HostA', 'HostBc')).toMatchObject({
      forward: { disposition: 'delivered' },
      blockedBy: [{ ...blocked, direction: 'return' }],
    });
  });

  test('any subnet of the zone will do', () => {
    const facts = zoned(
      ['SubnetB', 'Small'],
      [subnet('Small', 'VpcB', '10.1.9.0/28', { zone: zone('c'), routeTable: 'TableB' })],
    );

    expect(traceOf(facts, 'HostA', 'HostBc').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostBc', 'HostA').verdict).toBe('reachable');
  });

  test('packets come in by another zone where the sender’s has no subnet', () => {
    expect(traceOf(zoned(['SubnetBc']), 'HostA', 'HostBc').forward.disposition).toBe('delivered');
  });

  test('two subnets in one zone are refused', () => {
    const facts = zoned(['SubnetB', 'Twin'], [subnet('Twin', 'VpcB', '10.1.8.0/24')]);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AttachB',
      field: 'subnets',
      code: 'cannot-be-created',
    });
  });

  test('a subnet that AWS refuses cannot be attached', () => {
    const facts = zoned(['SubnetB', 'Outer'], [subnet('Outer', 'VpcB', '10.9.8.0/24', { zone: zone('c') })]);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Outer',
      field: 'cidr',
      code: 'cannot-be-created',
    });
  });

  test('a zone that nobody says leaves the answer open, except in a subnet of the attachment itself', () => {
    const somewhere = changed(zoned(['SubnetB']), 'SubnetBc', 'subnet', (fact) => ({ ...fact, zone: '' }));
    const nowhere = changed(two, 'SubnetA', 'subnet', (fact) => ({ ...fact, zone: unknown }));

    expect(traceOf(somewhere, 'HostBc', 'HostA').verdict).toBe('unknown');
    expect(traceOf(nowhere, 'HostA', 'HostB').verdict).toBe('reachable');
  });
});

describe('circles', () => {
  test('a table that sends what comes from a VPC back to it is a loop', () => {
    const facts = withTable(two, { ...all, routes: { '10.5.0.0/16': 'AttachA' } });

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' })).toMatchObject({
      forward: { disposition: 'loop' },
      blockedBy: [{ resource: 'TableA', code: 'loop' }],
    });
  });

  test('two VPCs that send to one another by the transit gateway are one', () => {
    const facts = [
      ...two.filter(({ by }) => by !== 'TgwTable'),
      transitTable('ForA', 'Tgw', { associations: ['AttachA'], routes: { '10.5.0.0/16': 'AttachB' } }),
      transitTable('ForB', 'Tgw', { associations: ['AttachB'], routes: { '10.5.0.0/16': 'AttachA' } }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' }).forward.disposition).toBe('loop');
  });

  test('two transit gateways that send to one another are one', () => {
    const facts = [
      ...site('A'),
      transitGateway('Tgw'),
      transitGateway('Far'),
      ...transitPeering('Peering', 'Tgw', 'Far'),
      transitTable('Near', 'Tgw', {
        associations: ['AttachA', 'Peering'],
        routes: { '10.5.0.0/16': 'Peering' },
      }),
      transitTable('There', 'Far', { associations: ['Peering'], routes: { '10.5.0.0/16': 'Peering' } }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.5.0.1' }).blockedBy[0]).toMatchObject({ code: 'loop' });
  });
});

test('what is attached and not modelled leaves the answer open', () => {
  const facts: Fact[] = [
    ...site('A'),
    transitGateway('Tgw'),
    {
      fact: 'transit-gateway-attachment',
      by: 'Thing',
      transitGateway: 'Tgw',
      to: { is: 'resource', resource: 'Thing' },
    },
    transitTable('TgwTable', 'Tgw', { associations: ['AttachA'], routes: { '10.1.0.0/16': 'Thing' } }),
  ];

  expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('unknown');
});

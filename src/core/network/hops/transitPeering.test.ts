import { describe, expect, test } from 'vitest';
import {
  allow,
  securityGroup,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { site, changed } from '../../../testing/transit';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
describe('transit gateways that are peered', () => {
  const far = (facts: readonly Fact[]): Fact[] =>
    facts.map((fact): Fact => {
      if (fact.fact === 'network') return { ...fact, region: 'us-east-1' };
      if (fact.fact === 'transit-gateway-attachment') return { ...fact, transitGateway: 'Far' };
      return fact;
    });
  const joined = (
    near: Parameters<typeof transitTable>[2],
    there: Parameters<typeof transitTable>[2],
    accepted: boolean | typeof unknown = true,
  ): Fact[] => [
    ...site('A'),
    ...far(site('B', { '10.0.0.0/8': 'Far' })),
    transitGateway('Tgw', { securityGroupReferencing: true }),
    transitGateway('Far', { region: 'us-east-1', securityGroupReferencing: true }),
    ...transitPeering('Peering', 'Tgw', 'Far', accepted),
    transitTable('Near', 'Tgw', near),
    transitTable('There', 'Far', there),
  ];
  const near = {
    associations: ['AttachA', 'Peering'],
    propagations: ['AttachA'],
    routes: { '10.1.0.0/16': 'Peering' },
  };
  const there = {
    associations: ['AttachB', 'Peering'],
    propagations: ['AttachB'],
    routes: { '10.0.0.0/16': 'Peering' },
  };

  test('carry packets by static routes in both', () => {
    expect(traceOf(joined(near, there), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(joined(near, there), 'HostB', 'HostA').verdict).toBe('reachable');
  });

  test('propagate nothing to one another', () => {
    const facts = joined({ ...near, routes: {}, propagations: ['AttachA', 'Peering'] }, there);

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Near',
      code: 'no-route',
    });
  });

  test('need a table for what comes by the peering, and routes back', () => {
    expect(
      traceOf(joined(near, { ...there, associations: ['AttachB'] }), 'HostA', 'HostB').blockedBy[0],
    ).toMatchObject({
      resource: 'Peering',
      at: 'Peering',
      analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    });
    expect(traceOf(joined(near, { ...there, routes: {} }), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'There',
      code: 'no-route',
      direction: 'return',
    });
  });

  test('carry nothing before the request was accepted, even within one account', () => {
    expect(traceOf(joined(near, there, false), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', field: 'accepted', code: 'not-accepted' },
    ]);
    expect(traceOf(joined(near, there, unknown), 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('hide the groups of the sender', () => {
    const facts = changed(joined(near, there), 'GroupB', 'security-group', () =>
      securityGroup('GroupB', 'VpcB', { in: [allow('tcp', 443, { ref: 'GroupA' })] }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test.each([
    ['another account’s', null],
    ['given by a parameter', unknown],
  ])('of which one is %s: what it does is not known', (_, peer) => {
    const facts = [
      ...site('A'),
      transitGateway('Tgw'),
      ...transitPeering('Peering', 'Tgw', peer),
      transitTable('Near', 'Tgw', near),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('unknown');
  });
});

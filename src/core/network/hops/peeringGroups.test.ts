import { describe, expect, test } from 'vitest';
import { allow, instance, peering, securityGroup, unknown, vpc } from '../../../testing/facts';
import { site, toA, toB, two } from '../../../testing/peering';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, GroupRow, PeeringFact } from '../facts';

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
describe('SG2 groups of the peer', () => {
  const guarded = (
    inB: readonly GroupRow[],
    outA: readonly GroupRow[],
    more: Partial<PeeringFact> = {},
  ): Fact[] =>
    two(toB, toA, more).map((fact) => {
      if (fact.fact !== 'security-group') return fact;
      return fact.by === 'GroupA'
        ? securityGroup('GroupA', 'VpcA', { out: outA })
        : securityGroup('GroupB', 'VpcB', { in: inB });
    });
  const anywhere = [allow('any', null, '0.0.0.0/0')];
  const fromA = [allow('tcp', 443, { ref: 'GroupA' })];
  const toGroupB = [allow('tcp', 443, { ref: 'GroupB' })];

  test('may be named in one Region, inbound and outbound', () => {
    expect(traceOf(guarded(fromA, anywhere), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(anywhere, toGroupB), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(anywhere, toGroupB), 'HostA', { address: '10.1.0.9' }).verdict).toBe('blocked');
  });

  test('outbound, an address is known by whoever has it in the peer', () => {
    const facts = [
      ...guarded(anywhere, toGroupB),
      instance('Nine', 'SubnetB', { privateIpv4: '10.1.0.9', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('reachable');
  });

  test('mean nothing across Regions', () => {
    const far = { accepterRegion: 'us-east-1' };

    expect(traceOf(guarded(anywhere, anywhere, far), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(fromA, anywhere, far), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
    expect(traceOf(guarded(anywhere, toGroupB, far), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupA',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('mean nothing across Regions that the boxes of the VPCs say either', () => {
    const facts = guarded(fromA, anywhere).map((fact) =>
      fact.fact === 'network' && fact.by === 'VpcB' ? { ...fact, region: 'us-east-1' } : fact,
    );

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('blocked');
  });

  test('may or may not be recognised where the Region is not known, which matters only to rules that name them', () => {
    const perhaps = { accepterRegion: unknown };

    expect(traceOf(guarded(fromA, anywhere, perhaps), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(guarded(anywhere, toGroupB, perhaps), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(guarded(anywhere, anywhere, perhaps), 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('that are not in the design admit nobody who is', () => {
    const stranger = [allow('tcp', 443, { ref: 'GroupOfTheirs' })];

    expect(traceOf(guarded(stranger, anywhere), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'UNKNOWN_PEERED_SGS',
    });
  });

  test('of a VPC that stands elsewhere may have any of its addresses', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', toB).filter(({ by }) => by !== 'GroupA'),
      securityGroup('GroupA', 'VpcA', { out: [allow('tcp', 443, { ref: 'FarGroup' })] }),
      vpc('Elsewhere', '', { blocks: [unknown] }),
      securityGroup('FarGroup', 'Elsewhere'),
      peering('Peering', 'VpcA', 'Elsewhere'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
  });

  test('do not reach through a connection that is pending', () => {
    const trace = traceOf(guarded(anywhere, toGroupB, { accepted: false }), 'HostA', 'HostB');

    expect(trace.blockedBy.map(({ code }) => code)).toEqual(['denied-by-security-group', 'not-accepted']);
  });
});

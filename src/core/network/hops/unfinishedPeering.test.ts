/** Peerings that AWS would not make, that nobody has accepted, or of which one side is not in the design. */
import { describe, expect, test } from 'vitest';
import { peering, unknown, vpc } from '../../../testing/facts';
import { site, toA, toB, two } from '../../../testing/peering';
import { traceOf } from '../../../testing/traceOf';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
describe('PX1 what AWS would not make carries nothing', () => {
  test('VPCs whose blocks overlap', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', toB),
      ...site('B', '10.1.0.0/16', toA),
      peering('Peering', 'VpcA', 'VpcB'),
    ].map((fact) =>
      fact.fact === 'network' ? { ...fact, blocks: [...fact.blocks, '100.64.0.0/16'] } : fact,
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Peering',
      field: 'accepter',
      code: 'cannot-be-created',
      says: {
        en: 'Peering cannot be created: 100.64.0.0/16 of VpcA overlaps 100.64.0.0/16 of VpcB',
      },
    });
    expect(compileNetwork(facts).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.1.0.0/16', state: 'blackhole' }),
    );
  });

  test('a VPC peered with itself', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'Peering' }),
      peering('Peering', 'VpcA', 'VpcA'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.1' }).blockedBy[0]).toMatchObject({
      resource: 'Peering',
      code: 'cannot-be-created',
    });
  });

  test('of two connections between the same VPCs AWS makes one, and nobody knows which', () => {
    expect(traceOf([...two(), peering('Second', 'VpcB', 'VpcA')], 'HostA', 'HostB').verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
describe('a request that nobody has accepted', () => {
  test('is a blackhole to routes, and to blame itself', () => {
    const facts = two(toB, toA, { accepted: false });

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', field: 'accepted', code: 'not-accepted', direction: 'forward' },
    ]);
    expect(compileNetwork(facts).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.1.0.0/16', state: 'blackhole' }),
    );
  });

  test('hides what is missing behind it from nobody', () => {
    expect(traceOf(two(toB, {}, { accepted: false }), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', code: 'not-accepted' },
      { resource: 'TableB', code: 'no-route', direction: 'return' },
    ]);
  });

  test('leaves the answer open where nobody says whether it is accepted', () => {
    expect(traceOf(two(toB, toA, { accepted: unknown }), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(two(toB, {}, { accepted: unknown }), 'HostA', 'HostB').verdict).toBe('blocked');
  });
});

describe('a side that is not in the design', () => {
  test.each([
    ['another account’s', null],
    ['given by a parameter', unknown],
  ])('%s: where packets go is not known', (_, accepter) => {
    const facts = [...site('A', '10.0.0.0/16', toB), peering('Peering', 'VpcA', accepter)];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
  });

  test('whose blocks are not known may have any address', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { ...toB, '0.0.0.0/0': 'Peering' }),
      vpc('Elsewhere', '', { blocks: [unknown] }),
      peering('Peering', 'VpcA', 'Elsewhere'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]?.analyzerCode).toBe(
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Value } from '../../model/value';
import { routeTable, transitTable, unknown } from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { two, withTarget } from '../../../testing/transit';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html
describe('IPv6 support of an attachment', () => {
  const dual = (
    a: boolean | typeof unknown,
    b: boolean | typeof unknown,
    routes: Readonly<Record<string, string>> = {},
    block: (letter: 'a' | 'b') => Value<string> = (letter) => `2001:db8:${letter}::/56`,
  ): Fact[] =>
    withTarget(withTarget(two, 'AttachA', { ipv6: a }), 'AttachB', { ipv6: b }).map((fact): Fact => {
      if (fact.fact === 'network') return { ...fact, ipv6: block(fact.by === 'VpcA' ? 'a' : 'b') };
      if (fact.fact === 'subnet')
        return { ...fact, ipv6: inSubnet(block(fact.by === 'SubnetA' ? 'a' : 'b')) };
      if (fact.fact === 'interface') return { ...fact, ipv6: true };
      if (fact.fact === 'route-table') return routeTable(fact.by, fact.network ?? '', { '::/0': 'Tgw' });
      if (fact.fact === 'transit-gateway-route-table' && fact.by === 'TgwTable')
        return transitTable('TgwTable', 'Tgw', {
          associations: ['AttachA', 'AttachB'],
          propagations: ['AttachA', 'AttachB'],
          routes,
        });
      return fact;
    });

  test('TG3 lets its IPv6 blocks be propagated, and both directions need them', () => {
    expect(traceOf(dual(true, true), 'HostA', 'HostB').verdict).toBe('reachable');
    for (const [facts, direction] of [
      [dual(true, false), 'forward'],
      [dual(false, true), 'return'],
    ] as const) {
      const [block] = traceOf(facts, 'HostA', { resource: 'HostB', address: '2001:db8:b::9' }).blockedBy;
      expect(block).toMatchObject({ resource: 'TgwTable', code: 'no-route', direction });
    }
  });

  test('filters nothing: static routes lead IPv6 packets through without it', () => {
    const facts = dual(false, false, { '2001:db8:a::/56': 'AttachA', '2001:db8:b::/56': 'AttachB' });

    expect(traceOf(facts, 'HostA', { resource: 'HostB', address: '2001:db8:b::9' }).verdict).toBe(
      'reachable',
    );
  });

  test('is told of where a table lacks the block for want of it', () => {
    const trace = traceOf(dual(true, false), 'HostA', { resource: 'HostB', address: '2001:db8:b::9' });

    expect(trace.forward.steps.at(-1)?.because.says.en).toContain('IPv6 support is off');
  });

  test('decides nothing where nobody knows it', () => {
    expect(traceOf(dual(unknown, true), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(dual(true, unknown), 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('lets blocks that AWS assigns be propagated as well', () => {
    const facts = (b: boolean): Fact[] => dual(true, b, {}, () => 'assigned');

    expect(traceOf(facts(true), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(facts(false), 'HostA', 'HostB').blockedBy[0]).toMatchObject({ code: 'no-route' });
  });

  test('leaves open what it propagates of blocks that nobody knows', () => {
    const facts = dual(true, true, {}, () => unknown);

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('unknown');
  });
});

/** The first /64 of a block, as a subnet states it. */
function inSubnet(block: Value<string>): Value<string> | number {
  if (typeof block !== 'string') return block;
  return block === 'assigned' ? 0 : block.replace('/56', '/64');
}

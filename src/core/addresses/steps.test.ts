import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { blockText } from '../../lib/cidr';
import { drawn } from '../../testing/kindFacts';
import { box } from '../model/sketch';
import { addressPlan } from './addressPlan';
import { stepped, type Step } from './steps';

const document = drawn(
  catalog,
  box(
    'vpc',
    'Vpc',
    { cidr: '10.0.0.0/20', ipv6: true },
    box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 0 }),
    box('subnet', 'B', { cidr: '10.0.1.0/24', ipv6: 1 }, box('instance', 'App', { privateIp: '10.0.1.200' })),
    box('subnet', 'C', { cidr: '10.0.4.0/24' }),
  ),
);

function stepOf(id: string, step: Step, index = 0): string {
  const plan = addressPlan(catalog, document, 'Vpc');
  const space = plan?.spaces[index];
  const part = space?.parts.find((each) => each.id === id);
  if (plan === undefined || space === undefined || part === undefined) throw new Error(`no ${id}`);
  const result = stepped(plan, space, part, step);
  return 'refusal' in result ? result.refusal.en : blockText(result.block);
}

describe('a step with the keyboard', () => {
  test.each<[string, Step, string]>([
    ['A', 'next', '10.0.2.0/24'],
    ['A', 'previous', 'there is no other free place of its size in that direction'],
    ['C', 'previous', '10.0.3.0/24'],
    ['C', 'first', '10.0.2.0/24'],
    ['C', 'last', '10.0.15.0/24'],
    ['C', 'larger', '10.0.4.0/23'],
    ['A', 'larger', '10.0.0.0/23 overlaps B (10.0.1.0/24)'],
    ['A', 'smaller', '10.0.0.0/25'],
    // The half that holds the address which somebody has set.
    ['B', 'smaller', '10.0.1.128/25'],
    [
      'B',
      'next',
      'the address 10.0.1.200, which is set on one of its resources, would not be in 10.0.2.0/24',
    ],
  ])('%s, %s: %s', (id, name, expected) => {
    expect(stepOf(id, name)).toBe(expected);
  });

  test('moves by numbers in the IPv6 block, where every subnet takes a /64', () => {
    expect(stepOf('A', 'next', 1)).toMatch(/^2406:da00:0:2::\/64$/);
    expect(stepOf('A', 'larger', 1)).toBe('a subnet takes a whole /64');
  });
});

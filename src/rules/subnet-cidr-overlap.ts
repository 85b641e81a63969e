import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText, overlaps, type Block } from '../lib/cidr';
import type { Resource } from '../core/model/document';
import { freeSubnetBlock, inVpc, subnetBlock } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'subnet-cidr-overlap',
  severity: 'error',
  summary: {
    en: 'The CIDR blocks of a VPC’s subnets must not overlap',
    ja: '同じ VPC のサブネットの CIDR ブロックは重複できません',
  },
  why: {
    en: 'An address belongs to one subnet only, so AWS rejects the second of two subnets that share addresses. Move one of them to a free block.',
    ja: '1 つのアドレスは 1 つのサブネットにしか属せないため、重複する 2 つ目のサブネットは作成できません。どちらかを空いているブロックに変更してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  cfnLint: ['E3060'],
  check: forEachOf('vpc', function* (context, vpc) {
    const subnets = inVpc(context, vpc.id, 'subnet').flatMap((subnet) => {
      const block = subnetBlock(subnet);
      return block === undefined ? [] : [{ subnet, block }];
    });
    for (const [first, second] of overlapping(subnets)) {
      const later = called(context, second.subnet.id);
      const earlier = called(context, first.subnet.id);
      const free = freeSubnetBlock(context, vpc, second.subnet.id, second.block.prefix);
      yield {
        on: [second.subnet.id, first.subnet.id],
        field: 'cidr',
        message: {
          en: `${later} (${blockText(second.block)}) overlaps ${earlier} (${blockText(first.block)}) in ${called(context, vpc.id)}`,
          ja: `${called(context, vpc.id)} の ${later} (${blockText(second.block)}) は ${earlier} (${blockText(first.block)}) と重複しています`,
        },
        fixes:
          free === undefined
            ? []
            : [
                plan(
                  `Change ${later} to ${free}`,
                  `${later} を ${free} に変更`,
                  call('setProps', { id: second.subnet.id, props: { cidr: free } }),
                ),
              ],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/23' }),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
        ),
      ),
    ],
  },
});

interface Placed {
  readonly subnet: Resource<'subnet'>;
  readonly block: Block;
}

/** The pairs that share addresses, each in the order in which the two are drawn. Sorted by address first, so that it is quick. */
function* overlapping(subnets: readonly Placed[]): Generator<readonly [Placed, Placed]> {
  const drawn = new Map(subnets.map((each, index) => [each, index]));
  const byAddress = [...subnets].sort((a, b) =>
    a.block.first !== b.block.first
      ? a.block.first < b.block.first
        ? -1
        : 1
      : a.block.prefix - b.block.prefix || (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0),
  );
  // Blocks nest or are apart, so those that overlap the next one are a chain of containing blocks.
  const open: Placed[] = [];
  for (const next of byAddress) {
    while (open.length > 0 && !overlaps(open[open.length - 1]?.block ?? next.block, next.block)) open.pop();
    for (const outer of open)
      yield (drawn.get(outer) ?? 0) < (drawn.get(next) ?? 0) ? [outer, next] : [next, outer];
    open.push(next);
  }
}

import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { blockText, contains, type Block } from '../lib/cidr';
import { hasAllowedSize, longestPrefix, shortestPrefix } from '../lib/vpcBlocks';
import { placeOf, setCell } from './shared/fields';
import { inVpc, legibleVpcBlocks, subnetBlock } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpc-cidr-size',
  severity: 'error',
  summary: {
    en: 'A VPC’s IPv4 CIDR block must be between /16 and /28',
    ja: 'VPC の IPv4 CIDR ブロックは /16〜/28 でなければなりません',
  },
  why: {
    en: 'AWS creates no VPC with more than 65,536 or fewer than 16 addresses. For more addresses, add secondary CIDR blocks.',
    ja: 'AWS では、65,536 個より多い、または 16 個より少ないアドレスの VPC は作成できません。さらにアドレスが必要な場合は、セカンダリ CIDR ブロックを追加します。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    for (const vpc of context.all('vpc'))
      for (const { block, text, field } of legibleVpcBlocks(vpc)) {
        if (hasAllowedSize(block)) continue;
        const name = called(context, vpc.id);
        const allowed = withPrefix(block, block.prefix < shortestPrefix ? shortestPrefix : longestPrefix);
        const lost = inVpc(context, vpc.id, 'subnet').some((subnet) => {
          const inner = subnetBlock(subnet);
          return inner !== undefined && contains(block, inner) && !contains(allowed, inner);
        });
        const wanted = blockText(allowed);
        yield {
          on: [vpc.id],
          field,
          message: {
            en: `${name} has the CIDR block ${text}; AWS allows /16 to /28`,
            ja: `${name} の CIDR ブロックは ${text} です。AWS で使えるのは /16〜/28 です`,
          },
          fixes: lost
            ? []
            : [plan(`Change it to ${wanted}`, `${wanted} に変更`, setCell(vpc.id, placeOf(field), wanted))],
        };
      }
  },
  examples: {
    good: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' })),
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/28' })),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/8' })),
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/29' })),
    ],
  },
});

/** The block of that size that begins at or before the given one. */
function withPrefix({ family, first }: Block, prefix: number): Block {
  const hostBits = BigInt(32 - prefix);
  const start = (first >> hostBits) << hostBits;
  return { family, first: start, prefix };
}

import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { overlaps } from '../lib/cidr';
import { reservedRangeOf } from '../lib/vpcBlocks';
import { placeOf, setCell } from './shared/fields';
import { freePrivateBlock, inVpc, legibleVpcBlocks, subnetBlock } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpc-cidr-reserved-range',
  severity: 'error',
  summary: {
    en: 'A VPC’s CIDR block must not lie in a range that is reserved for other uses',
    ja: 'VPC の CIDR ブロックに、他の用途に予約された範囲は使えません',
  },
  why: {
    en: 'Addresses of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4 have meanings of their own on every host, so AWS accepts no VPC there. Use a private range: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
    ja: '0.0.0.0/8、127.0.0.0/8、169.254.0.0/16、224.0.0.0/4 のアドレスはどのホストでも特別な意味を持つため、VPC には使えません。10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 のプライベートアドレスを使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const blocks = legibleVpcBlocks(vpc);
      for (const { block, text, field } of blocks) {
        const range = reservedRangeOf(block);
        if (range === undefined) continue;
        const name = called(context, vpc.id);
        const inUse = inVpc(context, vpc.id, 'subnet').some((subnet) => {
          const inner = subnetBlock(subnet);
          return inner !== undefined && overlaps(block, inner);
        });
        const everywhere = context.all('vpc').flatMap(legibleVpcBlocks);
        const taken = everywhere.map((each) => each.block);
        const free = inUse
          ? undefined
          : freePrivateBlock(Math.min(28, Math.max(16, block.prefix)), taken, blocks[0]?.block ?? block);
        yield {
          on: [vpc.id],
          field,
          message: {
            en: `${name} has the CIDR block ${text}, which lies in ${range.text} (${range.name.en})`,
            ja: `${name} の CIDR ブロック ${text} は ${range.text} (${range.name.ja}) の範囲にあります`,
          },
          fixes:
            free === undefined
              ? []
              : [plan(`Change it to ${free}`, `${free} に変更`, setCell(vpc.id, placeOf(field), free))],
        };
      }
    }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', { cidr: '100.64.0.0/16' }))],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '169.254.0.0/16' })),
      sketch(box('vpc', 'Vpc', { cidr: '127.0.0.0/16' })),
    ],
  },
});

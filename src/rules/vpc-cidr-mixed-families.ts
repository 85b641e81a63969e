import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { privateFamilyOf } from '../lib/vpcBlocks';
import { placeOf, setCell } from './shared/fields';
import { freePrivateBlock, legibleVpcBlocks } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpc-cidr-mixed-families',
  severity: 'error',
  summary: {
    en: 'A secondary CIDR block must be of the same family of private addresses as the primary one',
    ja: 'セカンダリ CIDR ブロックは、プライマリと同じ系統のプライベートアドレスでなければなりません',
  },
  why: {
    en: 'AWS does not let one VPC mix blocks of 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16. Besides the primary block’s own family, only 100.64.0.0/10 and public ranges may be added.',
    ja: '1 つの VPC に 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 のブロックを混在させることはできません。プライマリと同じ系統のほかに追加できるのは、100.64.0.0/10 とパブリックな範囲だけです。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const blocks = legibleVpcBlocks(vpc);
      const primary = blocks.find(({ field }) => field === 'cidr');
      const own = primary === undefined ? undefined : privateFamilyOf(primary.block);
      if (primary === undefined || own === undefined) continue;
      for (const { block, text, field } of blocks) {
        const family = privateFamilyOf(block);
        if (family === undefined || family === own) continue;
        const free = freePrivateBlock(
          Math.min(28, Math.max(16, block.prefix)),
          blocks.map((each) => each.block),
          primary.block,
        );
        yield {
          on: [vpc.id],
          field,
          message: {
            en: `The CIDR block ${text} of ${called(context, vpc.id)} is of ${family}, its primary block ${primary.text} of ${own}`,
            ja: `${called(context, vpc.id)} の CIDR ブロック ${text} は ${family} ですが、プライマリのブロック ${primary.text} は ${own} です`,
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
    good: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16', secondaryCidrs: { a: { cidr: '10.1.0.0/16' } } })),
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16', secondaryCidrs: { a: { cidr: '100.64.0.0/16' } } })),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16', secondaryCidrs: { a: { cidr: '192.168.0.0/16' } } })),
    ],
  },
});

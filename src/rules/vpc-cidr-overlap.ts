import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { overlaps } from '../lib/cidr';
import { placeOf, setCell } from './shared/fields';
import { freePrivateBlock, legibleVpcBlocks } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'vpc-cidr-overlap',
  severity: 'error',
  summary: {
    en: 'A secondary CIDR block must not overlap another block of its VPC',
    ja: 'セカンダリ CIDR ブロックは、同じ VPC の他のブロックと重複できません',
  },
  why: {
    en: 'AWS refuses to associate a CIDR block that overlaps one the VPC already has. Choose a free block of the same family of private addresses.',
    ja: 'VPC の既存の CIDR ブロックと重複するブロックは関連付けられません。同じ系統のプライベートアドレスから空いているブロックを選んでください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const blocks = legibleVpcBlocks(vpc);
      const name = called(context, vpc.id);
      for (const [index, { block, text, field }] of blocks.entries()) {
        const other = blocks.slice(0, index).find((each) => overlaps(each.block, block));
        if (other === undefined) continue;
        const free = freePrivateBlock(
          Math.min(28, Math.max(16, block.prefix)),
          blocks.flatMap((each) => (each.field === field ? [] : [each.block])),
          blocks[0]?.block ?? block,
        );
        yield {
          on: [vpc.id],
          field,
          message: {
            en: `The CIDR block ${text} of ${name} overlaps its block ${other.text}`,
            ja: `${name} の CIDR ブロック ${text} は、同じ VPC のブロック ${other.text} と重複しています`,
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
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16', secondaryCidrs: { a: { cidr: '10.0.128.0/17' } } })),
    ],
  },
});

import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText, contains } from '../lib/cidr';
import { freeSubnetBlock, subnetBlock, vpcBlocks, vpcOf } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'subnet-cidr-outside-vpc',
  severity: 'error',
  summary: {
    en: 'A subnet’s CIDR block must lie inside one CIDR block of its VPC',
    ja: 'サブネットの CIDR ブロックは、VPC の CIDR ブロックの 1 つに収まらなければなりません',
  },
  why: {
    en: 'A subnet is a slice of its VPC’s addresses; AWS rejects one that reaches beyond them. Choose a free block inside the VPC, or add a secondary CIDR block to the VPC.',
    ja: 'サブネットは VPC のアドレス範囲の一部です。範囲を超えるサブネットは作成できません。VPC 内の空いているブロックを選ぶか、VPC にセカンダリ CIDR ブロックを追加してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  cfnLint: ['E3059'],
  check: forEachOf('subnet', function* (context, subnet) {
    const block = subnetBlock(subnet);
    const vpc = vpcOf(context, subnet.id);
    const blocks = vpc === undefined ? undefined : vpcBlocks(vpc);
    if (block === undefined || vpc === undefined || blocks === undefined) return;
    if (blocks.some((outer) => contains(outer.block, block))) return;
    const name = called(context, subnet.id);
    const own = listed(blocks.map(({ text }) => text));
    const free = freeSubnetBlock(context, vpc, subnet.id, block.prefix);
    yield {
      on: [subnet.id, vpc.id],
      field: 'cidr',
      message: {
        en: `${name} has the CIDR block ${blockText(block)}, which is not inside ${called(context, vpc.id)} (${own.en})`,
        ja: `${name} の CIDR ブロック ${blockText(block)} は、${called(context, vpc.id)} (${own.ja}) に収まっていません`,
      },
      fixes:
        free === undefined
          ? []
          : [
              plan(
                `Change it to ${free}, which is free in ${called(context, vpc.id)}`,
                `${called(context, vpc.id)} で空いている ${free} に変更`,
                call('setProps', { id: subnet.id, props: { cidr: free } }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { cidr: '10.0.1.0/24' }))),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', secondaryCidrs: { a: { cidr: '10.1.0.0/16' } } },
          box('subnet', 'Subnet', { cidr: '10.1.1.0/24' }),
        ),
      ),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { cidr: '10.1.0.0/24' }))),
    ],
  },
});

import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { blockOf, overlaps } from '../lib/cidr';
import { legibleVpcBlocks } from './shared/networks';
import { called } from './shared/words';

export default defineRule({
  id: 'vpc-cidr-docker-range',
  severity: 'warning',
  summary: {
    en: 'A VPC in 172.17.0.0/16 clashes with the addresses that Docker and some AWS services use inside hosts',
    ja: '172.17.0.0/16 の VPC は、Docker や一部の AWS サービスがホスト内で使うアドレスと重なります',
  },
  why: {
    en: 'Docker gives its bridge addresses of 172.17.0.0/16, and services that run on it keep that default. Their hosts then cannot reach addresses of the VPC in that range. Choose another block while the VPC does not exist yet; ignore it when no container host runs there.',
    ja: 'Docker のブリッジは 172.17.0.0/16 のアドレスを使い、その上で動くサービスもこの既定値を使います。そのホストからは、VPC のこの範囲のアドレスに到達できません。VPC を作る前なら別のブロックを選んでください。コンテナのホストを置かない場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    const docker = blockOf('172.17.0.0/16');
    if (docker === undefined) return;
    for (const vpc of context.all('vpc'))
      for (const { block, text, field } of legibleVpcBlocks(vpc))
        if (overlaps(docker, block))
          yield {
            on: [vpc.id],
            field,
            message: {
              en: `${called(context, vpc.id)} has the CIDR block ${text}, which Docker and some AWS services use inside hosts (172.17.0.0/16)`,
              ja: `${called(context, vpc.id)} の CIDR ブロック ${text} は、Docker や一部の AWS サービスがホスト内で使う範囲 (172.17.0.0/16) と重なります`,
            },
          };
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', { cidr: '172.18.0.0/16' }))],
    bad: [sketch(box('vpc', 'Vpc', { cidr: '172.17.0.0/16' }))],
  },
});

import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { overlaps } from '../lib/cidr';
import { legibleVpcBlocks } from './shared/networks';
import { endFault } from './shared/twoEnds';
import { called } from './shared/words';

export default defineRule({
  id: 'peering-needs-two-vpcs',
  severity: 'error',
  summary: {
    en: 'A peering connection joins two different VPCs',
    ja: 'VPC ピアリング接続には、異なる 2 つの VPC が必要です',
  },
  why: {
    en: 'The request names the VPC that asks and the VPC that is asked, and AWS rejects one that has the same VPC on both sides. The accepter need not be in the diagram; the requester must be known.',
    ja: 'リクエストには、リクエスタ VPC とアクセプタ VPC を指定します。両方に同じ VPC を指定すると拒否されます。アクセプタは図になくてもかまいませんが、リクエスタは必須です。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html'],
  *check(context) {
    for (const { id, props } of context.all('peering-connection')) {
      const { requester, accepter } = props;
      const name = called(context, id);
      const isMissing = requester === null;
      if (!isMissing && requester !== accepter) continue;
      const own = known(isMissing ? accepter : requester) ?? '';
      const field = isMissing ? 'requester' : 'accepter';
      const taken = context.all('vpc').filter((vpc) => vpc.id === own);
      const fitting = context
        .all('vpc')
        .filter(
          (vpc) =>
            vpc.id !== own &&
            legibleVpcBlocks(vpc).every(({ block }) =>
              taken.every((each) => legibleVpcBlocks(each).every((other) => !overlaps(block, other.block))),
            ),
        );
      const message: Words = isMissing
        ? {
            en: `${name} has no requester VPC`,
            ja: `${name} にリクエスタ VPC が指定されていません`,
          }
        : {
            en: `${name} has ${called(context, own)} on both sides`,
            ja: `${name} の両側に同じ VPC ${called(context, own)} が指定されています`,
          };
      yield endFault(context, id, field, message, fitting);
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcA' }),
      ),
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { accepter: 'VpcB' }),
      ),
    ],
  },
});

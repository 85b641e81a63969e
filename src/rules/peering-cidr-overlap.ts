import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { movedBlock, overlapOf } from './shared/blocks';
import { peerings } from './shared/peerings';
import { called } from './shared/words';

export default defineRule({
  id: 'peering-cidr-overlap',
  severity: 'error',
  summary: {
    en: 'VPCs whose CIDR blocks overlap cannot be peered',
    ja: 'CIDR ブロックが重複する VPC 同士はピアリングできません',
  },
  why: {
    en: 'The request fails when any block of one VPC overlaps any block of the other, even if you mean to use other blocks only. Give one VPC another block; where that is too late, let the VPCs meet through PrivateLink or a private NAT gateway.',
    ja: '一方の VPC のいずれかのブロックが他方のいずれかのブロックと重複していると、使わないブロックであってもリクエストは失敗します。どちらかの VPC のブロックを変更してください。変更できない場合は、PrivateLink やプライベート NAT ゲートウェイで接続します。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  *check(context) {
    for (const { connection, requester, accepter } of peerings(context)) {
      // `peering-needs-two-vpcs` tells of a VPC that is peered with itself.
      const pair = requester.id === accepter.id ? undefined : overlapOf(requester, accepter);
      if (pair === undefined) continue;
      const [own, other] = pair;
      const name = called(context, connection.id);
      yield {
        on: [connection.id, requester.id, accepter.id],
        field: 'accepter',
        message: {
          en: `${name} cannot be created: ${own.text} of ${called(context, requester.id)} overlaps ${other.text} of ${called(context, accepter.id)}`,
          ja: `${name} は作成できません。${called(context, requester.id)} の ${own.text} が ${called(context, accepter.id)} の ${other.text} と重複しています`,
        },
        fixes: [movedBlock(context, accepter, other), movedBlock(context, requester, own)].filter(
          (fix) => fix !== undefined,
        ),
      };
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
        box('vpc', 'VpcB', { cidr: '10.0.128.0/17' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16', secondaryCidrs: { a: { cidr: '10.0.0.0/24' } } }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
  },
});

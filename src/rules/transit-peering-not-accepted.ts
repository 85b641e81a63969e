import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { notAccepted } from './shared/acceptance';

export default defineRule({
  id: 'transit-peering-not-accepted',
  severity: 'warning',
  summary: {
    en: 'A transit gateway peering carries traffic only after its request was accepted',
    ja: 'Transit Gateway ピアリングは、リクエストが承諾されるまで通信を運びません',
  },
  why: {
    en: 'A template makes the request and cannot accept it, not even within one account: somebody does so in the other gateway’s Region, and only then can route tables name the peering. Leave its associations and routes to a second deployment. Switch “Request accepted” on to see the design as it will be.',
    ja: 'テンプレートはリクエストを作成するだけで、同じアカウント内でも承諾はできません。相手の Transit Gateway のリージョンで承諾した後に、はじめてルートテーブルでピアリングを指定できるようになります。関連付けとルートは 2 回目のデプロイで追加してください。「リクエストを承諾済み」をオンにすると、承諾後の設計を確認できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering-accept-reject.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewaypeeringattachment.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('transit-gateway-peering'))
      if (props.accepted === false) yield notAccepted(context, id);
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubA',
          peerTransitGateway: 'HubB',
          accepted: true,
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', { transitGateway: 'HubA', peerTransitGateway: 'HubB' }),
      ),
    ],
  },
});

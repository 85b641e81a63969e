import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { notAccepted } from './shared/acceptance';

export default defineRule({
  id: 'peering-not-accepted',
  severity: 'error',
  summary: {
    en: 'A peering connection carries traffic only after its request was accepted',
    ja: 'VPC ピアリング接続は、リクエストが承諾されるまで通信を運びません',
  },
  why: {
    en: 'Until the owner of the other VPC accepts the request, routes to it are blackholes; after seven days it expires. CloudFormation accepts it by itself within one account. For another account it needs a role there (PeerRoleArn), and without one the stack fails. If somebody accepts it by hand, switch “Request accepted” on.',
    ja: '相手の VPC の所有者がリクエストを承諾するまで、この接続へのルートはブラックホールです。7 日で期限切れになります。同じアカウント内では CloudFormation が自動的に承諾します。別のアカウントの場合は、そのアカウントのロール (PeerRoleArn) が必要で、指定しないとスタックの作成に失敗します。手動で承諾する場合は、「リクエストを承諾済み」をオンにしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/peering/accept-vpc-peering-connection.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html',
  ],
  *check(context) {
    for (const { id, props } of context.all('peering-connection')) {
      if (props.accepted !== false) continue;
      const isOwn = props.accepterAccount === '';
      // In its own account CloudFormation accepts it, whatever the diagram says.
      yield { ...notAccepted(context, id), ...(isOwn ? { severity: 'warning' as const } : {}) };
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('peering-connection', 'Peering', {
          requester: 'VpcA',
          accepterAccount: '210987654321',
          role: 'arn:aws:iam::210987654321:role/AcceptsPeering',
        }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('peering-connection', 'Peering', {
          requester: 'VpcA',
          accepterAccount: '210987654321',
          accepted: false,
        }),
      ),
    ],
  },
});

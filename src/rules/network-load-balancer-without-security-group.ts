import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called } from './shared/words';

export default defineRule({
  id: 'network-load-balancer-without-security-group',
  severity: 'advice',
  summary: {
    en: 'Create a Network Load Balancer with a security group',
    ja: 'Network Load Balancer は、セキュリティグループを関連付けて作成します',
  },
  why: {
    en: 'One that is created without any lets every client in and can never get one. With one, its targets can allow the load balancer’s group instead of addresses, whatever client IP preservation says. It may be ignored where the targets’ own groups are enough.',
    ja: '関連付けずに作成すると、すべてのクライアントからの接続を受け付け、後から関連付けることもできません。関連付けておけば、クライアント IP の保持の設定にかかわらず、ターゲット側でアドレスの代わりにロードバランサーのグループを許可できます。ターゲットのグループで十分な場合は、無視して構いません。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  ],
  *check(context) {
    for (const { id, props, provenance } of context.all('network-load-balancer')) {
      if (Object.keys(props.securityGroups).length > 0 || provenance?.outside !== undefined) continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: 'securityGroups',
        message: {
          en: `${name} has no security group, and cannot get one once it is created`,
          ja: `${name} にセキュリティグループがありません。作成後に関連付けることはできません`,
        },
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Group'),
          box('subnet', 'A', {}, box('network-load-balancer', 'Nlb', { securityGroups: { Group: true } })),
        ),
      ),
    ],
    bad: [sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb'))))],
  },
});

import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { loadBalancers, subnetsOfBalancer } from './shared/balancers';
import { vpcOf, wayOut } from './shared/networks';
import { internetGatewayOf, internetRouteFor } from './shared/routing';
import { called, calledAll, plan, verb } from './shared/words';

export default defineRule({
  id: 'internet-facing-load-balancer-private',
  severity: 'error',
  summary: {
    en: 'An internet-facing load balancer needs subnets with a route to an internet gateway',
    ja: 'インターネット向けのロードバランサーは、インターネットゲートウェイへのルートがあるサブネットに置きます',
  },
  why: {
    en: 'Its nodes answer clients by the route table of their subnet: without a default route to an internet gateway every connection times out. In a VPC without an internet gateway AWS does not create one at all. Targets need no such route.',
    ja: 'ノードからクライアントへの応答は、サブネットのルートテーブルに従います。インターネットゲートウェイへのデフォルトルートがないと、接続はタイムアウトします。インターネットゲートウェイのない VPC には作成できません。ターゲット側にはこのルートは不要です。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  ],
  *check(context) {
    for (const balancer of loadBalancers(context)) {
      const vpc = vpcOf(context, balancer.id);
      if (balancer.props.scheme !== 'internet-facing' || vpc === undefined) continue;
      const closed = subnetsOfBalancer(context, balancer).filter((subnet) => {
        const way = wayOut(context, subnet);
        return way === 'none' || way === 'nat';
      });
      const isMissing =
        internetGatewayOf(context, vpc.id) === undefined && vpc.provenance?.outside === undefined;
      if (closed.length === 0) continue;
      const name = called(context, balancer.id);
      const ids = closed.map(({ id }) => id);
      const where = calledAll(context, ids);
      const [first] = closed;
      const routed =
        closed.length === 1 && first !== undefined ? internetRouteFor(context, first) : undefined;
      yield {
        on: [balancer.id, ...ids],
        field: 'scheme',
        message: isMissing
          ? {
              en: `${name} is internet-facing, but ${called(context, vpc.id)} has no internet gateway`,
              ja: `${name} はインターネット向けですが、${called(context, vpc.id)} にインターネットゲートウェイがありません`,
            }
          : {
              en: `${name} is internet-facing, but ${where.en} ${verb(ids, 'has', 'have')} no default route to an internet gateway`,
              ja: `${name} はインターネット向けですが、${where.ja} にインターネットゲートウェイへのデフォルトルートがありません`,
            },
        fixes: harmless(context, [
          ...(routed === undefined ? [] : [routed]),
          plan(
            `Make ${name} internal`,
            `${name} を内部ロードバランサーに変更`,
            call('setProps', { id: balancer.id, props: { scheme: 'internal' } }),
          ),
        ]),
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
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { routeTable: 'Table' },
            box('network-load-balancer', 'Nlb', { scheme: 'internet-facing' }),
          ),
          box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Private',
            { routeTable: 'Table' },
            box('network-load-balancer', 'Nlb', { scheme: 'internet-facing' }),
          ),
          box('route-table', 'Table'),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Private', {}, box('network-load-balancer', 'Nlb', { scheme: 'internet-facing' })),
        ),
      ),
    ],
  },
});

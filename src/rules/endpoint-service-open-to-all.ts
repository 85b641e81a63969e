import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { connections } from './shared/endpointServices';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-service-open-to-all',
  severity: 'warning',
  summary: {
    en: 'An endpoint service that allows everybody and accepts every connection is public',
    ja: 'すべてのプリンシパルを許可し、承諾も不要なエンドポイントサービスは、誰でも利用できます',
  },
  why: {
    en: 'Every AWS account that learns its name can then reach the load balancer, though that has no public address. Name the accounts that you mean, or require acceptance. It may be ignored for a service that is meant for everybody.',
    ja: 'サービス名を知った任意の AWS アカウントから、パブリックアドレスのないロードバランサーにも接続できます。許可するアカウントを指定するか、承諾を必須にしてください。誰にでも公開するサービスの場合は、無視して構いません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  *check(context) {
    for (const service of context.all('endpoint-service')) {
      const open = Object.entries(service.props.principals).find(([, { principal }]) => principal === '*');
      if (open === undefined || service.props.acceptanceRequired !== false) continue;
      const name = called(context, service.id);
      const pending = connections(context).filter(
        (each) => each.service.id === service.id && each.endpoint.props.accepted === false,
      );
      yield {
        on: [service.id],
        field: `principals.${open[0]}.principal`,
        message: {
          en: `${name} allows every principal and accepts every connection`,
          ja: `${name} は、すべてのプリンシパルを許可し、接続の承諾も不要です`,
        },
        fixes: harmless(context, [
          plan(
            `Require acceptance in ${name}`,
            `${name} で承諾を必須にする`,
            call('setProps', { id: service.id, props: { acceptanceRequired: true } }),
            ...pending.map(({ endpoint }) =>
              call('setProps', { id: endpoint.id, props: { accepted: true } }),
            ),
          ),
        ]),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('endpoint-service', 'Service', {
          loadBalancers: { Nlb: true },
          acceptanceRequired: true,
          principals: { all: { principal: '*' } },
        }),
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb'))),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service', {
          loadBalancers: { Nlb: true },
          acceptanceRequired: false,
          principals: { all: { principal: '*' } },
        }),
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb'))),
      ),
    ],
  },
});

import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import { subnetsOfEndpoint } from './shared/services';
import { called, listed, plan } from './shared/words';
import { clientsInVpc } from './shared/workloads';
import { oneForEachZone } from './shared/zones';

export default defineRule({
  id: 'interface-endpoint-without-subnet',
  severity: 'warning',
  summary: {
    en: 'An interface endpoint without a subnet has no network interface and no address',
    ja: 'サブネットのないインターフェイスエンドポイントには、ネットワークインターフェイスもアドレスもありません',
  },
  why: {
    en: 'The endpoint is reached at an interface in each of its subnets. Put it into a subnet, or name the subnets in its settings: one for each zone with workloads.',
    ja: 'エンドポイントには、各サブネットのインターフェイスを通じて接続します。エンドポイントをサブネットに置くか、設定でサブネットを指定してください (ワークロードのあるゾーンごとに 1 つ)。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const vpc = vpcOf(context, endpoint.id);
      if (vpc === undefined || subnetsOfEndpoint(context, endpoint).length > 0) continue;
      if (Object.keys(endpoint.props.subnets).length > 0) continue;
      const wanted = oneForEachZone(
        context,
        clientsInVpc(context, vpc.id).flatMap((client) => client.subnets),
      );
      const names = listed(wanted.map(({ id }) => called(context, id)));
      yield {
        on: [endpoint.id],
        field: 'subnets',
        message: {
          en: `${called(context, endpoint.id)} is in no subnet of ${called(context, vpc.id)}`,
          ja: `${called(context, endpoint.id)} は ${called(context, vpc.id)} のどのサブネットにも配置されていません`,
        },
        fixes: harmless(
          context,
          wanted.length === 0
            ? []
            : [
                plan(
                  `Put it into ${names.en}`,
                  `${names.ja} に配置`,
                  call('setProps', {
                    id: endpoint.id,
                    props: { subnets: Object.fromEntries(wanted.map(({ id }) => [id, true])) },
                  }),
                ),
              ],
        ),
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
          box('interface-endpoint', 'Endpoint', { service: 'sqs', subnets: { Subnet: true } }),
          box('subnet', 'Subnet', {}, box('instance', 'Worker')),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('interface-endpoint', 'Endpoint', { service: 'sqs' }),
          box('subnet', 'Subnet', {}, box('instance', 'Worker')),
        ),
      ),
    ],
  },
});

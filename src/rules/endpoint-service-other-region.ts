import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { gatewayServices, titleOf } from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-service-other-region',
  severity: 'error',
  summary: {
    en: 'A gateway endpoint serves its own Region’s service only',
    ja: 'ゲートウェイエンドポイントで接続できるのは、同じリージョンのサービスだけです',
  },
  why: {
    en: 'The service name of a gateway endpoint must carry the VPC’s Region. Buckets and tables of other Regions are reached over the internet, or through a VPC in their Region.',
    ja: 'ゲートウェイエンドポイントのサービス名には、VPC と同じリージョンを指定します。他のリージョンのバケットやテーブルには、インターネット経由か、そのリージョンの VPC を経由して接続します。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html'],
  *check(context) {
    for (const endpoint of context.all('gateway-endpoint')) {
      const written = known(endpoint.props.service) ?? '';
      const [, region, service] = /^com\.amazonaws\.([^.]+)\.(.+)$/.exec(written) ?? [];
      const own = context.around(endpoint.id).region;
      if (region === undefined || service === undefined || region === own || !gatewayServices.has(service))
        continue;
      const name = called(context, endpoint.id);
      yield {
        on: [endpoint.id],
        field: 'service',
        message: {
          en: `${name} names ${written}, the ${titleOf(service)} of ${region}, but stands in ${own}`,
          ja: `${name} は ${region} の ${titleOf(service)} (${written}) を指定していますが、${own} にあります`,
        },
        fixes: [
          plan(
            `Use ${titleOf(service)} of ${own}`,
            `${own} の ${titleOf(service)} に変更`,
            call('setProps', { id: endpoint.id, props: { service } }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box(
            'vpc',
            'Vpc',
            {},
            box('gateway-endpoint', 'Endpoint', {
              service: 'com.amazonaws.ap-northeast-1.s3',
              routeTables: { Table: true },
            }),
            box('route-table', 'Table'),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box(
            'vpc',
            'Vpc',
            {},
            box('gateway-endpoint', 'Endpoint', {
              service: 'com.amazonaws.us-east-1.s3',
              routeTables: { Table: true },
            }),
            box('route-table', 'Table'),
          ),
        ),
      ),
    ],
  },
});

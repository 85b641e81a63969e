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
    en: 'A gateway endpoint serves its own Region’s service only; an interface endpoint must name the Region of another',
    ja: 'ゲートウェイエンドポイントで接続できるのは同じリージョンのサービスだけです。インターフェイスエンドポイントで別リージョンのサービスを使うには、そのリージョンの指定が必要です',
  },
  why: {
    en: 'The service name of a gateway endpoint must carry the VPC’s Region. Buckets and tables of other Regions are reached over the internet, or through a VPC in their Region. An interface endpoint can lead to another Region where the service offers that, and then says which (ServiceRegion).',
    ja: 'ゲートウェイエンドポイントのサービス名には、VPC と同じリージョンを指定します。他のリージョンのバケットやテーブルには、インターネット経由か、そのリージョンの VPC を経由して接続します。クロスリージョンに対応したサービスでは、インターフェイスエンドポイントに ServiceRegion を指定して接続できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html',
  ],
  *check(context) {
    for (const endpoint of [...context.all('gateway-endpoint'), ...context.all('interface-endpoint')]) {
      const written = known(endpoint.props.service) ?? '';
      const [, region, service] = /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(.+)$/.exec(written) ?? [];
      const own = context.around(endpoint.id).region;
      if (region === undefined || service === undefined) continue;
      const isGateway = endpoint.kind === 'gateway-endpoint';
      if (isGateway && !gatewayServices.has(service)) continue;
      const asked = isGateway ? own : known(endpoint.props.serviceRegion);
      // An endpoint service that is drawn has its own rules.
      if (!isGateway && (endpoint.props.endpointService !== null || service.startsWith('vpce'))) continue;
      if (asked === undefined || region === (asked || own)) continue;
      const name = called(context, endpoint.id);
      yield {
        on: [endpoint.id],
        field: isGateway ? 'service' : 'serviceRegion',
        message: isGateway
          ? {
              en: `${name} names ${written}, the ${titleOf(service)} of ${region}, but stands in ${own}`,
              ja: `${name} は ${region} の ${titleOf(service)} (${written}) を指定していますが、${own} にあります`,
            }
          : {
              en: `${name} names ${written}, a service of ${region}, and asks for it in ${asked || own}`,
              ja: `${name} は ${region} のサービス ${written} を、${asked || own} のサービスとして指定しています`,
            },
        fixes: [
          ...(isGateway
            ? []
            : [
                plan(
                  `Ask for it in ${region}`,
                  `サービスのリージョンを ${region} に設定`,
                  call('setProps', { id: endpoint.id, props: { serviceRegion: region } }),
                ),
              ]),
          plan(
            `Use ${titleOf(service)} of ${own}`,
            `${own} の ${titleOf(service)} に変更`,
            call('setProps', {
              id: endpoint.id,
              props: isGateway ? { service } : { service, serviceRegion: '' },
            }),
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
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box(
            'vpc',
            'Vpc',
            {},
            box(
              'subnet',
              'Subnet',
              {},
              box('interface-endpoint', 'Endpoint', {
                service: 'com.amazonaws.us-east-1.s3',
                serviceRegion: 'us-east-1',
                privateDns: false,
              }),
            ),
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
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box(
            'vpc',
            'Vpc',
            {},
            box(
              'subnet',
              'Subnet',
              {},
              box('interface-endpoint', 'Endpoint', { service: 'com.amazonaws.us-east-1.ecr.api' }),
            ),
          ),
        ),
      ),
    ],
  },
});

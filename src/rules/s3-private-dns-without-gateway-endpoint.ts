import { call } from '../core/commands';
import { isUnknown } from '../core/model/value';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor } from './shared/endpointPlans';
import { vpcOf } from './shared/networks';
import { endpointsInVpc, serviceOf, subnetsOfEndpoint } from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 's3-private-dns-without-gateway-endpoint',
  severity: 'error',
  summary: {
    en: 'Private DNS of an S3 interface endpoint needs an S3 gateway endpoint in the VPC',
    ja: 'S3 のインターフェイスエンドポイントのプライベート DNS には、同じ VPC に S3 のゲートウェイエンドポイントが必要です',
  },
  why: {
    en: 'Unless its DNS options say otherwise (PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers), private DNS of an S3 interface endpoint answers for clients outside the VPC only, and AWS refuses to create it without a gateway endpoint for those inside. The gateway endpoint is free; with AllResolvers the traffic of the VPC goes through the interface endpoint, which is charged by the gigabyte.',
    ja: 'DNS オプション (PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers) で変更しない限り、S3 のインターフェイスエンドポイントのプライベート DNS は VPC の外のクライアント向けです。VPC 内のクライアント用のゲートウェイエンドポイントがないと、作成できません。ゲートウェイエンドポイントは無料です。AllResolvers にすると VPC 内からの通信もインターフェイスエンドポイントを通り、データ処理料金がかかります。',
  },
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html',
  ],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const vpc = vpcOf(context, endpoint.id);
      const { privateDns, privateDnsFor } = endpoint.props;
      if (vpc === undefined || privateDns !== true || serviceOf(context, endpoint) !== 's3') continue;
      if (isUnknown(privateDnsFor) || privateDnsFor === 'all') continue;
      const has = endpointsInVpc(context, vpc.id).some(
        (each) => each.kind === 'gateway-endpoint' && serviceOf(context, each) === 's3',
      );
      if (has) continue;
      const added = gatewayEndpointFor(context, 's3', subnetsOfEndpoint(context, endpoint));
      yield {
        on: [endpoint.id],
        field: 'privateDns',
        message: {
          en: `${called(context, endpoint.id)} has private DNS for S3, but ${called(context, vpc.id)} has no gateway endpoint for S3`,
          ja: `${called(context, endpoint.id)} は S3 のプライベート DNS を有効にしていますが、${called(context, vpc.id)} に S3 のゲートウェイエンドポイントがありません`,
        },
        fixes: harmless(context, [
          added,
          plan(
            `Let private DNS of ${called(context, endpoint.id)} answer inside ${called(context, vpc.id)} as well`,
            `${called(context, endpoint.id)} のプライベート DNS を ${called(context, vpc.id)} 内にも応答させる`,
            call('setProps', { id: endpoint.id, props: { privateDnsFor: 'all' } }),
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
          box('gateway-endpoint', 'S3Gateway', { service: 's3', routeTables: { Table: true } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('interface-endpoint', 'S3Interface', { service: 's3', privateDns: true }),
          ),
          box('route-table', 'Table'),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'S3Interface', {
              service: 's3',
              privateDns: true,
              privateDnsFor: 'all',
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('interface-endpoint', 'S3Interface', { service: 's3', privateDns: true }),
          ),
          box('route-table', 'Table'),
        ),
      ),
    ],
  },
});

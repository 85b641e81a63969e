import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor } from './shared/endpointPlans';
import { vpcOf } from './shared/networks';
import { endpointsInVpc, serviceOf, subnetsOfEndpoint } from './shared/services';
import { called } from './shared/words';

export default defineRule({
  id: 's3-private-dns-without-gateway-endpoint',
  severity: 'error',
  summary: {
    en: 'Private DNS of an S3 interface endpoint needs an S3 gateway endpoint in the VPC',
    ja: 'S3 のインターフェイスエンドポイントのプライベート DNS には、同じ VPC に S3 のゲートウェイエンドポイントが必要です',
  },
  why: {
    en: 'Unless its DNS options say otherwise, private DNS of an S3 interface endpoint answers for clients outside the VPC only, and AWS requires a gateway endpoint for those inside. The gateway endpoint is free. Ignore this when the endpoint’s DNS options turn that off.',
    ja: 'DNS オプションで変更しない限り、S3 のインターフェイスエンドポイントのプライベート DNS は VPC の外のクライアント向けで、VPC 内のクライアントのためにゲートウェイエンドポイントが必要です。ゲートウェイエンドポイントは無料です。DNS オプションでこの動作を無効にしている場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html'],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const vpc = vpcOf(context, endpoint.id);
      if (vpc === undefined || endpoint.props.privateDns !== true || serviceOf(context, endpoint) !== 's3')
        continue;
      const has = endpointsInVpc(context, vpc.id).some(
        (each) => each.kind === 'gateway-endpoint' && serviceOf(context, each) === 's3',
      );
      if (has) continue;
      const added = gatewayEndpointFor(context, 's3', subnetsOfEndpoint(context, endpoint));
      yield {
        on: [endpoint.id],
        field: 'privateDns',
        // A template may carry DNS options, which are kept and not read.
        ...(endpoint.provenance === undefined ? {} : { severity: 'warning' as const }),
        message: {
          en: `${called(context, endpoint.id)} has private DNS for S3, but ${called(context, vpc.id)} has no gateway endpoint for S3`,
          ja: `${called(context, endpoint.id)} は S3 のプライベート DNS を有効にしていますが、${called(context, vpc.id)} に S3 のゲートウェイエンドポイントがありません`,
        },
        fixes: harmless(context, [added]),
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

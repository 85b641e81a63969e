import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { defineRule } from '../core/rules/rule';
import { interfaceEndpointFor } from './shared/endpointPlans';
import { inVpc, subnetsOf, vpcOf } from './shared/networks';
import { blockedFlowsToServices, gatewayServices, serviceOf, titleOf } from './shared/services';
import { called, plan } from './shared/words';
import { clientsInVpc } from './shared/workloads';

export default defineRule({
  id: 'gateway-endpoint-service-unsupported',
  severity: 'error',
  summary: {
    en: 'Gateway endpoints exist for S3, S3 Express One Zone and DynamoDB only',
    ja: 'ゲートウェイエンドポイントを使えるのは、S3、S3 Express One Zone、DynamoDB だけです',
  },
  why: {
    en: 'Every other service is reached over an interface endpoint: a network interface with a private address and a security group. AWS rejects a gateway endpoint for it.',
    ja: 'その他のサービスには、プライベートアドレスとセキュリティグループを持つインターフェイスエンドポイントで接続します。ゲートウェイエンドポイントは作成できません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  ],
  *check(context) {
    for (const endpoint of context.all('gateway-endpoint')) {
      const service = serviceOf(context, endpoint);
      // `endpoint-service-other-region` tells of other Regions.
      if (service === undefined || gatewayServices.has(service) || otherRegionGateway(service)) continue;
      const vpc = vpcOf(context, endpoint.id);
      const name = called(context, endpoint.id);
      const subnets = new Set(
        Object.keys(endpoint.props.routeTables).flatMap((id) => {
          const table = context.resource(id);
          return table !== undefined && isKind(table, 'route-table')
            ? subnetsOf(context, table).map((subnet) => subnet.id)
            : [];
        }),
      );
      const clients =
        vpc === undefined
          ? []
          : clientsInVpc(context, vpc.id).filter((client) =>
              client.subnets.some(({ id }) => subnets.has(id)),
            );
      const replaced = interfaceEndpointFor(context, service, clients, [
        call('deleteResources', { ids: [endpoint.id] }),
      ]);
      // A drawn flow to a service that does have gateway endpoints, from where this one would serve it.
      const meant = blockedFlowsToServices(context).find(
        (each) =>
          gatewayServices.has(each.service) &&
          clients.some((client) => client.resource.id === each.flow.from) &&
          !inVpc(context, each.vpc.id, 'gateway-endpoint').some(
            (other) => serviceOf(context, other) === each.service,
          ),
      )?.service;
      yield {
        on: [endpoint.id, ...Object.keys(endpoint.props.routeTables)],
        field: 'service',
        message: {
          en: `${name} is a gateway endpoint for ${titleOf(service)}, which has none; it needs an interface endpoint`,
          ja: `${name} は ${titleOf(service)} のゲートウェイエンドポイントですが、このサービスでは使えません。インターフェイスエンドポイントが必要です`,
        },
        fixes: harmless(context, [
          ...(meant === undefined
            ? []
            : [
                plan(
                  `Make it a gateway endpoint for ${titleOf(meant)}`,
                  `${titleOf(meant)} のゲートウェイエンドポイントに変更`,
                  call('setProps', { id: endpoint.id, props: { service: meant } }),
                ),
              ]),
          ...(replaced === undefined
            ? []
            : [
                {
                  ...replaced,
                  title: {
                    en: `Make it an interface endpoint for ${titleOf(service)}`,
                    ja: `${titleOf(service)} のインターフェイスエンドポイントに変更`,
                  },
                },
              ]),
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
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Table: true } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
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
          box('gateway-endpoint', 'Endpoint', { service: 'sqs', routeTables: { Table: true } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
      ),
    ],
  },
});

function otherRegionGateway(service: string): boolean {
  const region = /^com\.amazonaws\.[^.]+\.(.+)$/.exec(service);
  return region?.[1] !== undefined && gatewayServices.has(region[1]);
}

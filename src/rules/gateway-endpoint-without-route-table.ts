import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor } from './shared/endpointPlans';
import { vpcOf, wayOut } from './shared/networks';
import { blockedFlowsToServices, gatewayServices, serviceOf } from './shared/services';
import { called } from './shared/words';
import { clientsInVpc } from './shared/workloads';

export default defineRule({
  id: 'gateway-endpoint-without-route-table',
  severity: 'error',
  summary: {
    en: 'A gateway endpoint that is on no route table carries nothing',
    ja: 'どのルートテーブルにも関連付けられていないゲートウェイエンドポイントは使われません',
  },
  why: {
    en: 'A gateway endpoint is a route: only subnets whose table it is on use it. Add it to the tables of the subnets that need the service.',
    ja: 'ゲートウェイエンドポイントの実体はルートです。関連付けられたルートテーブルを使うサブネットだけが利用できます。サービスを使うサブネットのルートテーブルに関連付けてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html'],
  *check(context) {
    for (const endpoint of context.all('gateway-endpoint')) {
      const service = serviceOf(context, endpoint);
      const vpc = vpcOf(context, endpoint.id);
      if (Object.keys(endpoint.props.routeTables).length > 0 || vpc === undefined) continue;
      if (service === undefined || !gatewayServices.has(service)) continue;
      // Where a drawn flow fails for it, `gateway-endpoint-not-on-workload-table` tells of it.
      if (blockedFlowsToServices(context).some((each) => each.vpc.id === vpc.id && each.service === service))
        continue;
      const subnets = clientsInVpc(context, vpc.id).flatMap((client) => client.subnets);
      // Without it, these have no way to the service at all.
      const isNeeded = subnets.some((subnet) => wayOut(context, subnet) === 'none');
      const added = gatewayEndpointFor(context, service, [...new Set(subnets)]);
      const name = called(context, endpoint.id);
      yield {
        on: [endpoint.id],
        field: 'routeTables',
        ...(isNeeded ? {} : { severity: 'warning' as const }),
        message: {
          en: `${name} is on no route table of ${called(context, vpc.id)}`,
          ja: `${name} は ${called(context, vpc.id)} のどのルートテーブルにも関連付けられていません`,
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
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Table: true } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
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
          box('gateway-endpoint', 'Endpoint', { service: 's3' }),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
      ),
    ],
  },
});

import type { FlowId, Resource, ResourceId } from '../core/model/document';
import { arrow, box, sketch } from '../core/model/sketch';
import { harmless } from '../core/plans/mend';
import { asked } from '../core/rules/asked';
import { forEachOf } from '../core/rules/each';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { gatewayEndpointFor } from './shared/endpointPlans';
import { tableOf, vpcOf, wayOut } from './shared/networks';
import {
  blockedFlowsToServices,
  endpointsInVpc,
  flowsToServices,
  gatewayServices,
  serviceOf,
  titleOf,
  type ServiceFlow,
} from './shared/services';
import { called, calledAll, verb } from './shared/words';
import { clientsInVpc, workloadOf } from './shared/workloads';

export default defineRule({
  id: 'gateway-endpoint-not-on-workload-table',
  severity: 'error',
  summary: {
    en: 'A gateway endpoint must be on the route table of the subnets that are to use it',
    ja: 'ゲートウェイエンドポイントは、利用するサブネットのルートテーブルに関連付けます',
  },
  why: {
    en: 'The endpoint works through a route in the tables it names. A subnet that is associated with another table, its own instead of the main one for instance, does not have that route. Add the endpoint to the table that the subnet really uses.',
    ja: 'エンドポイントは、指定したルートテーブルに追加されるルートで機能します。別のルートテーブル (メインではなく専用のものなど) を使うサブネットには、そのルートがありません。サブネットが実際に使うルートテーブルに関連付けてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
  ],
  check: forEachOf('gateway-endpoint', function* (context, endpoint) {
    const vpc = vpcOf(context, endpoint.id);
    const service = serviceOf(context, endpoint);
    if (vpc === undefined || service === undefined) return;
    yield* wantedByFlows(context, endpoint, vpc.id, service);
    yield* usedByNobody(context, endpoint, vpc.id, service);
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Own: true } }),
          box('subnet', 'Subnet', { routeTable: 'Own' }, box('instance', 'Worker')),
          box('route-table', 'Own'),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Main: true } }),
          box('subnet', 'Subnet', { routeTable: 'Own' }, box('instance', 'Worker')),
          box('route-table', 'Own'),
          box('route-table', 'Main', { main: true }),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Main: true } }),
          box('subnet', 'Subnet', { routeTable: 'Own' }, box('instance', 'Worker')),
          box('route-table', 'Own'),
          box('route-table', 'Main', { main: true }),
        ),
      ),
    ],
  },
});

/** Drawn traffic that fails because its subnet's table lacks the endpoint: told of the first for the service. */
function* wantedByFlows(
  context: RuleContext,
  endpoint: Resource<'gateway-endpoint'>,
  vpc: ResourceId,
  service: string,
): Generator<FoundFault> {
  const endpoints = gatewaysFor(context, vpc, service);
  if (endpoints[0]?.id !== endpoint.id) return;
  const flows: FlowId[] = [];
  const subnets = new Set<Resource<'subnet'>>();
  for (const { flow } of blockedFlowsFrom(context, vpc, service)) {
    const own = workloadOf(context, flow.from)?.subnets ?? [];
    const lacking = own.filter((subnet) => {
      const table = tableOf(context, subnet);
      return (
        table !== undefined &&
        !endpoints.some(({ props }) => table !== null && Object.hasOwn(props.routeTables, table.id))
      );
    });
    if (lacking.length > 0) flows.push(flow.id);
    for (const subnet of lacking) subnets.add(subnet);
  }
  if (flows.length === 0) return;
  const tables = new Set([...subnets].flatMap((subnet) => tableOf(context, subnet)?.id ?? []));
  const mended = gatewayEndpointFor(context, service, [...subnets]);
  const where = calledAll(
    context,
    [...subnets].map(({ id }) => id),
  );
  const named = tableWords(context, [...tables]);
  yield {
    on: [endpoint.id, ...tables, ...flows],
    field: 'routeTables',
    message: {
      en: `${called(context, endpoint.id)} is not on ${named.en}, so nothing in ${where.en} reaches ${titleOf(service)} through it`,
      ja: `${called(context, endpoint.id)} は${named.ja}に関連付けられていないため、${where.ja} からは ${titleOf(service)} に接続できません`,
    },
    fixes: harmless(context, [mended]),
  };
}

/** Without drawn traffic: an endpoint none of whose tables serves a workload, beside workloads that have no other way out. */
function* usedByNobody(
  context: RuleContext,
  endpoint: Resource<'gateway-endpoint'>,
  vpc: ResourceId,
  service: string,
): Generator<FoundFault> {
  const own = Object.keys(endpoint.props.routeTables);
  if (own.length === 0 || !gatewayServices.has(service) || isWantedFrom(context, vpc, service)) return;
  const subnets = [...new Set(clientsInVpc(context, vpc).flatMap((client) => client.subnets))];
  const tables = subnets.map((subnet) => tableOf(context, subnet));
  if (subnets.length === 0 || tables.includes(undefined)) return;
  const others = gatewaysFor(context, vpc, service);
  const served = (table: Resource<'route-table'> | null | undefined): boolean =>
    table != null && others.some(({ props }) => Object.hasOwn(props.routeTables, table.id));
  if (tables.some((table) => table != null && own.includes(table.id))) return;
  const isolated = subnets.filter(
    (subnet) => wayOut(context, subnet) === 'none' && !served(tableOf(context, subnet)),
  );
  if (isolated.length === 0) return;
  const mended = gatewayEndpointFor(context, service, isolated);
  const lacking = new Set(isolated.flatMap((subnet) => tableOf(context, subnet)?.id ?? []));
  const named = tableWords(context, [...lacking]);
  const where = calledAll(
    context,
    isolated.map(({ id }) => id),
  );
  yield {
    on: [endpoint.id, ...lacking],
    field: 'routeTables',
    message: {
      en: `${called(context, endpoint.id)} is on ${calledAll(context, own).en}, which no workload uses, and not on ${named.en}, which ${where.en} ${verb(isolated, 'uses', 'use')}`,
      ja: `${called(context, endpoint.id)} は、ワークロードが使っていない ${calledAll(context, own).ja} に関連付けられていて、${where.ja} が使う${named.ja}には関連付けられていません`,
    },
    fixes: harmless(context, [mended]),
  };
}

const blockedFlowsFrom = asked((context, vpc: ResourceId, service: string): readonly ServiceFlow[] =>
  blockedFlowsToServices(context).filter((each) => each.vpc.id === vpc && each.service === service),
);

const isWantedFrom = asked((context, vpc: ResourceId, service: string): boolean =>
  flowsToServices(context).some((each) => each.vpc.id === vpc && each.service === service),
);

function gatewaysFor(
  context: RuleContext,
  vpc: string,
  service: string,
): readonly Resource<'gateway-endpoint'>[] {
  return endpointsInVpc(context, vpc).flatMap((each) =>
    each.kind === 'gateway-endpoint' && serviceOf(context, each) === service ? [each] : [],
  );
}

function tableWords(context: RuleContext, tables: readonly string[]): Words {
  if (tables.length > 0) {
    const named = calledAll(context, tables);
    return { en: named.en, ja: ` ${named.ja} ` };
  }
  return { en: 'the main route table', ja: 'メインルートテーブル' };
}

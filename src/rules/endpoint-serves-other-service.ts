import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor, interfaceEndpointFor } from './shared/endpointPlans';
import { sessionManagerServices } from './shared/sessionManager';
import { wayOut } from './shared/networks';
import {
  blockedFlowsToServices,
  endpointsInVpc,
  gatewayServices,
  serviceOf,
  titleOf,
  type Endpoint,
} from './shared/services';
import { called, calledAll, listed } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'endpoint-serves-other-service',
  severity: 'error',
  summary: {
    en: 'A VPC endpoint serves one service and no other',
    ja: 'VPC エンドポイントが対応するのは 1 つのサービスだけです',
  },
  why: {
    en: 'An endpoint for S3 is no way to SQS: each service needs an endpoint of its own, a gateway endpoint for S3 and DynamoDB, an interface endpoint for nearly everything else.',
    ja: 'S3 のエンドポイントで SQS には接続できません。サービスごとにエンドポイントが必要です。S3 と DynamoDB にはゲートウェイエンドポイント、それ以外のほとんどのサービスにはインターフェイスエンドポイントを使います。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html'],
  *check(context) {
    const faults = new Map<
      string,
      { endpoints: readonly Endpoint[]; service: string; vpc: string; flows: string[]; clients: string[] }
    >();
    const everywhere: readonly Endpoint[] = [
      ...context.all('gateway-endpoint'),
      ...context.all('interface-endpoint'),
    ];
    for (const { flow, service, vpc } of blockedFlowsToServices(context)) {
      // `endpoint-in-other-vpc` tells of endpoints elsewhere, and the rules about endpoints of the right service.
      if (everywhere.some((each) => serviceOf(context, each) === service)) continue;
      const subnets = workloadOf(context, flow.from)?.subnets ?? [];
      if (subnets.length === 0 || subnets.some((subnet) => wayOut(context, subnet) !== 'none')) continue;
      const endpoints = endpointsInVpc(context, vpc.id).filter(
        (each) => serviceOf(context, each) !== undefined,
      );
      if (endpoints.length === 0 || endpoints.length !== endpointsInVpc(context, vpc.id).length) continue;
      // `session-manager-endpoint-missing` tells of the one that is missing from the set.
      const isSet = sessionManagerServices.includes(service);
      if (isSet && endpoints.some((each) => sessionManagerServices.includes(serviceOf(context, each) ?? '')))
        continue;
      const fault = faults.get(`${vpc.id} ${service}`) ?? {
        endpoints,
        service,
        vpc: vpc.id,
        flows: [],
        clients: [],
      };
      fault.flows.push(flow.id);
      if (!fault.clients.includes(flow.from)) fault.clients.push(flow.from);
      faults.set(`${vpc.id} ${service}`, fault);
    }
    for (const { endpoints, service, vpc, flows, clients } of faults.values()) {
      const users = clients.flatMap((id) => workloadOf(context, id) ?? []);
      const added = gatewayServices.has(service)
        ? gatewayEndpointFor(
            context,
            service,
            users.flatMap(({ subnets }) => subnets),
          )
        : interfaceEndpointFor(context, service, users);
      const names = calledAll(
        context,
        endpoints.map(({ id }) => id),
      );
      const served = listed([...new Set(endpoints.map((each) => titleOf(serviceOf(context, each) ?? '')))]);
      const [only, ...more] = endpoints;
      const [first = vpc, ...rest] =
        only !== undefined && more.length === 0
          ? [only.id, ...flows]
          : [...flows, ...endpoints.map(({ id }) => id)];
      yield {
        on: [first, ...rest],
        ...(more.length === 0 ? { field: 'service' } : {}),
        message: {
          en: `${calledAll(context, clients).en} has no endpoint for ${titleOf(service)}: ${names.en} in ${called(context, vpc)} is for ${served.en}`,
          ja: `${calledAll(context, clients).ja} が使える ${titleOf(service)} のエンドポイントがありません。${called(context, vpc)} の ${names.ja} は ${served.ja} 用です`,
        },
        fixes: added === undefined ? [] : [added],
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
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Table: true } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        arrow('Worker', 'Sqs'),
      ),
    ],
  },
});

import { call } from '../core/commands';
import type { ResourceId } from '../core/model/document';
import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { gatewayEndpointFor, interfaceEndpointFor } from './shared/endpointPlans';
import { sessionManagerServices } from './shared/sessionManager';
import { wayOut } from './shared/networks';
import {
  flowsToServices,
  blockedFlowsToServices,
  endpointsInVpc,
  gatewayServices,
  serviceOf,
  titleOf,
  type Endpoint,
} from './shared/services';
import { called, calledAll, listed, plan, verb } from './shared/words';
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
      // `gateway-endpoint-service-unsupported` tells of an endpoint with the wrong service, which may be the one.
      if (
        endpoints.some(
          (each) => each.kind === 'gateway-endpoint' && !gatewayServices.has(serviceOf(context, each) ?? ''),
        )
      )
        continue;
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
      const suspect = oddOne(context, vpc, endpoints);
      const [first = vpc, ...rest] =
        suspect === undefined ? [...flows, ...endpoints.map(({ id }) => id)] : [suspect.id, ...flows];
      const own = suspect === undefined ? endpoints : [suspect];
      const names = calledAll(
        context,
        own.map(({ id }) => id),
      );
      const served = listed([...new Set(own.map((each) => titleOf(serviceOf(context, each) ?? '')))]);
      const changed =
        suspect !== undefined && (suspect.kind === 'gateway-endpoint') === gatewayServices.has(service)
          ? [
              plan(
                `Make ${called(context, suspect.id)} an endpoint for ${titleOf(service)}`,
                `${called(context, suspect.id)} を ${titleOf(service)} のエンドポイントに変更`,
                call('setProps', { id: suspect.id, props: { service } }),
              ),
            ]
          : [];
      yield {
        on: [first, ...rest],
        ...(suspect === undefined ? {} : { field: 'service' }),
        message: {
          en: `${calledAll(context, clients).en} ${verb(clients, 'has', 'have')} no endpoint for ${titleOf(service)}: ${names.en} in ${called(context, vpc)} ${verb(own, 'is', 'are')} for ${served.en}`,
          ja: `${calledAll(context, clients).ja} が使える ${titleOf(service)} のエンドポイントがありません。${called(context, vpc)} の ${names.ja} は ${served.ja} 用です`,
        },
        fixes: harmless(context, [...(isUseful(context, vpc, suspect) ? [] : changed), added]),
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

/** The endpoint that is likely to be the wrong one: the only one, or the only one whose service nobody needs it for. */
function oddOne(context: RuleContext, vpc: ResourceId, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const idle = endpoints.filter((each) => !isUseful(context, vpc, each));
  const candidates = idle.length > 0 ? idle : endpoints;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Whether an arrow asks for the endpoint's service, and no gateway endpoint serves it as well. */
function isUseful(context: RuleContext, vpc: ResourceId, endpoint: Endpoint | undefined): boolean {
  const service = endpoint === undefined ? undefined : serviceOf(context, endpoint);
  if (endpoint === undefined || service === undefined) return false;
  const wanted = flowsToServices(context).some((each) => each.vpc.id === vpc && each.service === service);
  const others = endpointsInVpc(context, vpc).filter(
    (each) =>
      each.id !== endpoint.id && each.kind === 'gateway-endpoint' && serviceOf(context, each) === service,
  );
  return wanted && (endpoint.kind === 'gateway-endpoint' || others.length === 0);
}

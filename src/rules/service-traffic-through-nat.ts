import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { asked } from '../core/rules/asked';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor } from './shared/endpointPlans';
import { flowsToServices, gatewayServices, titleOf } from './shared/services';
import { called, calledAll, verb } from './shared/words';
import { workloadOf } from './shared/workloads';
import type { FlowId, Resource, ResourceId } from '../core/model/document';

export default defineRule({
  id: 'service-traffic-through-nat',
  severity: 'advice',
  summary: {
    en: 'Traffic to S3 and DynamoDB costs nothing through a gateway endpoint, and by the gigabyte through a NAT gateway',
    ja: 'S3 や DynamoDB への通信は、ゲートウェイエンドポイントなら無料で、NAT ゲートウェイでは 1 GB ごとに料金がかかります',
  },
  why: {
    en: 'The data never leaves the Region, yet the NAT gateway charges for processing it. A gateway endpoint is free, needs no change in the application and takes the traffic off the NAT gateway. Keep the NAT gateway for the rest.',
    ja: 'データはリージョンの外に出ませんが、NAT ゲートウェイではデータ処理料金がかかります。ゲートウェイエンドポイントは無料で、アプリケーションの変更も不要です。その他の通信には引き続き NAT ゲートウェイを使います。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  ],
  *check(context) {
    const faults = new Map<
      string,
      {
        nat: string;
        service: string;
        flows: string[];
        from: Set<string>;
        subnets: Set<Resource<'subnet'>>;
        gb: number | null;
      }
    >();
    for (const { flow, service } of flowsToServices(context)) {
      const nat = gatewayServices.has(service) ? natOnTheWayOf(context, flow.id) : undefined;
      if (nat == null) continue;
      const fault = faults.get(`${nat} ${service}`) ?? {
        nat,
        service,
        flows: [],
        from: new Set(),
        subnets: new Set(),
        gb: null,
      };
      fault.flows.push(flow.id);
      fault.from.add(flow.from);
      for (const subnet of workloadOf(context, flow.from)?.subnets ?? []) fault.subnets.add(subnet);
      if (flow.gbPerMonth !== null) fault.gb = (fault.gb ?? 0) + flow.gbPerMonth;
      faults.set(`${nat} ${service}`, fault);
    }
    for (const { nat, service, flows, from, subnets, gb } of faults.values()) {
      const added = gatewayEndpointFor(context, service, [...subnets]);
      const who = calledAll(context, [...from]);
      const [first = nat, ...others] = flows;
      yield {
        on: [first, ...others, nat],
        message: {
          en: `${who.en} ${verb([...from], 'reaches', 'reach')} ${titleOf(service)} through ${called(context, nat)}, which charges for ${gb === null ? 'every gigabyte' : `${gb} GB a month`}; a gateway endpoint is free`,
          ja: `${who.ja} は ${called(context, nat)} を経由して ${titleOf(service)} に接続しており、${gb === null ? 'データ量に' : `月 ${gb} GB に`}応じた処理料金がかかります。ゲートウェイエンドポイントは無料です`,
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
          box('internet-gateway', 'Igw'),
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { PrivateTable: true } }),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('instance', 'Worker'),
          ),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
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
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('instance', 'Worker'),
          ),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3', { gbPerMonth: 500 }),
      ),
    ],
  },
});

/** The NAT gateway by which a flow arrives. */
const natOnTheWayOf = asked((context, flow: FlowId): ResourceId | null | undefined => {
  const trace = context.traces.get(flow);
  if (trace?.verdict !== 'reachable') return undefined;
  return trace.forward.steps.find(({ at }) => context.resource(at)?.kind === 'nat-gateway')?.at;
});

import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor, interfaceEndpointFor } from './shared/endpointPlans';
import { vpcOf } from './shared/networks';
import { blockedFlowsToServices, endpointsInVpc, serviceOf, titleOf, type Endpoint } from './shared/services';
import { called, calledAll, verb } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'endpoint-in-other-vpc',
  severity: 'error',
  summary: {
    en: 'A VPC endpoint serves the VPC it is in',
    ja: 'VPC エンドポイントは、作成された VPC で使えます',
  },
  why: {
    en: 'A gateway endpoint never serves another VPC. An interface endpoint answers for the service’s name in its own VPC only, and other VPCs need a route to it besides. Make the endpoint in the VPC of the workload.',
    ja: 'ゲートウェイエンドポイントは他の VPC からは使えません。インターフェイスエンドポイントがサービスの名前に応答するのも作成された VPC だけで、他の VPC からは経路も必要です。ワークロードのある VPC にエンドポイントを作成してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],
  *check(context) {
    const faults = new Map<
      string,
      { endpoint: Endpoint; service: string; own: string; flows: string[]; clients: string[] }
    >();
    for (const { flow, service, vpc } of blockedFlowsToServices(context)) {
      const serves = (each: Endpoint): boolean => serviceOf(context, each) === service;
      if (endpointsInVpc(context, vpc.id).some(serves)) continue;
      const endpoint = [...context.all('interface-endpoint'), ...context.all('gateway-endpoint')].find(
        (each) => serves(each) && context.around(each.id).region === context.around(vpc.id).region,
      );
      if (endpoint === undefined) continue;
      // A record that leads the name to an endpoint has seen to that; what stops the flow is something else.
      if (context.traces.get(flow.id)?.resolution?.by != null) continue;
      const fault = faults.get(`${endpoint.id} ${vpc.id}`) ?? {
        endpoint,
        service,
        own: vpc.id,
        flows: [],
        clients: [],
      };
      fault.flows.push(flow.id);
      if (!fault.clients.includes(flow.from)) fault.clients.push(flow.from);
      faults.set(`${endpoint.id} ${vpc.id}`, fault);
    }
    for (const { endpoint, service, own, flows, clients } of faults.values()) {
      const other = vpcOf(context, endpoint.id);
      if (other === undefined) continue;
      const users = clients.flatMap((id) => workloadOf(context, id) ?? []);
      const added =
        endpoint.kind === 'gateway-endpoint'
          ? gatewayEndpointFor(
              context,
              service,
              users.flatMap(({ subnets }) => subnets),
            )
          : interfaceEndpointFor(context, service, users);
      const name = called(context, endpoint.id);
      const from = calledAll(context, clients);
      yield {
        on: [endpoint.id, ...flows],
        field: 'parentId',
        message: {
          en: `${name} is in ${called(context, other.id)}, so ${from.en} in ${called(context, own)} ${verb(clients, 'does', 'do')} not reach ${titleOf(service)} through it`,
          ja: `${name} は ${called(context, other.id)} にあるため、${called(context, own)} の ${from.ja} から ${titleOf(service)} への接続には使えません`,
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
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('gateway-endpoint', 'Endpoint', { service: 's3', routeTables: { Table: true } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
          box('route-table', 'Table'),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', {}, box('instance', 'Worker'))),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'OtherSubnet',
            { cidr: '10.1.0.0/24' },
            box('interface-endpoint', 'Endpoint', { service: 'ssm' }),
          ),
        ),
        box('aws-service', 'Ssm', { service: 'ssm' }),
        arrow('Worker', 'Ssm'),
      ),
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', {}, box('instance', 'Worker'))),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'OtherSubnet',
            { cidr: '10.1.0.0/24' },
            box('interface-endpoint', 'Endpoint', { service: 's3', privateDnsFor: 'all' }),
          ),
        ),
        box('aws-service', 'S3', { service: 's3' }),
        arrow('Worker', 'S3'),
      ),
    ],
  },
});

import type { Resource } from '../core/model/document';
import { known } from '../core/model/value';
import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { letIn } from './shared/endpointPlans';
import { connections, portsOf, type Connection } from './shared/endpointServices';
import { admits } from './shared/groups';
import { inVpc, vpcOf } from './shared/networks';
import { admitsOutsiders } from './shared/outsiders';
import { blockedFlowsToServices, serviceOf } from './shared/services';
import { called, calledAll, verb } from './shared/words';
import { clientsInVpc, workloadOf, type Workload } from './shared/workloads';

export default defineRule({
  id: 'interface-endpoint-closed-to-clients',
  severity: 'error',
  summary: {
    en: 'An interface endpoint’s security group must let those who use it in: on TCP 443, or on the ports of its endpoint service',
    ja: 'インターフェイスエンドポイントのセキュリティグループでは、利用元からの TCP 443 (エンドポイントサービスの場合はそのポート) を許可します',
  },
  why: {
    en: 'Packets to the endpoint arrive at network interfaces that its security groups guard. Without an inbound rule for HTTPS from the clients, every call hangs until it times out; an endpoint service is asked on the ports of its load balancer’s listeners. Without any security group, the VPC’s default group guards it, which lets only its own members in.',
    ja: 'エンドポイントへのパケットは、セキュリティグループで保護されたネットワークインターフェイスに届きます。利用元からの HTTPS を許可するインバウンドルールがないと、呼び出しはタイムアウトします。エンドポイントサービスの場合は、ロードバランサーのリスナーのポートを許可します。セキュリティグループを指定しない場合は VPC のデフォルトのグループが使われ、同じグループのメンバーからしか許可されません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const ofAws = inVpc(context, vpc.id, 'interface-endpoint').filter(
        ({ props }) => props.endpointService === null && isOfAws(known(props.service)),
      );
      for (const endpoints of byGroups(ofAws)) yield* faultsOf(context, endpoints);
    }
    for (const connection of connections(context)) yield* ownServiceFaults(context, connection);
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', {
              service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
              privateDns: false,
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'Group', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', { service: 'sqs', securityGroups: { Group: true } }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        arrow('Worker', 'Sqs'),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Consumer',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Client', { securityGroups: { ClientGroup: true } }),
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              accepted: true,
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'ClientGroup'),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Provider',
          { cidr: '10.1.0.0/16' },
          box('target-group', 'Targets'),
          box(
            'subnet',
            'ProviderSubnet',
            { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Targets', others: {} } },
            }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', { service: 'sqs', securityGroups: { Group: true } }),
          ),
          box('security-group', 'Group', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
        ),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        arrow('Worker', 'Sqs'),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', { service: 'sqs', securityGroups: { Group: true } }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '192.168.0.0/16' } },
          }),
        ),
      ),
    ],
  },
});

function* faultsOf(
  context: RuleContext,
  endpoints: readonly Resource<'interface-endpoint'>[],
): Generator<FoundFault> {
  const first = endpoints[0];
  const vpc = first === undefined ? undefined : vpcOf(context, first.id);
  if (first === undefined || vpc === undefined) return;
  const groups = Object.keys(first.props.securityGroups);
  const closedTo = (client: Workload): boolean => admits(context, groups, client, 443) === false;
  const served = new Map(endpoints.map((endpoint) => [serviceOf(context, endpoint), endpoint]));

  const failing = blockedFlowsToServices(context).filter(({ flow, service, vpc: own }) => {
    const client = workloadOf(context, flow.from);
    const blamed = context.traces.get(flow.id)?.blockedBy.map(({ resource }) => resource) ?? [];
    return (
      own.id === vpc.id &&
      served.has(service) &&
      client !== undefined &&
      closedTo(client) &&
      blamed.some((id) => id !== null && (groups.includes(id) || id === vpc.id))
    );
  });
  const all = clientsInVpc(context, vpc.id);
  const clients = failing.flatMap(({ flow }) => workloadOf(context, flow.from) ?? []);
  const shut = clients.length > 0 ? [...new Set(clients)] : all.every(closedTo) ? all : [];
  if (shut.length === 0) return;

  const concerned =
    failing.length === 0
      ? endpoints
      : [...new Set(failing.flatMap(({ service }) => served.get(service) ?? []))];
  const mended = letIn(context, concerned, shut);
  const ids = concerned.map(({ id }) => id);
  const names = calledAll(context, ids);
  const from = calledAll(
    context,
    shut.map(({ resource }) => resource.id),
  );
  const guard = calledAll(context, groups);
  const [head = first.id, ...tail] = groups.length > 0 ? [...groups, ...ids] : ids;
  yield {
    on: [head, ...tail, ...failing.map(({ flow }) => flow.id)],
    field: groups.length > 0 ? 'inbound' : 'securityGroups',
    ...(failing.length === 0 && admitsOutsiders(context, groups, vpc.id)
      ? { severity: 'warning' as const }
      : {}),
    message:
      groups.length > 0
        ? {
            en: `${guard.en} ${verb(groups, 'lets', 'let')} no TCP 443 in from ${from.en}, so ${names.en} cannot be used from there`,
            ja: `${guard.ja} では ${from.ja} からの TCP 443 が許可されていないため、${names.ja} を利用できません`,
          }
        : {
            en: `${names.en} ${verb(ids, 'has', 'have')} no security group, and the default group of ${called(context, vpc.id)} lets no TCP 443 in from ${from.en}`,
            ja: `${names.ja} にセキュリティグループがなく、${called(context, vpc.id)} のデフォルトのグループでは ${from.ja} からの TCP 443 が許可されません`,
          },
    fixes: harmless(context, [mended]),
  };
}

/** The same for the endpoint of somebody's own service: for the port of each arrow, or else for those of its listeners. */
function* ownServiceFaults(context: RuleContext, { endpoint, service }: Connection): Generator<FoundFault> {
  const vpc = vpcOf(context, endpoint.id);
  if (vpc === undefined) return;
  const groups = Object.keys(endpoint.props.securityGroups);
  const flows = context.flows.filter(
    ({ to, protocol, port }) => to === endpoint.id && protocol === 'tcp' && port !== null,
  );
  const failing = flows.filter((flow) => {
    const block = context.traces.get(flow.id)?.blockedBy[0];
    return (
      flow.expect === 'reachable' && block?.code === 'denied-by-security-group' && block.at === endpoint.id
    );
  });
  const all = clientsInVpc(context, vpc.id);
  const shut = (port: number): boolean =>
    all.length > 0 && all.every((client) => admits(context, groups, client, port) === false);
  const wanted: (readonly [port: number, clients: readonly Workload[]])[] =
    flows.length > 0
      ? failing.map(({ from, port }) => [
          port ?? 0,
          [workloadOf(context, from)].flatMap((each) => each ?? []),
        ])
      : (portsOf(context, service) ?? []).filter(shut).map((port) => [port, all]);
  const told = new Set<number>();
  for (const [port, clients] of wanted) {
    if (told.has(port) || clients.length === 0) continue;
    told.add(port);
    const name = called(context, endpoint.id);
    const from = calledAll(
      context,
      clients.map(({ resource }) => resource.id),
    );
    const guard = calledAll(context, groups);
    const [head, ...tail] = [...groups, endpoint.id];
    yield {
      on: [head ?? endpoint.id, ...tail, ...failing.filter((flow) => flow.port === port).map(({ id }) => id)],
      field: groups.length > 0 ? 'inbound' : 'securityGroups',
      message:
        groups.length > 0
          ? {
              en: `${guard.en} ${verb(groups, 'lets', 'let')} no TCP ${port} in from ${from.en}, so ${name} cannot be used from there`,
              ja: `${guard.ja} では ${from.ja} からの TCP ${port} が許可されていないため、${name} を利用できません`,
            }
          : {
              en: `${name} has no security group, and the default group of ${called(context, vpc.id)} lets no TCP ${port} in from ${from.en}`,
              ja: `${name} にセキュリティグループがなく、${called(context, vpc.id)} のデフォルトのグループでは ${from.ja} からの TCP ${port} が許可されません`,
            },
      fixes: harmless(context, [letIn(context, [endpoint], clients, port)]),
    };
  }
}

/** On which ports an endpoint service of elsewhere is asked is its owner's choice; what is not known may be one. */
function isOfAws(service: string | undefined): boolean {
  return service !== undefined && !service.includes('.vpce.');
}

/** Endpoints that the same groups guard have the same fault. */
function byGroups(
  endpoints: readonly Resource<'interface-endpoint'>[],
): Iterable<readonly Resource<'interface-endpoint'>[]> {
  const found = new Map<string, Resource<'interface-endpoint'>[]>();
  for (const endpoint of endpoints) {
    const key = Object.keys(endpoint.props.securityGroups).sort().join(' ');
    const same = found.get(key);
    if (same === undefined) found.set(key, [endpoint]);
    else same.push(endpoint);
  }
  return found.values();
}

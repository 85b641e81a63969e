import type { Resource, ResourceId } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { known } from '../core/model/value';
import { blockTakenOf } from '../lib/blockTaken';
import { overlaps } from '../lib/cidr';
import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { letIn } from './shared/endpointPlans';
import { admits, coversTcp } from './shared/groups';
import { inVpc, legibleVpcBlocks, vpcOf } from './shared/networks';
import { blocksOf } from './shared/prefixLists';
import { blockedFlowsToServices, serviceOf } from './shared/services';
import { called, calledAll, verb } from './shared/words';
import { clientsInVpc, workloadOf, type Workload } from './shared/workloads';

export default defineRule({
  id: 'interface-endpoint-closed-to-clients',
  severity: 'error',
  summary: {
    en: 'An interface endpoint’s security group must let TCP 443 in from those who use it',
    ja: 'インターフェイスエンドポイントのセキュリティグループでは、利用元からの TCP 443 を許可します',
  },
  why: {
    en: 'Packets to the endpoint arrive at network interfaces that its security groups guard. Without an inbound rule for HTTPS from the clients, every call hangs until it times out. Without any security group, the VPC’s default group guards it, which lets only its own members in.',
    ja: 'エンドポイントへのパケットは、セキュリティグループで保護されたネットワークインターフェイスに届きます。利用元からの HTTPS を許可するインバウンドルールがないと、呼び出しはタイムアウトします。セキュリティグループを指定しない場合は VPC のデフォルトのグループが使われ、同じグループのメンバーからしか許可されません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc'))
      for (const endpoints of byGroups(inVpc(context, vpc.id, 'interface-endpoint')))
        yield* faultsOf(context, endpoints);
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

/** Whether the groups let somebody outside the VPC in who is drawn as well: then the endpoint may be for them. */
function admitsOutsiders(context: RuleContext, groups: readonly ResourceId[], vpc: ResourceId): boolean {
  const outside = [
    ...context
      .all('vpc')
      .flatMap((other) => (other.id === vpc ? [] : legibleVpcBlocks(other).map(({ text }) => text))),
    ...context
      .all('on-premises')
      .flatMap(({ props }) => Object.values(props.cidrs).map(({ cidr }) => known(cidr))),
  ].flatMap((text) => (text === undefined ? [] : (blockTakenOf(text) ?? [])));
  return groups.some((id) => {
    const group = context.resource(id);
    if (group === undefined || !isKind(group, 'security-group')) return false;
    return Object.values(group.props.inbound).some((rule) => {
      const blocks = blocksOf(context, rule.peer);
      return (
        coversTcp(rule, 443) !== false &&
        blocks.some((block) => outside.some((each) => overlaps(each, block)))
      );
    });
  });
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

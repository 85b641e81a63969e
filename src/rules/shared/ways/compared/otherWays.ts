/** Taking away the ways that would win over the one that is asked for: for the flow’s own subnets, as far as that can be. */
import { call, type CommandCall } from '../../../../core/commands';
import type { Resource } from '../../../../core/model/document';
import { isKind } from '../../../../core/model/queries';
import type { Trace } from '../../../../core/network/trace';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { addition } from '../../additions';
import { inVpc, subnetsOf, tableOf, vpcOf } from '../../networks';
import { serviceOf, titleOf } from '../../services';
import { called, plan } from '../../words';
import type { Source } from '../ends';

/** GE3: its prefix list is more specific than a default route, so that it must not be in the tables of the subnets. */
export function* withoutGatewayEndpoint(
  context: RuleContext,
  { workload, vpc }: Source,
  service: string,
): Generator<Plan> {
  for (const endpoint of inVpc(context, vpc.id, 'gateway-endpoint')) {
    if (serviceOf(context, endpoint) !== service) continue;
    for (const subnet of workload.subnets) {
      const table = tableOf(context, subnet);
      if (table == null || !Object.hasOwn(endpoint.props.routeTables, table.id)) continue;
      const isShared = subnetsOf(context, table).some(
        (each) => !workload.subnets.some(({ id }) => id === each.id),
      );
      yield isShared
        ? tableWithout(context, vpc, subnet, table, endpoint)
        : takenOff(context, endpoint, table);
    }
  }
}

function takenOff(
  context: RuleContext,
  { id, props }: Resource<'gateway-endpoint'>,
  table: Resource<'route-table'>,
): Plan {
  const { [table.id]: _, ...routeTables } = props.routeTables;
  const [endpoint, name] = [called(context, id), called(context, table.id)];
  // On no table at all it would serve nobody.
  if (Object.keys(routeTables).length === 0)
    return plan(
      `Delete ${endpoint}, which serves ${name} alone`,
      `${name} だけで使われている ${endpoint} を削除`,
      call('deleteResources', { ids: [id] }),
    );
  return plan(
    `Take ${endpoint} off ${name}`,
    `${endpoint} と ${name} の関連付けを解除`,
    call('setProps', { id, props: { routeTables } }),
  );
}

/** Others keep the endpoint: the subnet gets a copy of the table that the endpoint is not associated with. */
function tableWithout(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  subnet: Resource<'subnet'>,
  table: Resource<'route-table'>,
  without: Resource<'gateway-endpoint'>,
): Plan {
  const name = called(context, subnet.id);
  const fresh = addition(context, 'route-table', vpc, `${name}RouteTable`, { routes: table.props.routes });
  const kept = inVpc(context, vpc.id, 'gateway-endpoint').filter(
    ({ id, props }) => id !== without.id && Object.hasOwn(props.routeTables, table.id),
  );
  const commands: CommandCall[] = kept.map(({ id, props }) =>
    call('setProps', { id, props: { routeTables: { ...props.routeTables, [fresh.id]: true } } }),
  );
  const endpoint = called(context, without.id);
  return plan(
    `Give ${name} a route table of its own without ${endpoint}`,
    `${name} に、${endpoint} を関連付けない専用のルートテーブルを作成`,
    fresh.call,
    call('setProps', { id: subnet.id, props: { routeTable: fresh.id } }),
    ...commands,
  );
}

/** What answers the service's name with an endpoint: private DNS of one in the VPC, or a private hosted zone (IE3). */
export function* withoutPrivateAnswer(
  context: RuleContext,
  { vpc }: Pick<Source, 'vpc'>,
  { resolution }: Trace,
): Generator<Plan> {
  const by = context.resource(resolution?.by);
  if (by === undefined || resolution === null) return;
  if (isKind(by, 'hosted-zone')) yield withoutZone(context, by, vpc);
  if (!isKind(by, 'interface-endpoint')) return;
  if (by.props.endpointService !== null || by.props.privateDns === false) return;
  const service = serviceOf(context, by);
  const name = called(context, by.id);
  // It stays, and can be reached by names of its own.
  yield plan(
    `Turn private DNS of ${name} off, so that the name of ${service === undefined ? 'the service' : titleOf(service)} leads to its public addresses`,
    `${name} のプライベート DNS をオフにし、${service === undefined ? 'サービス' : titleOf(service)} の名前をパブリックアドレスに解決`,
    call('setProps', { id: by.id, props: { privateDns: false } }),
  );
}

/** Private DNS of an endpoint in the VPC itself, for those who lead the name elsewhere by a zone. */
export function* withoutOwnEndpoint(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  trace: Trace,
): Generator<Plan> {
  const by = context.resource(trace.resolution?.by);
  if (by !== undefined && isKind(by, 'interface-endpoint') && vpcOf(context, by.id)?.id === vpc.id)
    yield* withoutPrivateAnswer(context, { vpc }, trace);
}

function withoutZone(
  context: RuleContext,
  { id, props }: Resource<'hosted-zone'>,
  vpc: Resource<'vpc'>,
): Plan {
  const { [vpc.id]: _, ...vpcs } = props.vpcs;
  const [zone, own] = [called(context, id), called(context, vpc.id)];
  // Without a VPC it would be a public one.
  if (Object.keys(vpcs).length === 0)
    return plan(
      `Delete ${zone}, which answers ${own} alone`,
      `${own} だけに応答する ${zone} を削除`,
      call('deleteResources', { ids: [id] }),
    );
  return plan(
    `Take ${own} off ${zone}`,
    `${zone} と ${own} の関連付けを解除`,
    call('setProps', { id, props: { vpcs } }),
  );
}

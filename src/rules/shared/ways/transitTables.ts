/** Against a route that a transit gateway's table lacks: propagation, else a static route, else an attachment. */
import { call } from '../../../core/commands';
import type { Flow, Resource, ResourceId } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { known } from '../../../core/model/value';
import type { Block } from '../../../core/network/trace';
import type { Candidate } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { freeRow, inVpc, legibleVpcBlocks, vpcOf } from '../networks';
import { attachedTo, gatewayNamed, rowsOf, type AttachedVpc } from '../transit';
import { ipv6Plan, newAttachment, transitRoutesPlan } from '../transitPlans';
import { called, plan } from '../words';
import { destinationOf } from './ends';

type Gateway = Resource<'transit-gateway'>;
type Table = Resource<'transit-gateway-route-table'>;

/** `blamed`: a table, or the gateway for its default table that nobody drew. */
export function* inTransitTable(
  context: RuleContext,
  flow: Flow,
  { direction }: Block,
  blamed: Resource,
): Generator<Candidate> {
  const table = isKind(blamed, 'transit-gateway-route-table') ? blamed : undefined;
  const gateway = gatewayNamed(context, table?.props.transitGateway ?? blamed.id);
  if (gateway === undefined) return;
  const to = direction === 'forward' ? flow.to : flow.from;
  const vpc = vpcOf(context, to);
  if (vpc === undefined) {
    if (direction === 'forward' && destinationOf(context, flow).is === 'internet')
      for (const { attachment } of waysOut(context, gateway.id, vpcOf(context, flow.from)?.id))
        yield { plan: transitRoutesPlan(context, gateway, table, ['0.0.0.0/0'], attachment.id), cost: 4 };
    return;
  }
  const there = attachedTo(context, gateway.id).find((each) => each.vpc.id === vpc.id);
  if (there !== undefined) {
    yield* propagated(context, gateway, table, there);
    return;
  }
  const blocks = legibleVpcBlocks(vpc).map(({ text }) => text);
  const peerings = peeringsTo(context, gateway, vpc.id);
  for (const peering of peerings)
    if (blocks.length > 0)
      yield { plan: transitRoutesPlan(context, gateway, table, blocks, peering.id), cost: 3 };
  const attached = peerings.length > 0 ? undefined : newAttachment(context, vpc, gateway);
  if (attached !== undefined) yield { plan: attached.plan, cost: 4 };
}

/** The attached VPCs that have a public NAT gateway: the ways out to the internet for the others. */
export function waysOut(
  context: RuleContext,
  gateway: ResourceId,
  own: ResourceId | undefined,
): readonly AttachedVpc[] {
  return attachedTo(context, gateway).filter(
    ({ vpc }) =>
      vpc.id !== own &&
      inVpc(context, vpc.id, 'nat-gateway').some(({ props }) => props.connectivity === 'public'),
  );
}

/** TG3: the attachment propagates to the table; what it propagates may be lacking IPv6 as well. */
function* propagated(
  context: RuleContext,
  gateway: Gateway,
  table: Table | undefined,
  { attachment, vpc }: AttachedVpc,
): Generator<Candidate> {
  const name = called(context, attachment.id);
  if (attachment.props.ipv6 === false && vpc.props.ipv6 === true)
    yield { plan: ipv6Plan(context, attachment.id), cost: 2 };
  if (table === undefined || table.props.isDefault === true) {
    if (gateway.props.defaultPropagation === false)
      yield {
        plan: plan(
          `Turn default propagation of ${called(context, gateway.id)} on`,
          `${called(context, gateway.id)} のデフォルトルートテーブルの伝播をオンにする`,
          call('setProps', { id: gateway.id, props: { defaultPropagation: true } }),
        ),
        cost: table === undefined ? 2 : 3,
      };
  }
  if (table === undefined) return;
  if (rowsOf(table, ['propagations']).some((row) => row.attachment === attachment.id)) return;
  yield {
    plan: plan(
      `Let ${name} propagate to ${called(context, table.id)}`,
      `${name} のルートを ${called(context, table.id)} に伝播`,
      call('setRow', {
        id: table.id,
        field: 'propagations',
        row: freeRow(table.props.propagations, attachment.id),
        values: { attachment: attachment.id },
      }),
    ),
    cost: 2,
  };
}

/** The peerings of a gateway with one that a VPC is attached to. */
function peeringsTo(
  context: RuleContext,
  gateway: Gateway,
  vpc: ResourceId,
): readonly Resource<'transit-gateway-peering'>[] {
  return context.all('transit-gateway-peering').filter(({ props }) => {
    const sides = [known(props.transitGateway) ?? null, known(props.peerTransitGateway) ?? null];
    const [near, far] = sides;
    const other = near === gateway.id ? far : far === gateway.id ? near : null;
    return other != null && attachedTo(context, other).some((each) => each.vpc.id === vpc);
  });
}

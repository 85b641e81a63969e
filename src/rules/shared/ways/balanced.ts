/** Against what stops a flow at a load balancer, or behind one: PrivateLink leads to one as well. */
import type { Peer } from '../../../core/catalog/field';
import { call } from '../../../core/commands';
import type { Flow, Resource } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import type { PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import type { Trace } from '../../../core/network/trace';
import { blockText } from '../../../lib/cidr';
import { forwards, subnetsOfBalancer, targetsOf, type LoadBalancer } from '../balancers';
import { peersFor } from '../groups';
import { listenerPlans } from '../listenerPlans';
import { subnetBlock } from '../networks';
import { called, plan } from '../words';
import { workloadOf } from '../workloads';

export const balanced: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  const resource = context.resource(block?.resource ?? null);
  if (block === undefined || resource === undefined) return;
  const name = called(context, resource.id);
  if (block.code === 'not-accepted') {
    const endpoint = context.resource(block.at);
    if (endpoint === undefined || !isKind(endpoint, 'interface-endpoint')) return;
    const asker = called(context, endpoint.id);
    yield {
      plan: plan(
        `Say that the connection of ${asker} is accepted`,
        `${asker} の接続を承諾済みにする`,
        call('setProps', { id: endpoint.id, props: { accepted: true } }),
      ),
      cost: 1,
    };
  }
  if (!isBalancer(resource)) return;
  if (block.code === 'no-listener')
    for (const each of listenerPlans(context, resource, sentOn(flow, trace))) yield { plan: each, cost: 2 };
  if (block.field === 'crossZone' && isKind(resource, 'network-load-balancer'))
    yield {
      plan: plan(
        `Turn on cross-zone load balancing of ${name}`,
        `${name} のクロスゾーン負荷分散を有効化`,
        call('setProps', { id: resource.id, props: { crossZone: true } }),
      ),
      cost: 2,
    };
};

/** The flow as it was where it stopped: a load balancer sends it on to the port of its targets. */
export function sentOn(flow: Flow, trace: Trace): Flow {
  const last = trace.forward.steps.at(-1);
  const isBalanced = trace.forward.steps.some(({ what }) => what === 'load-balancer');
  const ports = isBalanced ? last?.packet.destinationPorts : undefined;
  return ports === undefined ? flow : { ...flow, port: ports?.[0] ?? null };
}

/**
 * The other end of a packet that a load balancer sent on, as rules of security groups can name it. Undefined for a
 * packet that none sent on, and for one that still carries its client's address.
 */
export function balancedPeers(context: RuleContext, trace: Trace): readonly Peer[] | undefined {
  const { steps } = trace.forward;
  const index = steps.findLastIndex(({ what, verdict }) => what === 'load-balancer' && verdict !== 'drop');
  const drop = steps.at(-1);
  const balancer = context.resource(steps[index]?.at ?? null);
  if (drop === undefined || balancer === undefined || !isBalancer(balancer)) return undefined;
  if (drop.direction === 'out') return peersFor(targetsBehind(context, balancer));
  const { source } = drop.packet;
  const blocks = subnetsOfBalancer(context, balancer).flatMap((subnet) => {
    const block = subnetBlock(subnet);
    return block === undefined ? [] : [blockText(block)];
  });
  // The addresses of a subnet are the client's or the node's where both are in it, and a rule may name them either way.
  const isClient =
    balancer.kind !== 'application-load-balancer' && steps[index - 1]?.packet.source === source;
  if (isClient) return blocks.includes(source) ? blocks : undefined;
  const [group] = Object.keys(balancer.props.securityGroups);
  const hidesGroups = isKind(balancer, 'network-load-balancer') && balancer.props.filtersPrivateLink !== true;
  const isPrivateLink = steps.slice(0, index).some(({ what }) => what === 'endpoint');
  return group !== undefined && !(hidesGroups && isPrivateLink) ? [{ ref: group }] : blocks;
}

function targetsBehind(context: RuleContext, balancer: LoadBalancer) {
  return forwards(context)
    .filter((forward) => forward.balancer.id === balancer.id)
    .flatMap(({ group }) => targetsOf(context, group) ?? [])
    .flatMap(({ resource }) => workloadOf(context, resource.id) ?? []);
}

function isBalancer(resource: Resource): resource is LoadBalancer {
  return isKind(resource, 'network-load-balancer') || isKind(resource, 'application-load-balancer');
}

/** Against a security group that lets a flow not through: a rule for this peer and this port, and no more. */
import type { Peer } from '../../../core/catalog/field';
import { call, type CommandCall } from '../../../core/commands';
import type { Flow, ResourceId, RuleProtocol } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import type { PropsOf } from '../../../core/model/kinds';
import type { PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { known } from '../../../core/model/value';
import type { Trace } from '../../../core/network/trace';
import { blockText } from '../../../lib/cidr';
import { fullServiceName } from '../../../lib/serviceNames';
import { addition } from '../additions';
import { associatedWith, vpcOfClients, type ClientVpn } from '../clientVpns';
import { peersFor, peerText } from '../groups';
import { freeRow, subnetBlock, vpcOf } from '../networks';
import { gatewayServices, subnetsOfEndpoint } from '../services';
import { blocksOfEnd, isOnPremises } from '../vpn';
import { called, listed, plan, protocolName } from '../words';
import { workloadOf } from '../workloads';
import { balancedPeers, sentOn } from './balanced';
import { destinationOf, internetBlock } from './ends';

type GroupRule = PropsOf<'security-group'>['inbound'][string];

export const groupRules: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  if (block?.code !== 'denied-by-security-group' || block.at === null) return;
  const drop = trace.forward.steps.at(-1);
  // What stops the DNS query before the flow is mended by the rules for its endpoint.
  if (drop?.what === 'name-resolution') return;
  const inbound = drop?.direction === 'in';
  const sent = sentOn(flow, trace);
  const peers =
    balancedPeers(context, trace) ??
    (inbound ? sourcePeers(context, flow, block.at) : destinationPeers(context, flow, trace));
  if (peers.length === 0) return;
  const protocol = drop?.packet.protocol ?? flow.protocol;
  const rules = peers.map((peer): GroupRule => ({ ...ports(sent), protocol, peer }));
  const traffic = trafficText(protocol, sent.port);
  const named = listed(peers.map((peer) => peerText(context, peer)));
  const way = inbound ? { en: 'from', ja: 'からの' } : { en: 'to', ja: 'への' };
  const field = inbound ? 'inbound' : 'outbound';
  const group = context.resource(block.resource);

  if (group !== undefined && isKind(group, 'security-group')) {
    const name = called(context, group.id);
    yield {
      plan: plan(
        `Allow ${traffic} ${way.en} ${named.en} in ${name}`,
        `${name} で ${named.ja} ${way.ja} ${traffic} を許可`,
        ...addRows(group.id, field, group.props[field], rules),
      ),
      cost: 2,
    };
    return;
  }
  // The VPC's default group guards it, which is not drawn: it gets a group of its own.
  const guarded = context.resource(block.at);
  const vpc = guarded === undefined ? undefined : vpcOf(context, guarded.id);
  if (
    guarded === undefined ||
    vpc === undefined ||
    !context.catalog.fields(guarded.kind).has('securityGroups')
  )
    return;
  const name = called(context, guarded.id);
  const fresh = addition(context, 'security-group', vpc, `${name}SecurityGroup`, {
    description: `For ${name}`,
    [field]: Object.fromEntries(rules.map((rule, index) => [`rule${index + 1}`, rule])),
  });
  yield {
    plan: plan(
      `Give ${name} a security group that allows ${traffic} ${way.en} ${named.en}`,
      `${name} に、${named.ja} ${way.ja} ${traffic} を許可するセキュリティグループを設定`,
      fresh.call,
      call('setProps', { id: guarded.id, props: { securityGroups: { [fresh.id]: true } } }),
    ),
    cost: 3,
  };
};

/** Who sends: the group of the source where the two share a VPC, else its addresses. */
function sourcePeers(context: RuleContext, flow: Flow, at: ResourceId): readonly Peer[] {
  const source = workloadOf(context, flow.from);
  if (source !== undefined) {
    const peers = peersFor([source]);
    if (vpcOf(context, flow.from)?.id === vpcOf(context, at)?.id) return peers;
    return source.subnets.flatMap((subnet) => {
      const block = subnetBlock(subnet);
      return block === undefined ? [] : [blockText(block)];
    });
  }
  const from = context.resource(flow.from);
  if (from !== undefined && isKind(from, 'client-vpn-endpoint')) return clientPeers(context, from, at);
  if (from !== undefined && isKind(from, 'internet')) return [internetBlock(context, from.id)];
  return from !== undefined && isOnPremises(from) ? blocksOfEnd(context, from.id) : [];
}

/** Clients of a VPN are met with the groups of its endpoint, and the addresses of its associated subnets. */
function clientPeers(context: RuleContext, endpoint: ClientVpn, at: ResourceId): readonly Peer[] {
  const groups = Object.keys(endpoint.props.securityGroups);
  if (groups.length > 0 && vpcOfClients(context, endpoint)?.id === vpcOf(context, at)?.id)
    return groups.slice(0, 1).map((ref) => ({ ref }));
  return associatedWith(context, endpoint).flatMap(({ subnet }) => {
    const block = subnetBlock(subnet);
    return block === undefined ? [] : [blockText(block)];
  });
}

/** Who is meant: a group or block of the destination, the prefix list of its service, else everybody on that port. */
function destinationPeers(context: RuleContext, flow: Flow, trace: Trace): readonly Peer[] {
  const destination = destinationOf(context, flow);
  if (destination.is === 'workload') {
    if (vpcOf(context, flow.from)?.id === vpcOf(context, flow.to)?.id)
      return peersFor([destination.workload]);
    return ['0.0.0.0/0'];
  }
  if (destination.is === 'internet') return [internetBlock(context, flow.to)];
  const to = context.resource(flow.to);
  if (to !== undefined && isOnPremises(to)) return blocksOfEnd(context, to.id);
  const endpoint = context.resource(trace.resolution?.by);
  const met = endpoint ?? (to !== undefined && isKind(to, 'interface-endpoint') ? to : undefined);
  if (met !== undefined && isKind(met, 'interface-endpoint')) {
    const [group] = Object.keys(met.props.securityGroups);
    if (group !== undefined) return [{ ref: group }];
    return subnetsOfEndpoint(context, met).flatMap((subnet) => {
      const block = subnetBlock(subnet);
      return block === undefined ? [] : [blockText(block)];
    });
  }
  if (destination.is !== 'service') return [];
  return gatewayServices.has(destination.service)
    ? [fullServiceName(destination.region, destination.service)]
    : ['0.0.0.0/0'];
}

function ports({ protocol, port }: Flow): Pick<GroupRule, 'fromPort' | 'toPort'> {
  const has = protocol === 'tcp' || protocol === 'udp';
  return { fromPort: has ? port : null, toPort: has ? port : null };
}

/** `TCP 443`, as rules are spoken of. */
function trafficText(protocol: RuleProtocol, port: number | null): string {
  const name = protocolName(protocol);
  return port === null || (protocol !== 'tcp' && protocol !== 'udp') ? name : `${name} ${port}`;
}

function addRows(
  id: ResourceId,
  field: 'inbound' | 'outbound',
  before: Readonly<Record<string, GroupRule>>,
  rules: readonly GroupRule[],
): readonly CommandCall[] {
  let rows: Readonly<Record<string, unknown>> = before;
  return rules.map((rule) => {
    const row = freeRow(
      rows,
      `${rule.protocol === 'tcp' ? 'tcp' : 'rule'}${rule.fromPort === null ? '' : String(known(rule.fromPort))}`,
    );
    rows = { ...rows, [row]: rule };
    return call('setRow', { id, field, row, values: { ...rule } });
  });
}

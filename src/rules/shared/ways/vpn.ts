/** Against what stops a flow to or from a network on premises: gateways, connections, propagation, static routes. */
import { call } from '../../../core/commands';
import type { Flow, Resource, ResourceId } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { known } from '../../../core/model/value';
import type { Block } from '../../../core/network/trace';
import type { Candidate, PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { blockTakenOf } from '../../../lib/blockTaken';
import { contains } from '../../../lib/cidr';
import { addition, additionBeside, moveInto } from '../additions';
import { freeRow, inVpc, tableOf, vpcOf } from '../networks';
import { attachedTo, gatewayNamed } from '../transit';
import { transitRoutesPlan } from '../transitPlans';
import {
  blocksOfEnd,
  connectionsOfEnd,
  isOnPremises,
  prefixesTold,
  propagationPlan,
  staticRoutesPlan,
  vpnGatewayOf,
  type Connection,
} from '../vpn';
import { called, followedBy, plan } from '../words';
import { routesTo, subnetsUnder } from './vpcEnds';

export const vpn: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  const ends = endsOf(context, flow);
  if (block === undefined || ends === undefined || !codes.has(block.code)) return;
  const connections = connectionsOfEnd(context, ends.site.id);
  for (const connection of connections) {
    yield* atVpnGateway(context, ends, connection, block);
    yield* atTransitGateway(context, ends, connection, block);
  }
  if (connections.length === 0 && block.direction === 'forward') yield* withoutConnection(context, ends);
};

/** What happens where something of a VPN is missing. */
const codes: ReadonlySet<string> = new Set([
  'no-route',
  'blackhole',
  'gateway-rejects',
  'not-attached',
  'wrong-owner',
  'no-public-address',
  'translation-refused',
]);

/** A flow between somebody in a VPC and a network on premises. */
interface SiteEnds {
  readonly site: Resource;
  readonly vpc: Resource<'vpc'>;
  readonly subnets: readonly Resource<'subnet'>[];
  readonly blocks: readonly string[];
}

function endsOf(context: RuleContext, { from, to }: Flow): SiteEnds | undefined {
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    const site = context.resource(one);
    const vpc = vpcOf(context, other);
    const subnets = subnetsUnder(context, other);
    if (site !== undefined && isOnPremises(site) && vpc !== undefined && subnets.length > 0)
      return { site, vpc, subnets, blocks: blocksOfEnd(context, site.id) };
  }
  return undefined;
}

/** At the VPC’s own gateway: attached, told of the blocks, and known to the tables of the subnets. */
function* atVpnGateway(
  context: RuleContext,
  { vpc, subnets, blocks }: SiteEnds,
  connection: Connection,
  { code }: Block,
): Generator<Candidate> {
  const gateway = vpnGatewayOf(context, connection);
  if (gateway === undefined) return;
  const own = vpcOf(context, gateway.id);
  if (own === undefined && inVpc(context, vpc.id, 'virtual-private-gateway').length === 0) {
    yield {
      plan: plan(
        `Attach ${called(context, gateway.id)} to ${called(context, vpc.id)}`,
        `${called(context, gateway.id)} を ${called(context, vpc.id)} にアタッチ`,
        moveInto(context, gateway, vpc),
      ),
      cost: 1,
    };
    return;
  }
  if (own?.id !== vpc.id || code === 'not-attached') return;
  const told = prefixesTold(context, connection);
  const lacking = blocks.filter((text) => {
    const block = blockTakenOf(text);
    return block !== undefined && !told.some((each) => contains(each.block, block));
  });
  if (connection.props.staticOnly === true) {
    const added = staticRoutesPlan(context, connection, lacking);
    if (added !== undefined) yield { plan: added, cost: 1 };
  }
  const tables = subnets.map((subnet) => tableOf(context, subnet));
  const drawn = [...new Set(tables.flatMap((table) => table?.id ?? []))];
  const propagated = propagationPlan(context, gateway, drawn);
  if (propagated !== undefined) yield { plan: propagated, cost: 1 };
  if (tables.includes(null)) {
    const routed = routesTo(context, { subnets, blocks: covering(told, blocks) }, gateway);
    if (routed !== undefined) yield { plan: routed, cost: 2 };
  }
}

/** The prefixes that a connection tells of and that hold the blocks; the blocks themselves where none does. */
function covering(told: ReturnType<typeof prefixesTold>, blocks: readonly string[]): readonly string[] {
  const found = blocks.map((text) => {
    const block = blockTakenOf(text);
    return told.find((each) => block !== undefined && contains(each.block, block))?.text ?? text;
  });
  return [...new Set(found)];
}

/** By way of a transit gateway: routes of the VPC to it, and of its tables to the connection. */
function* atTransitGateway(
  context: RuleContext,
  { vpc, subnets, blocks }: SiteEnds,
  connection: Connection,
  { resource, code }: Block,
): Generator<Candidate> {
  const gateway = gatewayNamed(context, connection.props.gateway);
  if (gateway === undefined || blocks.length === 0) return;
  const blamed = context.resource(resource);
  if (blamed !== undefined && isKind(blamed, 'transit-gateway-route-table')) {
    yield* inTransitTable(context, connection, blamed, blocks);
    return;
  }
  if (blamed?.id === gateway.id && code === 'no-route') {
    yield { plan: transitRoutesPlan(context, gateway, undefined, blocks, connection.id), cost: 3 };
    return;
  }
  if (!attachedTo(context, gateway.id).some((each) => each.vpc.id === vpc.id)) return;
  const routed = routesTo(context, { subnets, blocks }, gateway);
  if (routed !== undefined) yield { plan: routed, cost: 2 };
}

function* inTransitTable(
  context: RuleContext,
  { id, props }: Connection,
  table: Resource<'transit-gateway-route-table'>,
  blocks: readonly string[],
): Generator<Candidate> {
  const [name, tableName] = [called(context, id), called(context, table.id)];
  const gateway = gatewayNamed(context, props.gateway);
  if (gateway === undefined || gateway.id !== known(table.props.transitGateway)) return;
  const isThere = Object.values(table.props.propagations).some(({ attachment }) => attachment === id);
  if (props.staticOnly === false && !isThere)
    yield {
      plan: plan(
        `Let ${name} propagate to ${tableName}`,
        `${name} のルートを ${tableName} に伝播`,
        call('setRow', {
          id: table.id,
          field: 'propagations',
          row: freeRow(table.props.propagations, id),
          values: { attachment: id },
        }),
      ),
      cost: 2,
    };
  yield {
    plan: transitRoutesPlan(context, gateway, table, blocks, id),
    cost: props.staticOnly === false ? 3 : 2,
  };
}

/** A static VPN connection to the VPC, with what it needs that is not drawn yet. */
function* withoutConnection(
  context: RuleContext,
  { site, vpc, subnets, blocks }: SiteEnds,
): Generator<Candidate> {
  if (isKind(site, 'vpn-connection')) return;
  const behind = isKind(site, 'on-premises') ? Object.keys(site.props.customerGateways) : [site.id];
  const connected = isKind(site, 'on-premises') && behind.length === 0 ? sidesOf(context, vpc.id) : [];
  for (const device of connected)
    yield {
      plan: plan(
        `Put ${called(context, site.id)} behind ${called(context, device)}`,
        `${called(context, site.id)} を ${called(context, device)} の先に配置`,
        call('setProps', { id: site.id, props: { customerGateways: { [device]: true } } }),
      ),
      cost: 2,
    };
  const static4 = blocks.filter((text) => !text.includes(':'));
  if (static4.length === 0) return;
  const [own] = inVpc(context, vpc.id, 'virtual-private-gateway');
  let sofar = context;
  let whole = plan('', '');
  const then = (call_: Parameters<typeof plan>[2]): void => {
    const step = plan('', '', call_);
    whole = { ...whole, commands: [...whole.commands, call_] };
    sofar = sofar.after(step);
  };
  let device = behind[0];
  if (device === undefined) {
    const fresh = additionBeside(sofar, 'customer-gateway', site, 'CustomerGateway', {});
    device = fresh.id;
    then(fresh.call);
    then(call('setProps', { id: site.id, props: { customerGateways: { [device]: true } } }));
  }
  const tables = subnets.flatMap((subnet) => tableOf(sofar, subnet)?.id ?? []);
  let gateway = own?.id;
  if (gateway === undefined) {
    const fresh = addition(sofar, 'virtual-private-gateway', vpc, 'VpnGateway', {
      propagation: Object.fromEntries([...new Set(tables)].map((routeTable) => [routeTable, { routeTable }])),
    });
    gateway = fresh.id;
    then(fresh.call);
  }
  const connection = additionBeside(sofar, 'vpn-connection', vpc, 'VpnConnection', {
    gateway,
    customerGateway: device,
    routes: Object.fromEntries(static4.map((destination, index) => [`to${index + 1}`, { destination }])),
  });
  then(connection.call);
  const [there, here] = [called(context, site.id), called(context, vpc.id)];
  const made = {
    ...whole,
    title: {
      en: `Join ${there} with ${here} by a VPN connection`,
      ja: `${there} と ${here} を VPN 接続でつなぐ`,
    },
  };
  const gatewayNow = sofar.resource(gateway);
  const propagated =
    gatewayNow !== undefined && isKind(gatewayNow, 'virtual-private-gateway')
      ? propagationPlan(sofar, gatewayNow, [...new Set(tables)])
      : undefined;
  yield { plan: propagated === undefined ? made : followedBy(made, propagated), cost: 7 };
}

/** The customer gateways that VPN connections of a VPC lead to. */
function sidesOf(context: RuleContext, vpc: ResourceId): readonly ResourceId[] {
  const devices = context.all('vpn-connection').flatMap((connection) => {
    const gateway = vpnGatewayOf(context, connection);
    const transit = gatewayNamed(context, connection.props.gateway);
    const isHere =
      (gateway !== undefined && vpcOf(context, gateway.id)?.id === vpc) ||
      (transit !== undefined && attachedTo(context, transit.id).some((each) => each.vpc.id === vpc));
    return isHere ? (known(connection.props.customerGateway) ?? []) : [];
  });
  return [...new Set(devices)].slice(0, 3);
}

/** Against what stops a client of a Client VPN endpoint before it is in the VPC: rules, routes and associations. */
import { call } from '../../../core/commands';
import type { Flow, Resource } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { isUnknown, known } from '../../../core/model/value';
import type { Block, Trace } from '../../../core/network/trace';
import type { Candidate, PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { blockText } from '../../../lib/cidr';
import {
  associatedWith,
  associationPlan,
  authorizationPlan,
  clientBlock,
  freeClientBlock,
  resolverOf,
  routesPlan,
  splitTunnelPlan,
  vpcOfClients,
  type ClientVpn,
} from '../clientVpns';
import { legibleVpcBlocks, subnetBlock, vpcOf } from '../networks';
import { internetRouteFor } from '../routing';
import { called, plan } from '../words';
import { internetBlock } from './ends';
import { routesTo, subnetsUnder } from './vpcEnds';

export const clientVpn: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  const endpoint = context.resource(flow.from);
  if (block === undefined || endpoint === undefined || !isKind(endpoint, 'client-vpn-endpoint')) return;
  const isOwn = block.resource === endpoint.id;
  if (block.direction === 'return' && lostCodes.has(block.code)) yield* led(context, endpoint, flow);
  if (isOwn && block.code === 'not-authorized') yield* authorized(context, endpoint, flow, trace, block);
  if (isOwn && block.code === 'no-route') yield* routed(context, endpoint, flow, trace);
  if (isOwn && block.field === 'associations') yield* only(associationPlan(context, endpoint), 3);
  if (isOwn && block.field === 'clientCidr') {
    const free = freeClientBlock(context, endpoint);
    if (free !== undefined)
      yield {
        plan: plan(
          `Give the clients of ${called(context, endpoint.id)} ${free}`,
          `${called(context, endpoint.id)} のクライアント CIDR を ${free} にする`,
          call('setProps', { id: endpoint.id, props: { clientCidr: free } }),
        ),
        cost: 3,
      };
  }
  if (leavesVpc(context, flow) && lostCodes.has(block.code)) yield* published(context, endpoint, block);
  yield* named(context, endpoint, trace, block);
};

function* only(made: Candidate['plan'] | undefined, cost: number): Generator<Candidate> {
  if (made !== undefined) yield { plan: made, cost };
}

/**
 * A rule for no more than is asked for: the destination of the rule that decides already, which a less specific one could
 * not overrule, else the subnets of the destination, else its VPC where these are not known.
 */
function* authorized(
  context: RuleContext,
  endpoint: ClientVpn,
  flow: Flow,
  trace: Trace,
  { rowKey }: Block,
): Generator<Candidate> {
  const deciding = rowKey === undefined ? undefined : endpoint.props.authorizations[rowKey]?.destination;
  const group = flow.group ?? '';
  if (deciding !== undefined && !isUnknown(deciding))
    yield* only(authorizationPlan(context, endpoint, [deciding], group), 1);
  const { narrow, wide, isPublic } = destinationsOf(context, endpoint, flow, trace);
  if (isPublic && endpoint.props.splitTunnel === false)
    yield { plan: splitTunnelPlan(context, endpoint), cost: 1 };
  yield* only(authorizationPlan(context, endpoint, narrow.length > 0 ? narrow : wide, group), 1);
}

function* routed(context: RuleContext, endpoint: ClientVpn, flow: Flow, trace: Trace): Generator<Candidate> {
  const { narrow, wide, isPublic } = destinationsOf(context, endpoint, flow, trace);
  if (isPublic && endpoint.props.splitTunnel === false)
    yield { plan: splitTunnelPlan(context, endpoint), cost: 1 };
  if (flow.to === endpoint.id) {
    yield {
      plan: plan(
        `Let the clients of ${called(context, endpoint.id)} reach one another by a local route`,
        `${called(context, endpoint.id)} のクライアント間の通信を local ルートで許可`,
        ...narrow.map((destination) =>
          call('setRow', {
            id: endpoint.id,
            field: 'routes',
            row: 'clients',
            values: { destination, subnet: null },
          }),
        ),
      ),
      cost: 1,
    };
    return;
  }
  yield* only(routesPlan(context, endpoint, wide.length > 0 ? wide : narrow), 2);
}

interface Destinations {
  /** As narrow as its subnets. */
  readonly narrow: readonly string[];
  /** As wide as its network. */
  readonly wide: readonly string[];
  readonly isPublic: boolean;
}

function destinationsOf(context: RuleContext, endpoint: ClientVpn, flow: Flow, trace: Trace): Destinations {
  const to = context.resource(flow.to);
  const own = clientBlock(endpoint);
  if (trace.forward.steps.at(-1)?.what === 'name-resolution')
    // The DNS server is what is to be reached first.
    return just(vpcBlockTexts(vpcOfClients(context, endpoint)));
  if (to === undefined) return just([]);
  if (to.id === endpoint.id) return just(own === undefined ? [] : [blockText(own)]);
  if (isKind(to, 'on-premises'))
    return just(Object.values(to.props.cidrs).flatMap(({ cidr }) => known(cidr) ?? []));
  if (isKind(to, 'internet'))
    return { narrow: [internetBlock(context, to.id)], wide: ['0.0.0.0/0'], isPublic: true };
  const met = isKind(to, 'aws-service') ? (trace.resolution?.by ?? '') : to.id;
  const narrow = subnetsUnder(context, met).flatMap((subnet) => {
    const block = subnetBlock(subnet);
    return block === undefined ? [] : [blockText(block)];
  });
  if (narrow.length === 0) return { narrow: ['0.0.0.0/0'], wide: ['0.0.0.0/0'], isPublic: true };
  return { narrow: [...new Set(narrow)], wide: vpcBlockTexts(vpcOf(context, met)), isPublic: false };
}

function just(blocks: readonly string[]): Destinations {
  return { narrow: blocks, wide: blocks, isPublic: false };
}

function vpcBlockTexts(vpc: Resource<'vpc'> | undefined): readonly string[] {
  return vpc === undefined ? [] : legibleVpcBlocks(vpc).map(({ text }) => text);
}

const lostCodes: ReadonlySet<string> = new Set(['no-route', 'blackhole']);

function leavesVpc(context: RuleContext, { to }: Flow): boolean {
  const kind = context.resource(to)?.kind;
  return kind === 'internet' || kind === 'aws-service';
}

/** Through a transit gateway clients keep their addresses: the VPC needs a route back to these. */
function* led(context: RuleContext, endpoint: ClientVpn, flow: Flow): Generator<Candidate> {
  const gateway = context.resource(known(endpoint.props.transitGateway));
  const block = clientBlock(endpoint);
  if (gateway === undefined || block === undefined) return;
  const back = { subnets: subnetsUnder(context, flow.to), blocks: [blockText(block)] };
  yield* only(routesTo(context, back, gateway), 2);
}

/** The associated subnets become public. */
function* published(context: RuleContext, endpoint: ClientVpn, block: Block): Generator<Candidate> {
  if (block.resource === endpoint.id || block.direction === 'return') return;
  const subnet = associatedWith(context, endpoint).find((each) => each.subnet.id === block.at)?.subnet;
  if (subnet !== undefined) yield* only(internetRouteFor(context, subnet), 4);
}

/** Where names are not resolved as in the VPC: its resolver is asked. */
function* named(context: RuleContext, endpoint: ClientVpn, trace: Trace, block: Block): Generator<Candidate> {
  const { id, props } = endpoint;
  const vpc = vpcOfClients(context, endpoint);
  const server = vpc === undefined ? undefined : resolverOf(vpc);
  const isNamed = trace.resolution !== null || block.code === 'unresolved-name';
  if (vpc === undefined || server === undefined || !isNamed || props.dnsServers !== '') return;
  yield {
    plan: plan(
      `Let the clients of ${called(context, id)} ask the resolver of ${called(context, vpc.id)} (${server})`,
      `${called(context, id)} の DNS サーバーに ${called(context, vpc.id)} のリゾルバー (${server}) を指定`,
      call('setProps', { id, props: { dnsServers: server } }),
    ),
    cost: 2,
  };
}

/** Against a missing or dead route: endpoints before NAT gateways before the internet. */
import { call } from '../../../core/commands';
import type { Resource } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import type { Trace } from '../../../core/network/trace';
import type { Candidate, PlanMaker } from '../../../core/plans/mend';
import type { Plan } from '../../../core/plans/plan';
import type { RuleContext } from '../../../core/rules/rule';
import { addition, moveInto } from '../additions';
import { gatewayEndpointFor, interfaceEndpointFor } from '../endpointPlans';
import { defaultTarget, inVpc, subnetOf, tableOf, vpcOf, wayOut, zoneOf } from '../networks';
import { internetGatewayOf, internetRouteFor, publicSubnets, routeForSubnet } from '../routing';
import { endpointsInVpc, gatewayServices, serviceOf } from '../services';
import { called, plan } from '../words';
import { workloadOf } from '../workloads';
import { destinationOf, sourceOf, type Source } from './ends';

/** The codes of blocks that say that there is no way. */
export const noWay: ReadonlySet<string> = new Set([
  'no-route',
  'blackhole',
  'loop',
  'no-public-address',
  'not-attached',
  'gateway-rejects',
  'translation-refused',
]);

export const routes: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  if (block === undefined || !noWay.has(block.code)) return;
  if (trace.resolution !== null && flow.protocol !== 'tcp') return;
  const source = sourceOf(context, flow);
  const destination = destinationOf(context, flow);
  if (block.direction === 'return') {
    if (cameFromInternet(context, trace)) yield* forReply(context, flow.to);
    return;
  }
  // A NAT gateway on the way may lack the route, and the source have its own.
  yield* forNatGateway(context, block.resource);
  if (source === undefined) return;
  if (destination.is === 'service') yield* toService(context, source, destination.service);
  if (destination.is === 'service' || destination.is === 'internet')
    yield* toInternet(context, source, destination.is);
};

function* toService(context: RuleContext, { workload, vpc }: Source, service: string): Generator<Candidate> {
  const lacking = workload.subnets.filter((subnet) => {
    const table = tableOf(context, subnet);
    return !endpointsInVpc(context, vpc.id).some(
      (each) =>
        isKind(each, 'gateway-endpoint') &&
        serviceOf(context, each) === service &&
        table != null &&
        Object.hasOwn(each.props.routeTables, table.id),
    );
  });
  if (gatewayServices.has(service)) {
    const gateway = lacking.length === 0 ? undefined : gatewayEndpointFor(context, service, lacking);
    if (gateway !== undefined) yield { plan: gateway, cost: 1 };
    return;
  }
  const existing = inVpc(context, vpc.id, 'interface-endpoint').find(
    (each) => serviceOf(context, each) === service,
  );
  if (existing === undefined) {
    const added = interfaceEndpointFor(context, service, [workload]);
    if (added !== undefined) yield { plan: added, cost: 4 };
  } else if (existing.props.privateDns === false) {
    const name = called(context, existing.id);
    yield {
      plan: plan(
        `Turn on private DNS of ${name}`,
        `${name} のプライベート DNS を有効化`,
        call('setProps', { id: existing.id, props: { privateDns: true } }),
      ),
      cost: 1,
    };
  }
}

function* toInternet(
  context: RuleContext,
  source: Source,
  wanted: 'service' | 'internet',
): Generator<Candidate> {
  const { workload, vpc } = source;
  const isPublic = workload.interfaces.every(({ publicIpv4 }) => publicIpv4 === true);
  const outside = workload.subnets.filter((subnet) => wayOut(context, subnet) !== 'internet');
  if (isPublic) {
    const routed = forEach(context, outside, internetRouteFor);
    if (routed !== undefined) yield { plan: routed, cost: 3 };
    return;
  }
  const nats = inVpc(context, vpc.id, 'nat-gateway').filter((nat) => nat.props.connectivity === 'public');
  const standing = new Set(nats.map(({ parentId }) => parentId));
  const behind = workload.subnets.filter((subnet) => !standing.has(subnet.id) && !usesNat(context, subnet));
  if (nats.length > 0) {
    const routed = forEach(context, behind, (sofar, subnet) => {
      const zone = zoneOf(sofar, subnet);
      const nearest = nats.find((nat) => natZone(sofar, nat) === zone) ?? nats[0];
      return nearest === undefined
        ? undefined
        : routeForSubnet(sofar, subnet, '0.0.0.0/0', { id: nearest.id, name: called(sofar, nearest.id) });
    });
    if (routed !== undefined) yield { plan: routed, cost: 5 };
    return;
  }
  const open = publicSubnets(context, vpc.id).filter((subnet) => !workload.subnets.includes(subnet));
  const zone = workload.subnets[0] === undefined ? undefined : zoneOf(context, workload.subnets[0]);
  const home = open.find((subnet) => zoneOf(context, subnet) === zone) ?? open[0];
  if (home !== undefined && behind.length > 0) {
    const fresh = addition(context, 'nat-gateway', home, 'NatGateway', {});
    const first = plan(
      `Add a NAT gateway to ${called(context, home.id)}`,
      `${called(context, home.id)} に NAT ゲートウェイを追加`,
      fresh.call,
    );
    const routed = forEach(context.after(first), behind, (sofar, subnet) =>
      routeForSubnet(sofar, subnet, '0.0.0.0/0', { id: fresh.id, name: fresh.name }),
    );
    if (routed !== undefined)
      yield {
        plan: {
          title: {
            en: `${first.title.en}, then ${routed.title.en.charAt(0).toLowerCase()}${routed.title.en.slice(1)}`,
            ja: `${first.title.ja}。さらに、${routed.title.ja}`,
          },
          commands: [...first.commands, ...routed.commands],
        },
        cost: 9,
      };
  }
  // The workload becomes public itself: `publicAddresses` adds what is then missing. A Lambda function cannot.
  // A VPC that is closed to the internet is not opened for the sake of an AWS service.
  const isClosed = internetGatewayOf(context, vpc.id) === undefined;
  if (canBePublic(workload.resource) && outside.length > 0 && !(wanted === 'service' && isClosed)) {
    const routed = forEach(context, outside, internetRouteFor);
    if (routed !== undefined) yield { plan: routed, cost: 8 };
  }
}

/** Whether the question came in by an internet gateway, so that the reply may leave by one. */
function cameFromInternet(context: RuleContext, { forward }: Trace): boolean {
  return forward.steps.some(({ at }) => context.resource(at)?.kind === 'internet-gateway');
}

/** The reply of a public workload needs the way that the question came by. */
function* forReply(context: RuleContext, to: string): Generator<Candidate> {
  const answering = workloadOf(context, to);
  if (answering === undefined) return;
  const outside = answering.subnets.filter((subnet) => wayOut(context, subnet) !== 'internet');
  const routed = forEach(context, outside, internetRouteFor);
  if (routed !== undefined) yield { plan: routed, cost: 3 };
}

function* forNatGateway(context: RuleContext, blamed: string | null): Generator<Candidate> {
  for (const nat of context.all('nat-gateway')) {
    const subnet = subnetOf(context, nat.id);
    const vpc = vpcOf(context, nat.id);
    if (subnet === undefined || vpc === undefined) continue;
    const table = tableOf(context, subnet);
    if (blamed !== nat.id && blamed !== (table?.id ?? vpc.id)) continue;
    if (wayOut(context, subnet) === 'internet') continue;
    const open = publicSubnets(context, vpc.id);
    const better = open.find((each) => zoneOf(context, each) === zoneOf(context, subnet)) ?? open[0];
    const name = called(context, nat.id);
    if (better !== undefined)
      yield {
        plan: plan(
          `Move ${name} to the public subnet ${called(context, better.id)}`,
          `${name} をパブリックサブネット ${called(context, better.id)} に移動`,
          moveInto(context, nat, better),
        ),
        cost: 2,
      };
    const routed = internetRouteFor(context, subnet);
    if (routed !== undefined) yield { plan: routed, cost: 3 };
  }
}

/** One change after the other, each for the design that the one before left. */
function forEach(
  context: RuleContext,
  subnets: readonly Resource<'subnet'>[],
  make: (context: RuleContext, subnet: Resource<'subnet'>) => Plan | undefined,
): Plan | undefined {
  let sofar = context;
  let all: Plan | undefined;
  for (const subnet of subnets) {
    const current = sofar.resource(subnet.id);
    const next = current !== undefined && isKind(current, 'subnet') ? make(sofar, current) : undefined;
    if (next === undefined) return undefined;
    all =
      all === undefined
        ? next
        : {
            title: {
              en: `${all.title.en}, then ${next.title.en.charAt(0).toLowerCase()}${next.title.en.slice(1)}`,
              ja: `${all.title.ja}。さらに、${next.title.ja}`,
            },
            commands: [...all.commands, ...next.commands],
          };
    if (subnets.length > 1) sofar = sofar.after(next);
  }
  return all;
}

function usesNat(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  const table = tableOf(context, subnet);
  return table !== undefined && defaultTarget(context, table)?.kind === 'nat-gateway';
}

function natZone(context: RuleContext, nat: Resource<'nat-gateway'>): string | undefined {
  const subnet = subnetOf(context, nat.id);
  return subnet === undefined ? undefined : zoneOf(context, subnet);
}

function canBePublic(resource: Resource): boolean {
  return (
    isKind(resource, 'instance') || isKind(resource, 'ecs-service') || isKind(resource, 'network-interface')
  );
}

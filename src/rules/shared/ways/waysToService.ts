/** The different ways that a flow to an AWS service can take, one plan for each: what people choose among, not only the cheapest. */
import type { Catalog } from '../../../core/catalog/catalog';
import type { Document, FlowId, Resource } from '../../../core/model/document';
import { mendLimits, plansThatMend, type PlanMaker } from '../../../core/plans/mend';
import type { Plan } from '../../../core/plans/plan';
import { contextOf } from '../../../core/rules/context';
import type { RuleContext } from '../../../core/rules/rule';
import { addition } from '../additions';
import { gatewayEndpointFor, interfaceEndpointFor } from '../endpointPlans';
import { freeSubnetBlock, inVpc, tableOf, zoneOf } from '../networks';
import { internetRouteFor, publicSubnets, routeForSubnet } from '../routing';
import { endpointsInVpc, gatewayServices, serviceOf } from '../services';
import { called, listed } from '../words';
import { destinationOf, sourceOf, type Source } from './ends';
import { ways } from './index';
import { noWay, routes } from './routes';

/** Nothing for a flow that is not blocked for want of a way, or does not lead to a service. */
export function waysToService(catalog: Catalog, document: Document, id: FlowId): readonly Plan[] {
  const context = contextOf(catalog, document);
  const flow = context.flows.find((each) => each.id === id);
  if (flow === undefined || destinationOf(context, flow).is !== 'service') return [];
  const others = ways.filter((maker) => maker !== routes);
  const found = [byGatewayEndpoint, byInterfaceEndpoint, byNatGateway].flatMap((approach) =>
    // Whatever it costs beside the others: it is one to compare with.
    plansThatMend(context, flow, [firstBy(approach), ...others], undefined, {
      ...mendLimits,
      plans: 1,
      detour: 100,
    }),
  );
  return found.filter((plan, index) => found.findIndex(({ title }) => title.en === plan.title.en) === index);
}

type Approach = (context: RuleContext, source: Source, service: string) => Plan | undefined;

function firstBy(approach: Approach): PlanMaker {
  return function* byApproach(context, flow, trace) {
    const [block] = trace.blockedBy;
    if (block === undefined || block.direction === 'return' || !noWay.has(block.code)) return;
    const [source, destination] = [sourceOf(context, flow), destinationOf(context, flow)];
    if (source === undefined || destination.is !== 'service') return;
    const plan = approach(context, source, destination.service);
    if (plan !== undefined) yield { plan, cost: 1 };
  };
}

function byGatewayEndpoint(
  context: RuleContext,
  { workload, vpc }: Source,
  service: string,
): Plan | undefined {
  if (!gatewayServices.has(service)) return undefined;
  const lacking = workload.subnets.filter((subnet) => {
    const table = tableOf(context, subnet);
    return !inVpc(context, vpc.id, 'gateway-endpoint').some(
      (each) =>
        serviceOf(context, each) === service &&
        table != null &&
        Object.hasOwn(each.props.routeTables, table.id),
    );
  });
  return lacking.length === 0 ? undefined : gatewayEndpointFor(context, service, lacking);
}

function byInterfaceEndpoint(
  context: RuleContext,
  { workload, vpc }: Source,
  service: string,
): Plan | undefined {
  const isThere = endpointsInVpc(context, vpc.id).some(
    (each) => each.kind === 'interface-endpoint' && serviceOf(context, each) === service,
  );
  return isThere ? undefined : interfaceEndpointFor(context, service, [workload]);
}

/** By the NAT gateway of the VPC, else by a new one in a public subnet; where there is none, in one of its own. */
function byNatGateway(context: RuleContext, { workload, vpc }: Source): Plan | undefined {
  const subnets = workload.subnets;
  const [first] = subnets;
  if (first === undefined) return undefined;
  const standing = inVpc(context, vpc.id, 'nat-gateway').find(
    ({ props, parentId }) =>
      props.connectivity === 'public' && subnets.every((subnet) => subnet.id !== parentId),
  );
  if (standing !== undefined)
    return ledTo(context, subnets, { id: standing.id, name: called(context, standing.id) }, undefined);
  const open = publicSubnets(context, vpc.id).filter((subnet) => !subnets.includes(subnet));
  const home = open.find((subnet) => zoneOf(context, subnet) === zoneOf(context, first)) ?? open[0];
  const made = home === undefined ? newPublicSubnet(context, vpc, first) : undefined;
  if (home === undefined && made === undefined) return undefined;
  const within = made === undefined ? context : context.after(made.plan);
  const subnet = within.resource(home?.id ?? made?.id ?? null);
  if (subnet === undefined) return undefined;
  const nat = addition(within, 'nat-gateway', subnet, 'NatGateway', {});
  const name = called(within, subnet.id);
  const added: Plan = {
    title:
      made === undefined
        ? { en: `Add a NAT gateway to ${name}`, ja: `${name} に NAT ゲートウェイを追加` }
        : {
            en: 'Add a NAT gateway in a public subnet of its own',
            ja: '専用のパブリックサブネットに NAT ゲートウェイを追加',
          },
    commands: [...(made?.plan.commands ?? []), nat.call],
  };
  return ledTo(context, subnets, nat, added);
}

/** The default routes of the subnets lead to it, after what comes first. */
function ledTo(
  context: RuleContext,
  subnets: readonly Resource<'subnet'>[],
  nat: { readonly id: string; readonly name: string },
  first: Plan | undefined,
): Plan | undefined {
  let sofar = first === undefined ? context : context.after(first);
  const commands = [...(first?.commands ?? [])];
  for (const { id } of subnets) {
    const subnet = inSubnets(sofar, id);
    const routed = subnet === undefined ? undefined : routeForSubnet(sofar, subnet, '0.0.0.0/0', nat);
    if (routed === undefined) return undefined;
    commands.push(...routed.commands);
    sofar = sofar.after(routed);
  }
  const names = listed(subnets.map(({ id }) => called(context, id)));
  const route = {
    en: `lead ${names.en} to ${nat.name}`,
    ja: `${names.ja} のデフォルトルートを ${nat.name} に設定`,
  };
  return {
    title:
      first === undefined
        ? { en: `Lead ${names.en} to ${nat.name}`, ja: route.ja }
        : { en: `${first.title.en}, and ${route.en}`, ja: `${first.title.ja}し、${route.ja}` },
    commands,
  };
}

function newPublicSubnet(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  beside: Resource<'subnet'>,
): { readonly plan: Plan; readonly id: string } | undefined {
  const cidr = freeSubnetBlock(context, vpc, '', 24);
  if (cidr === undefined) return undefined;
  const parent = context.resource(beside.parentId) ?? vpc;
  const fresh = addition(context, 'subnet', parent, 'PublicSubnet', { cidr, zone: beside.props.zone });
  const first: Plan = { title: { en: '', ja: '' }, commands: [fresh.call] };
  const within = context.after(first);
  const subnet = inSubnets(within, fresh.id);
  const routed = subnet === undefined ? undefined : internetRouteFor(within, subnet);
  if (routed === undefined) return undefined;
  return { plan: { ...routed, commands: [...first.commands, ...routed.commands] }, id: fresh.id };
}

function inSubnets(context: RuleContext, id: string): Resource<'subnet'> | undefined {
  return context.all('subnet').find((subnet) => subnet.id === id);
}

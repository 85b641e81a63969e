/** Flows between two VPCs: their ends, and the routes from one to the other. */
import type { CommandCall } from '../../../core/commands';
import type { Flow, Resource, ResourceId } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import type { Block } from '../../../core/network/trace';
import type { Plan } from '../../../core/plans/plan';
import type { RuleContext } from '../../../core/rules/rule';
import { contains } from '../../../lib/cidr';
import { legibleVpcBlocks, routesOf, subnetBlock, tableOf, vpcOf } from '../networks';
import { routeCall, routeForSubnet } from '../routing';
import { associatedWith } from '../clientVpns';
import { called, listed, plan } from '../words';
import { workloadOf } from '../workloads';

/** What a direction of a flow leads from and to, where the two are in different VPCs. */
export interface Ends {
  readonly own: Resource<'vpc'>;
  readonly other: Resource<'vpc'>;
  readonly subnets: readonly Resource<'subnet'>[];
  /** The blocks of the other VPC that the destination lies in. */
  readonly blocks: readonly string[];
}

export function endsOf(context: RuleContext, flow: Flow, direction: Block['direction']): Ends | undefined {
  const [from, to] = direction === 'forward' ? [flow.from, flow.to] : [flow.to, flow.from];
  const [own, other] = [vpcOf(context, from), vpcOf(context, to)];
  const subnets = subnetsUnder(context, from);
  const targets = subnetsUnder(context, to);
  if (own === undefined || other === undefined || own.id === other.id) return undefined;
  if (subnets.length === 0 || targets.length === 0) return undefined;
  const blocks = targets.map((subnet) => {
    const lies = subnetBlock(subnet);
    return legibleVpcBlocks(other).find(({ block }) => lies !== undefined && contains(block, lies))?.text;
  });
  return blocks.includes(undefined)
    ? undefined
    : { own, other, subnets, blocks: [...new Set(blocks.flatMap((text) => text ?? []))] };
}

/** The subnets of a workload's interfaces, of an endpoint's, and those where clients of a VPN come in. */
export function subnetsUnder(context: RuleContext, id: ResourceId): readonly Resource<'subnet'>[] {
  const workload = workloadOf(context, id);
  if (workload !== undefined) return workload.subnets;
  const resource = context.resource(id);
  if (resource !== undefined && isKind(resource, 'client-vpn-endpoint'))
    return associatedWith(context, resource).map(({ subnet }) => subnet);
  if (resource === undefined || !isKind(resource, 'interface-endpoint')) return [];
  const own = context.around(id).ancestor('subnet');
  const others = Object.keys(resource.props.subnets).map((each) => context.resource(each));
  return [own, ...others].filter(
    (each): each is Resource<'subnet'> => each !== undefined && isKind(each, 'subnet'),
  );
}

/** Routes to the other VPC in the tables of all subnets that lack them. */
export function routesTo(
  context: RuleContext,
  { subnets, blocks }: Pick<Ends, 'subnets' | 'blocks'>,
  target: { readonly id: ResourceId },
): Plan | undefined {
  const commands: CommandCall[] = [];
  const names: string[] = [];
  const name = called(context, target.id);
  const tables = new Set<ResourceId>();
  for (const subnet of subnets) {
    const table = tableOf(context, subnet);
    if (table === undefined) return undefined;
    if (table === null) {
      // The main table that nobody drew: the subnet gets one of its own, with the first block's route at once.
      if (subnets.length > 1 || blocks.length > 1) return undefined;
      return routeForSubnet(context, subnet, blocks[0] ?? '', { id: target.id, name });
    }
    if (tables.has(table.id)) continue;
    tables.add(table.id);
    const there = routesOf(context, table);
    const lacking = blocks.filter(
      (text) => !there.some((row) => row.destination === text && row.target?.id === target.id),
    );
    if (lacking.length > 0) names.push(called(context, table.id));
    commands.push(...lacking.map((text) => routeCall(context, table, text, target.id)));
  }
  if (commands.length === 0) return undefined;
  const routes = listed(blocks.map((text) => `${text} → ${name}`));
  const where = listed(names);
  return plan(
    `Add route ${routes.en} to ${where.en}`,
    `${where.ja} にルート ${routes.ja} を追加`,
    ...commands,
  );
}

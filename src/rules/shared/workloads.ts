/** The network interfaces of workloads, taken from what their kinds state, so that every kind with interfaces counts. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import type { InterfaceFact } from '../../core/network/facts';
import type { RuleContext } from '../../core/rules/rule';
import { vpcOf } from './networks';

export interface Workload {
  readonly resource: Resource;
  readonly interfaces: readonly InterfaceFact[];
  readonly subnets: readonly Resource<'subnet'>[];
  readonly securityGroups: readonly ResourceId[];
}

/** Everything that starts or ends flows by an interface of its own. */
export function workloads(context: RuleContext): readonly Workload[] {
  return indexOf(context).all;
}

export function workloadOf(context: RuleContext, id: ResourceId): Workload | undefined {
  return indexOf(context).byId.get(id);
}

export function workloadsInVpc(context: RuleContext, vpc: ResourceId): readonly Workload[] {
  return indexOf(context).byVpc.get(vpc) ?? [];
}

interface Index {
  readonly all: readonly Workload[];
  readonly byId: ReadonlyMap<ResourceId, Workload>;
  readonly byVpc: ReadonlyMap<ResourceId, readonly Workload[]>;
}

const indexes = new WeakMap<RuleContext, Index>();

/** Made when it is first needed: many rules ask for the same of one context. */
function indexOf(context: RuleContext): Index {
  const found = indexes.get(context);
  if (found !== undefined) return found;
  const all = [...collect(context)];
  const byVpc = new Map<ResourceId, Workload[]>();
  for (const workload of all) {
    const vpc = vpcOf(context, workload.resource.id);
    if (vpc === undefined) continue;
    const others = byVpc.get(vpc.id);
    if (others === undefined) byVpc.set(vpc.id, [workload]);
    else others.push(workload);
  }
  const index = { all, byId: new Map(all.map((each) => [each.resource.id, each])), byVpc };
  indexes.set(context, index);
  return index;
}

/** Workloads that open connections themselves; a database answers only, and an interface that nothing has is silent. */
export function clientsInVpc(context: RuleContext, vpc: ResourceId): readonly Workload[] {
  return workloadsInVpc(context, vpc).filter(
    ({ resource, interfaces }) =>
      resource.kind !== 'rds-instance' && !interfaces.every(({ attached }) => attached === false),
  );
}

function* collect(context: RuleContext): Generator<Workload> {
  for (const resource of context.document.resources.values()) {
    const { facts } = context.catalog.kind(resource.kind);
    if (facts === undefined) continue;
    const interfaces: InterfaceFact[] = [];
    for (const fact of facts(resource, context.around(resource.id)))
      if (fact.fact === 'interface' && fact.workload) interfaces.push(fact);
    if (interfaces.length === 0) continue;
    yield {
      resource,
      interfaces,
      subnets: interfaces.flatMap(({ subnet }) => {
        const found = context.resource(subnet);
        return found !== undefined && isKind(found, 'subnet') ? [found] : [];
      }),
      securityGroups: [...new Set(interfaces.flatMap(({ securityGroups }) => securityGroups ?? []))],
    };
  }
}

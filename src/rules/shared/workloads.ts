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

const known = new WeakMap<RuleContext, readonly Workload[]>();

/** Everything that starts or ends flows by an interface of its own. */
export function workloads(context: RuleContext): readonly Workload[] {
  let found = known.get(context);
  if (found === undefined) known.set(context, (found = [...collect(context)]));
  return found;
}

export function workloadOf(context: RuleContext, id: ResourceId): Workload | undefined {
  return workloads(context).find(({ resource }) => resource.id === id);
}

export function workloadsInVpc(context: RuleContext, vpc: ResourceId): readonly Workload[] {
  return workloads(context).filter(({ resource }) => vpcOf(context, resource.id)?.id === vpc);
}

/** Workloads that open connections themselves; a database answers only. */
export function clientsInVpc(context: RuleContext, vpc: ResourceId): readonly Workload[] {
  return workloadsInVpc(context, vpc).filter(({ resource }) => resource.kind !== 'rds-instance');
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
      securityGroups: [...new Set(interfaces.flatMap(({ securityGroups }) => securityGroups))],
    };
  }
}

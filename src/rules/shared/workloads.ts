/** The network interfaces of workloads, taken from what their kinds state, so that every kind with interfaces counts. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import type { InterfaceFact } from '../../core/network/facts';
import { asked } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';
import { contentOfVpc } from './networks';

export interface Workload {
  readonly resource: Resource;
  readonly interfaces: readonly InterfaceFact[];
  readonly subnets: readonly Resource<'subnet'>[];
  readonly securityGroups: readonly ResourceId[];
}

/** Everything that starts or ends flows by an interface of its own. */
export function workloads(context: RuleContext): readonly Workload[] {
  return [...context.document.resources.keys()].flatMap((id) => workloadOf(context, id) ?? []);
}

/** A resource that starts or ends flows by an interface of its own. */
export const workloadOf = asked((context, id: ResourceId): Workload | undefined => {
  const resource = context.resource(id);
  const facts = resource === undefined ? undefined : context.catalog.kind(resource.kind).facts;
  if (resource === undefined || facts === undefined) return undefined;
  const interfaces: InterfaceFact[] = [];
  for (const fact of facts(resource, context.around(id)))
    if (fact.fact === 'interface' && fact.workload) interfaces.push(fact);
  if (interfaces.length === 0) return undefined;
  return {
    resource,
    interfaces,
    subnets: interfaces.flatMap(({ subnet }) => {
      const found = context.resource(subnet);
      return found !== undefined && isKind(found, 'subnet') ? [found] : [];
    }),
    securityGroups: [...new Set(interfaces.flatMap(({ securityGroups }) => securityGroups ?? []))],
  };
});

export const workloadsInVpc = asked((context, vpc: ResourceId): readonly Workload[] =>
  contentOfVpc(context, vpc).flatMap(({ id }) => workloadOf(context, id) ?? []),
);

/** Workloads that open connections themselves; a database answers only, and an interface that nothing has is silent. */
export function clientsInVpc(context: RuleContext, vpc: ResourceId): readonly Workload[] {
  return workloadsInVpc(context, vpc).filter(
    ({ resource, interfaces }) =>
      resource.kind !== 'rds-instance' && !interfaces.every(({ attached }) => attached === false),
  );
}

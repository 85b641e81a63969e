/** What is counted against AWS's quotas, and against the quotas of a whole Region. */
import type { Resource, ResourceId } from '../../core/model/document';
import type { KindName } from '../../core/model/kinds';
import { asked } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';
import type { Words } from '../../lib/words';

export interface Count {
  readonly on: ResourceId;
  readonly field?: string;
  readonly what: Words;
  readonly count: number;
  readonly quota: number;
  /** AWS raises it for nobody. */
  readonly fixed?: boolean;
  /** The Region whose resources are counted, `on` among them. */
  readonly region?: string;
}

export interface RegionalQuota {
  readonly kind: KindName;
  readonly quota: number;
  readonly what: Words;
}

/**
 * What a resource has to do with the quotas of its Region: only the first one in the diagram that is too many speaks, so
 * that it is said once. A Region without a box of its own counts as well.
 */
export function* inRegion(
  context: RuleContext,
  resource: Resource,
  quotas: readonly RegionalQuota[],
): Generator<Count> {
  for (const { kind, quota, what } of quotas) {
    if (resource.kind !== kind) continue;
    for (const [region, ids] of byRegion(context, kind))
      if (ids[quota] === resource.id) yield { on: resource.id, what, count: ids.length, quota, region };
  }
}

/** The resources of a kind by Region, in drawing order. */
const byRegion = asked((context, kind: string): ReadonlyMap<string, readonly ResourceId[]> => {
  const found = new Map<string, ResourceId[]>();
  // The name of a kind it is: a quota said so.
  for (const { id } of context.all(kind as KindName))
    for (const region of regionsOf(context, id)) found.set(region, [...(found.get(region) ?? []), id]);
  return found;
});

/** Customer gateways and VPN connections may be drawn beside the Region: they are where the connection ends. */
function regionsOf(context: RuleContext, id: ResourceId): ReadonlySet<string> {
  const resource = context.resource(id);
  const connections = context
    .all('vpn-connection')
    .filter(
      (each) =>
        each.id === id || (resource?.kind === 'customer-gateway' && each.props.customerGateway === id),
    );
  const gateways = connections.flatMap(({ props: { gateway } }) =>
    typeof gateway === 'string' && context.resource(gateway) !== undefined ? [gateway] : [],
  );
  return new Set((gateways.length > 0 ? gateways : [id]).map((each) => context.around(each).region));
}

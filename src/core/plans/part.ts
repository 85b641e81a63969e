/**
 * The part of a design that can matter to some of its resources: their networks, those that are tied to them by
 * references, and what stands outside of all networks. Plans are tried in it, which costs as much as the part is large.
 */
import { referencesOf } from '../catalog/references';
import type { Document, FlowId, Resource, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import type { Trace } from '../network/trace';
import { asked } from '../rules/asked';
import { contextOf } from '../rules/context';
import type { RuleContext } from '../rules/rule';

export function partConcerning(context: RuleContext, ids: Iterable<ResourceId>): RuleContext {
  const roots = new Set<ResourceId>();
  for (const id of ids) {
    const root = rootOf(context, id);
    if (root !== null) roots.add(root);
  }
  return partOf(context, JSON.stringify([...roots].sort()));
}

/** A part that nothing is asked of twice but it is the same context: what is compiled for it once serves all. */
const partOf = asked((context, roots: string): RuleContext => {
  const document = contentOf(context, roots);
  if (document === context.document) return context;
  const traces = new Map<FlowId, Trace>();
  for (const id of document.flows.keys()) {
    const trace = context.traces.get(id);
    if (trace !== undefined) traces.set(id, trace);
  }
  return contextOf(context.catalog, document, { traces, taken: context.taken });
});

const contentOf = asked((context, roots: string): Document => {
  const { outside, homeOf, leaderOf } = division(context);
  const chosen = new Set(JSON.parse(roots) as readonly ResourceId[]);
  const ids: ResourceId[] = [];
  for (const [id, home] of homeOf) if (outside.has(id) || chosen.has(leaderOf(home))) ids.push(id);
  return context.only(ids);
});

/** What stands for everything a resource is tied to; null for one that does not exist. */
const rootOf = asked((context, id: ResourceId): ResourceId | null => {
  const { homeOf, leaderOf } = division(context);
  const home = homeOf.get(id);
  return home === undefined ? null : leaderOf(home);
});

interface Division {
  /** Each resource counts as its network, and as itself outside of any. */
  readonly homeOf: ReadonlyMap<ResourceId, ResourceId>;
  readonly outside: ReadonlySet<ResourceId>;
  /** What stands for all homes that are tied to one. */
  leaderOf(home: ResourceId): ResourceId;
}

const division = asked((context): Division => {
  const homeOf = new Map<ResourceId, ResourceId>();
  const outside = new Set<ResourceId>();
  const leaders = new Map<ResourceId, ResourceId>();
  const leaderOf = (id: ResourceId): ResourceId => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined; next = leaders.get(at)) at = next;
    return at;
  };
  for (const id of context.document.resources.keys()) {
    const { home, isOutside, ties } = placeOf(context, id);
    homeOf.set(id, home);
    if (isOutside) outside.add(id);
    for (const other of ties) {
      const [a, b] = [leaderOf(home), leaderOf(other)];
      if (a !== b) leaders.set(a, b);
    }
  }
  return { homeOf, outside, leaderOf };
});

interface Place {
  readonly home: ResourceId;
  readonly isOutside: boolean;
  /** The homes that it refers to, other than its own. */
  readonly ties: readonly ResourceId[];
}

const placeOf = asked((context, id: ResourceId): Place => {
  const resource = context.resource(id);
  const home = homeIn(context, id);
  const ties = new Set<ResourceId>();
  if (resource !== undefined)
    for (const { to } of referencesOf(context.catalog, resource))
      if (context.document.resources.has(to)) ties.add(homeIn(context, to));
  ties.delete(home);
  return {
    home,
    isOutside: home === id && (resource === undefined || !isNetwork(context, resource)),
    ties: [...ties],
  };
});

const homeIn = asked((context, id: ResourceId): ResourceId => {
  const resource = context.resource(id);
  if (resource === undefined) return id;
  const boxes = [resource, ...ancestors(context.document, id)];
  return boxes.find((box) => isNetwork(context, box))?.id ?? id;
});

function isNetwork({ catalog }: RuleContext, { kind }: Resource): boolean {
  return catalog.kind(kind).isNetwork === true;
}

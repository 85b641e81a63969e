/**
 * The part of a design that can matter to some of its resources: their networks, those that are tied to them by
 * references, and what stands outside of all networks. Plans are tried in it, which costs as much as the part is large.
 */
import { referencesOf } from '../catalog/references';
import type { Resource, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import { contextOf } from '../rules/context';
import type { RuleContext } from '../rules/rule';

export function partConcerning(context: RuleContext, ids: Iterable<ResourceId>): RuleContext {
  const division = divisionOf(context);
  const roots = new Set<ResourceId>();
  for (const id of ids) {
    const root = division.rootOf(id);
    if (root !== undefined) roots.add(root);
  }
  const key = [...roots].sort().join(' ');
  let part = division.parts.get(key);
  if (part === undefined) division.parts.set(key, (part = cut(context, division, roots)));
  return part;
}

interface Division {
  /** What stands for everything a resource is tied to; undefined for one that does not exist. */
  rootOf(id: ResourceId): ResourceId | undefined;
  isOutside(id: ResourceId): boolean;
  readonly parts: Map<string, RuleContext>;
}

const divisions = new WeakMap<RuleContext, Division>();

function divisionOf(context: RuleContext): Division {
  const found = divisions.get(context);
  if (found !== undefined) return found;
  const { document, catalog } = context;
  const isNetwork = ({ kind }: Resource): boolean => catalog.kind(kind).isNetwork === true;
  // A resource counts as its network, and as itself outside of any.
  const homes = new Map<ResourceId, ResourceId>();
  for (const resource of document.resources.values()) {
    const own = [resource, ...ancestors(document, resource.id)].find(isNetwork);
    homes.set(resource.id, own?.id ?? resource.id);
  }
  const leaders = new Map<ResourceId, ResourceId>();
  const leader = (id: ResourceId): ResourceId => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined; next = leaders.get(at)) at = next;
    return at;
  };
  for (const resource of document.resources.values())
    for (const { to } of referencesOf(catalog, resource)) {
      const [from, other] = [homes.get(resource.id), homes.get(to)];
      if (from === undefined || other === undefined || from === other) continue;
      const [a, b] = [leader(from), leader(other)];
      if (a !== b) leaders.set(a, b);
    }
  const division: Division = {
    rootOf: (id) => {
      const home = homes.get(id);
      return home === undefined ? undefined : leader(home);
    },
    isOutside: (id) => {
      const resource = document.resources.get(id);
      return homes.get(id) === id && (resource === undefined || !isNetwork(resource));
    },
    parts: new Map(),
  };
  divisions.set(context, division);
  return division;
}

function cut(context: RuleContext, division: Division, roots: ReadonlySet<ResourceId>): RuleContext {
  const { document, catalog } = context;
  const resources = new Map(
    [...document.resources].filter(([id]) => division.isOutside(id) || roots.has(division.rootOf(id) ?? '')),
  );
  if (resources.size === document.resources.size) return context;
  const flows = new Map(
    [...document.flows].filter(([, { from, to }]) => resources.has(from) && resources.has(to)),
  );
  const traces = new Map([...context.traces].filter(([id]) => flows.has(id)));
  return contextOf(catalog, { ...document, resources, flows }, { traces, whole: context.whole });
}

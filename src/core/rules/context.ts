/** What checks are given: the document with indexes over it, its compiled network and the traces of its flows. */
import type { Catalog } from '../catalog/catalog';
import type { Surroundings } from '../catalog/kind';
import { regionOf, zoneIn } from '../catalog/surroundings';
import { referencesOf } from '../catalog/references';
import type { Document, Flow, FlowId, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { ancestors, childrenByParent, isKind } from '../model/queries';
import { networkOf } from '../network/doubts';
import { queryOf, type CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import { documentAfter } from '../plans/plan';
import { compareOrder } from '../../lib/order';
import type { Question } from './asked';
import type { RuleContext, Taken } from './rule';

/** Compiles the network and traces the flows when they are first asked for, once. */
export function contextOf(
  catalog: Catalog,
  document: Document,
  known: {
    readonly network?: CompiledNetwork;
    readonly traces?: ReadonlyMap<FlowId, Trace>;
    readonly taken?: Taken;
  } = {},
): RuleContext {
  const own = takenIn(catalog, document);
  const taken = known.taken ?? own;
  // What is free in the whole design hangs on more than this document, so that no answer may be kept that hangs on it.
  let asking = 0;
  const isFree = (has: (each: Taken) => boolean): boolean => {
    if (asking > 0 && taken !== own) throw new Error('a question may not ask for what is free');
    return !has(own) && !has(taken);
  };
  let network = known.network;
  let traces = known.traces;
  const byKind = indexByKind(document);
  const around = new Map<ResourceId, Surroundings>();
  const answers = new Map<Question, Map<string, unknown>>();
  let children: ReadonlyMap<ResourceId | null, readonly Resource[]> | undefined;
  let referrers: ReadonlyMap<ResourceId, readonly Resource[]> | undefined;
  const flows = drawnFlows(document);

  const context: RuleContext = {
    document,
    taken,
    catalog,
    flows,
    get network() {
      network ??= networkOf(catalog, document, { nameOf: (id) => nameOf(catalog, document, id) });
      return network;
    },
    get traces() {
      traces ??= new Map(
        flows.map((flow) => [flow.id, context.network.trace(queryOf(document, catalog, flow))]),
      );
      return traces;
    },
    // Every record of the list has that kind: the index was made by it.
    all: <K extends KindName>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Resource<K>[],
    resource: (id) => (id == null ? undefined : document.resources.get(id)),
    inside: (parent) => (children ??= childrenByParent(document)).get(parent) ?? [],
    referrers: (id) => (referrers ??= indexByReferred(catalog, document)).get(id) ?? [],
    around: (id) => {
      let found = around.get(id);
      if (found === undefined) around.set(id, (found = surroundings(document, id, context)));
      return found;
    },
    only(ids) {
      if (ids.length === document.resources.size) return document;
      const resources = new Map(ids.flatMap((id) => entry(document.resources, id)));
      return { ...document, resources, flows: flowsBetween(resources, document.flows) };
    },
    freshId: (hint) => firstFree(hint, (id) => isFree((each) => each.hasId(id))),
    freeName: (wanted) => firstFree(wanted, (name) => isFree((each) => each.hasName(name))),
    after: (plan) => {
      const after = documentAfter({ catalog }, document, plan);
      return contextOf(catalog, after, taken === own ? {} : { taken });
    },
    ask: (question, about) => {
      let given = answers.get(question);
      if (given === undefined) answers.set(question, (given = new Map<string, unknown>()));
      const key = JSON.stringify(about);
      if (!given.has(key)) {
        asking += 1;
        try {
          given.set(key, question(context, ...about));
        } finally {
          asking -= 1;
        }
      }
      return given.get(key);
    },
  };
  return context;
}

function entry<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** The flows of which both ends are among some resources. */
export function flowsBetween(
  resources: ReadonlyMap<ResourceId, Resource>,
  flows: Document['flows'],
): Document['flows'] {
  return new Map([...flows].filter(([, { from, to }]) => resources.has(from) && resources.has(to)));
}

/** The flows whose ends exist, in their order. */
export function drawnFlows({ flows, resources }: Document): readonly Flow[] {
  return [...flows.values()]
    .filter(({ from, to }) => resources.has(from) && resources.has(to))
    .sort(compareOrder);
}

function takenIn(catalog: Catalog, { resources, flows }: Document): Taken {
  let names: Set<string> | undefined;
  return {
    hasId: (id) => resources.has(id) || flows.has(id),
    hasName: (name) => {
      names ??= new Set(
        [...resources.values()].flatMap((each) =>
          // What only people see takes no name away from the design.
          catalog.kind(each.kind).isAnnotation === true ? [] : [each.name],
        ),
      );
      return names.has(name);
    },
  };
}

/** The hint, with the first number behind it that makes it free. */
export function firstFree(hint: string, isFree: (key: string) => boolean): string {
  if (isFree(hint)) return hint;
  for (let number = 2; ; number++) if (isFree(`${hint}${number}`)) return `${hint}${number}`;
}

function indexByKind(document: Document): Map<string, Resource[]> {
  const byKind = new Map<string, Resource[]>();
  for (const resource of document.resources.values()) {
    const found = byKind.get(resource.kind);
    if (found === undefined) byKind.set(resource.kind, [resource]);
    else found.push(resource);
  }
  for (const found of byKind.values()) found.sort(compareOrder);
  return byKind;
}

function indexByReferred(catalog: Catalog, document: Document): Map<ResourceId, Resource[]> {
  const found = new Map<ResourceId, Set<Resource>>();
  for (const resource of document.resources.values())
    for (const { to } of referencesOf(catalog, resource)) {
      const others = found.get(to);
      if (others === undefined) found.set(to, new Set([resource]));
      else others.add(resource);
    }
  return new Map([...found].map(([id, by]) => [id, [...by].sort(compareOrder)]));
}

/** As `surroundingsOf` in the catalog, over the context's indexes: rules ask it of every resource. */
export function surroundings(document: Document, id: ResourceId, context: RuleContext): Surroundings {
  let boxes: readonly Resource[] | undefined;
  const containers = (): readonly Resource[] => (boxes ??= ancestors(document, id));
  return {
    get region() {
      return regionOf(document, id);
    },
    zoneOf: (of) => zoneIn(document, of),
    resource: (other) => context.resource(other),
    ancestor: (kind) => {
      for (const box of containers()) if (isKind(box, kind)) return box;
      return undefined;
    },
    all: (kind, within) => {
      const found = context.all(kind);
      if (within === undefined) return found;
      return found.filter((each) => ancestors(document, each.id).some((box) => box.id === within));
    },
  };
}

/** What people call a resource: its name, or that of its kind when it has none. */
export function nameOf(catalog: Catalog, document: Document, id: ResourceId): string {
  const resource = document.resources.get(id);
  if (resource === undefined) return id;
  return resource.name === '' ? catalog.kind(resource.kind).defaultName : resource.name;
}

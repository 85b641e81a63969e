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
import type { RuleContext } from './rule';

/** Compiles the network and traces the flows when they are first asked for, once. */
export function contextOf(
  catalog: Catalog,
  document: Document,
  known: {
    readonly network?: CompiledNetwork;
    readonly traces?: ReadonlyMap<FlowId, Trace>;
    readonly whole?: Document;
  } = {},
): RuleContext {
  const { whole = document } = known;
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
    whole,
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
    freshId: (hint) => freshIdIn([document, whole], hint),
    after: (plan) => {
      const after = documentAfter({ catalog }, document, plan);
      return contextOf(catalog, after, whole === document ? {} : { whole });
    },
    ask: (question, about) => {
      let known = answers.get(question);
      if (known === undefined) answers.set(question, (known = new Map<string, unknown>()));
      const key = questionKey(about);
      if (!known.has(key)) known.set(key, question(context, ...about));
      return known.get(key);
    },
  };
  return context;
}

/** One text for a list of ids, and another for every other list. */
export function questionKey(about: readonly string[]): string {
  return about.length === 1 ? (about[0] ?? '') : JSON.stringify(about);
}

/** The flows whose ends exist, in their order. */
export function drawnFlows({ flows, resources }: Document): readonly Flow[] {
  return [...flows.values()]
    .filter(({ from, to }) => resources.has(from) && resources.has(to))
    .sort(compareOrder);
}

export function freshIdIn(documents: readonly Document[], hint: string): string {
  return freeKey(hint, (key) =>
    documents.some(({ resources, flows }) => resources.has(key) || flows.has(key)),
  );
}

/** The hint, with the first number behind it that makes it free. */
export function freeKey(hint: string, taken: (key: string) => boolean): string {
  if (!taken(hint)) return hint;
  for (let number = 2; ; number++) if (!taken(`${hint}${number}`)) return `${hint}${number}`;
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

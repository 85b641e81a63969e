/** What checks are given: the document with indexes over it, its compiled network and the traces of its flows. */
import type { Catalog } from '../catalog/catalog';
import type { Surroundings } from '../catalog/kind';
import { regionOf, zoneIn } from '../catalog/surroundings';
import type { Document, FlowId, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { ancestors, isKind } from '../model/queries';
import { networkOf } from '../network/doubts';
import { queryOf, type CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import { documentAfter } from '../plans/plan';
import { compareOrder } from '../../lib/order';
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
  const flows = [...document.flows.values()]
    .filter(({ from, to }) => document.resources.has(from) && document.resources.has(to))
    .sort(compareOrder);

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
    around: (id) => {
      let found = around.get(id);
      if (found === undefined) around.set(id, (found = surroundings(document, id, context)));
      return found;
    },
    freshId: (hint) =>
      freeKey(hint, (key) =>
        [document, whole].some(({ resources, flows: drawn }) => resources.has(key) || drawn.has(key)),
      ),
    after: (plan) => {
      const after = documentAfter({ catalog }, document, plan);
      return contextOf(catalog, after, whole === document ? {} : { whole });
    },
  };
  return context;
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

/** As `surroundingsOf` in the catalog, over the context's indexes: rules ask it of every resource. */
function surroundings(document: Document, id: ResourceId, context: RuleContext): Surroundings {
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
function nameOf(catalog: Catalog, document: Document, id: ResourceId): string {
  const resource = document.resources.get(id);
  if (resource === undefined) return id;
  return resource.name === '' ? catalog.kind(resource.kind).defaultName : resource.name;
}

import { orderBetween } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { movedProvenance } from '../catalog/movedProvenance';
import { replaceReferences } from '../catalog/references';
import type {
  AsRead,
  Build,
  Document,
  Flow,
  Resource,
  ResourceId,
  Scene,
  ScopeExpectation,
  Template,
} from '../model/document';
import { emptyDocument } from '../model/document';

/**
 * One document of several, side by side. Name and settings are those of the first; an id that an earlier one has is
 * given another, wherever it is used.
 */
export function mergeDocuments(catalog: Catalog, documents: readonly Document[]): Document {
  const [first, ...others] = documents;
  return others.reduce((merged, other) => merge(catalog, merged, other), first ?? emptyDocument);
}

function merge(catalog: Catalog, into: Document, other: Document): Document {
  const [readAs, otherReadAs] = [asReadOf(into), asReadOf(other)];
  const ids = freshIds(
    [...other.resources.keys(), ...otherReadAs.resources.keys()],
    new Map([...readAs.resources, ...into.resources]),
  );
  const flowIds = freshIds(other.flows.keys(), into.flows);
  const templateIds = freshIds(other.templates.keys(), into.templates);
  const to = (id: string): string => ids.get(id) ?? id;
  const templateTo = (id: string): string => templateIds.get(id) ?? id;
  const keys = (record: Readonly<Record<string, true>>, map: ReadonlyMap<string, string>) =>
    Object.fromEntries(Object.keys(record).map((key) => [map.get(key) ?? key, true as const]));

  const underNewId = (resource: Resource): Resource => {
    const { provenance } = resource;
    return {
      ...resource,
      id: to(resource.id),
      parentId: resource.parentId === null ? null : to(resource.parentId),
      props: replaceReferences(catalog, resource, to),
      ...(provenance === undefined ? {} : { provenance: movedProvenance(provenance, to, templateTo) }),
    } as Resource; // the same record under another id
  };
  const resources = new Map(into.resources);
  const readResources = new Map(readAs.resources);
  for (const resource of other.resources.values()) resources.set(to(resource.id), underNewId(resource));
  for (const [id, resource] of otherReadAs.resources) {
    const isSame = other.resources.get(id) === resource;
    readResources.set(to(id), (isSame ? resources.get(to(id)) : undefined) ?? underNewId(resource));
  }
  const flows = new Map(into.flows);
  let lastOrder = [...into.flows.values()].reduce<string | null>(
    (last, { order }) => (last === null || order > last ? order : last),
    null,
  );
  for (const flow of other.flows.values()) {
    lastOrder = orderBetween(lastOrder, null);
    const moved: Flow = {
      ...flow,
      id: flowIds.get(flow.id) ?? flow.id,
      from: to(flow.from),
      to: to(flow.to),
      order: lastOrder,
    };
    flows.set(moved.id, moved);
  }
  const scopes = new Map(into.scopes);
  for (const [id, scope] of renamed(other.scopes, into.scopes))
    scopes.set(id, {
      ...scope,
      id,
      members: keys(scope.members, ids),
      expectations: Object.fromEntries(
        Object.entries(scope.expectations).map(([key, each]) => [key, movedExpectation(each, to)]),
      ),
    });
  const scenes = new Map(into.scenes);
  for (const [id, scene] of renamed(other.scenes, into.scenes))
    scenes.set(id, movedScene({ ...scene, id }, keys, flowIds, ids));
  const unread = [...(readAs.unread ?? []), ...(otherReadAs.unread ?? [])];
  const templates = new Map<string, Template>(into.templates);
  for (const [id, template] of renamed(other.templates, into.templates))
    templates.set(id, underId(template, id, ids));
  return {
    ...into,
    resources,
    flows,
    scopes,
    scenes,
    templates,
    ...(templates.size === 0
      ? {}
      : {
          asRead: {
            resources: readResources,
            ...joined('assumed', readAs.assumed, otherReadAs.assumed, templateTo),
            ...joined('lacking', readAs.lacking, otherReadAs.lacking, to),
            ...(unread.length === 0 ? {} : { unread }),
          },
        }),
    suppressions: new Map([...other.suppressions, ...into.suppressions]),
  };
}

/** A scene of flows and resources that have other ids now. What its change names are the ids of the design it was made for. */
function movedScene(
  scene: Scene,
  keys: (record: Readonly<Record<string, true>>, map: ReadonlyMap<string, string>) => Record<string, true>,
  flowIds: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>,
): Scene {
  const { asks, builds } = scene;
  const flowTo = (id: string): string => flowIds.get(id) ?? id;
  const movedBuild = (build: Build): Build => ({
    ...build,
    ...(build.flows === undefined ? {} : { flows: keys(build.flows, flowIds) }),
    ...(build.resources === undefined ? {} : { resources: keys(build.resources, ids) }),
    ...(build.packet === undefined ? {} : { packet: flowTo(build.packet) }),
  });
  return {
    ...scene,
    flows: keys(scene.flows, flowIds),
    ...(asks === undefined ? {} : { asks: flowTo(asks) }),
    ...(builds === undefined
      ? {}
      : { builds: Object.fromEntries(Object.entries(builds).map(([key, each]) => [key, movedBuild(each)])) }),
  };
}

/** Of a document that does not say what its templates were read as, no more than that it may not have been changed. */
function asReadOf({ asRead, resources, templates }: Document): AsRead {
  if (asRead !== undefined) return asRead;
  if (templates.size === 0) return { resources: new Map() };
  return { resources, assumed: Object.fromEntries([...templates.keys()].map((id) => [id, true])) };
}

/** Two records in one, the keys of the other one renamed. */
function joined<K extends string, T>(
  name: K,
  own: Readonly<Record<string, T>> | undefined,
  other: Readonly<Record<string, T>> | undefined,
  to: (key: string) => string,
): { readonly [N in K]?: Readonly<Record<string, T>> } {
  if (own === undefined && other === undefined) return {};
  const renamedOther = Object.entries(other ?? {}).map(([key, value]) => [to(key), value] as const);
  // The record's only key is the name.
  return { [name]: { ...own, ...Object.fromEntries(renamedOther) } } as { [N in K]?: Record<string, T> };
}

function movedExpectation(
  expectation: ScopeExpectation,
  to: (id: ResourceId) => ResourceId,
): ScopeExpectation {
  const { other } = expectation;
  return 'resource' in other ? { ...expectation, other: { resource: to(other.resource) } } : expectation;
}

/** A template under an id, with what it says of resources that have other ids now. */
function underId(template: Template, id: string, ids: ReadonlyMap<string, string>): Template {
  const { unmodelled = [] } = template;
  const isRenamed = unmodelled.some(({ on }) => (ids.get(on) ?? on) !== on);
  if (!isRenamed) return template.id === id ? template : { ...template, id };
  return {
    ...template,
    id,
    unmodelled: unmodelled.map((each) => ({ ...each, on: ids.get(each.on) ?? each.on })),
  };
}

function renamed<T>(
  records: ReadonlyMap<string, T>,
  taken: ReadonlyMap<string, unknown>,
): (readonly [string, T])[] {
  const ids = freshIds(records.keys(), taken);
  return [...records].map(([id, record]) => [ids.get(id) ?? id, record] as const);
}

/** For each id, itself where it is free, else itself with a number behind it. */
function freshIds(ids: Iterable<string>, taken: ReadonlyMap<string, unknown>): Map<string, string> {
  const wanted = new Set(ids);
  const fresh = new Map<string, string>();
  const given = new Set<string>();
  for (const id of wanted) {
    let free = id;
    for (let number = 2; taken.has(free) || given.has(free) || (free !== id && wanted.has(free)); number++)
      free = `${id}-${number}`;
    given.add(free);
    fresh.set(id, free);
  }
  return fresh;
}

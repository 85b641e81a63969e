/** Copies of resources: with all that stands in them, the references and flows among them, and ids, names and CIDR blocks of their own. */
import type { Catalog } from '../core/catalog/catalog';
import { replaceReferences } from '../core/catalog/references';
import { surroundingsOf } from '../core/catalog/surroundings';
import type { Document, Flow, Resource, ResourceId } from '../core/model/document';
import { valuesOf, withDescendants } from '../core/model/queries';
import { compareOrder, lastOrder, ordersAfter } from '../lib/order';
import { fixedAddresses, withOwnAddresses } from './copiedAddresses';
import type { Editor } from './editor';
import { freeName, takenNames } from './naming';
import { topsOf } from './carrying';

export interface Copied {
  /** Each container before its content. */
  readonly resources: readonly Resource[];
  readonly flows: readonly Flow[];
}

export interface Copy extends Copied {
  /** The copies of what was copied by itself, not as the content of something else. */
  readonly tops: readonly ResourceId[];
  /** The copy of each. */
  readonly copies: ReadonlyMap<ResourceId, ResourceId>;
}

export interface NewPlace {
  readonly parentId: ResourceId | null;
  readonly x: number;
  readonly y: number;
}

/** What the ids name, with their content and the flows whose both ends are among it. */
export function cutOut(document: Document, ids: Iterable<ResourceId>): Copied {
  const all = withDescendants(document, topsOf(document, ids));
  const inside = new Set(all);
  return {
    resources: all.flatMap((id) => document.resources.get(id) ?? []),
    flows: [...document.flows.values()].filter(({ from, to }) => inside.has(from) && inside.has(to)),
  };
}

export function copyOf(
  editor: Editor,
  ids: Iterable<ResourceId>,
  place: (id: ResourceId) => NewPlace | undefined,
): Copy {
  return freshCopy(editor, cutOut(editor.store.document, ids), place);
}

/**
 * Copies with fresh ids, names and order keys; `place` gives new places, and leaves out a top resource where it gives
 * none. `changed`: what is to be copied of each, under another name, say. References to what was copied go to the copies, others stay where they still lead somewhere.
 */
export function freshCopy(
  editor: Editor,
  { resources, flows }: Copied,
  place: (id: ResourceId) => NewPlace | undefined,
  changed: (resource: Resource) => Resource = (resource) => resource,
): Copy {
  const { catalog, store, newId } = editor;
  const { document } = store;
  const given = new Map(resources.map((resource) => [resource.id, resource]));
  const names = takenNames(document);
  const ids = new Map<ResourceId, ResourceId>();
  const tops: ResourceId[] = [];
  const placed: Resource[] = [];
  const groups = new Map<string, string>();
  let last = lastOrder(document.resources.values());
  for (const original of resources) {
    const resource = changed(original);
    const isTop = resource.parentId === null || !given.has(resource.parentId);
    const newPlace = isTop
      ? place(resource.id)
      : { parentId: ids.get(resource.parentId ?? '') ?? null, x: resource.x, y: resource.y };
    // A container that found no place takes its content with it.
    if (newPlace === undefined || (!isTop && newPlace.parentId === null)) continue;
    const id = newId(resource.kind);
    ids.set(resource.id, id);
    if (isTop) tops.push(id);
    const name =
      resource.name === '' || isNamedByValue(catalog, resource)
        ? resource.name
        : freeName(names, resource.name);
    names.add(name.toLowerCase());
    [last] = ordersAfter(last, 1) as [string]; // asked for one key
    // A copy is put where it is wanted; that the original was in its place says nothing of it.
    const { provenance: _, locked: __, group, ...rest } = resource;
    if (group !== undefined && !groups.has(group)) groups.set(group, newId('group'));
    const together = groups.get(group ?? '');
    // Of the place no more than that: whoever gives a resource for it gives the rest of it as well.
    const { parentId, x, y } = newPlace;
    placed.push({
      ...rest,
      parentId,
      x,
      y,
      id,
      name,
      order: last,
      ...(together === undefined ? {} : { group: together }),
    } as Resource); // only fields that every kind has were changed
  }
  const copies = placed.map((resource) => ({
    ...resource,
    props: replaceReferences(
      catalog,
      resource,
      (id) => ids.get(id) ?? (document.resources.has(id) ? id : null),
    ),
  })) as Resource[]; // `replaceReferences` gives back props of the same kind
  let lastFlow = lastOrder(document.flows.values());
  const newFlows = [...flows].sort(compareOrder).flatMap((flow): Flow[] => {
    const from = ids.get(flow.from);
    const to = ids.get(flow.to);
    if (from === undefined || to === undefined) return [];
    [lastFlow] = ordersAfter(lastFlow, 1) as [string]; // asked for one key
    return [{ ...flow, id: newId('flow'), from, to, order: lastFlow, bends: {} }];
  });
  return { resources: proposed(catalog, document, copies), flows: newFlows, tops, copies: ids };
}

/**
 * Gives each copy the addresses its kind proposes for a new one there, one copy after the other, so that they differ; then
 * fixed addresses of its own in these. What else a kind would propose stays as it was copied.
 */
function proposed(catalog: Catalog, document: Document, copies: readonly Resource[]): Resource[] {
  const resources = new Map(document.resources);
  const withBlocks = copies.map((copy) => {
    const kind = catalog.kind(copy.kind);
    // Containers come before their content, so those around it are there already. Blocks of copies that have not had their
    // turn do not count as taken.
    resources.set(copy.id, copy);
    if (kind.propose === undefined) return copy;
    const offer = kind.propose(copy, surroundingsOf({ ...document, resources }, copy.id));
    const fields = catalog.fields(copy.kind);
    const before = valuesOf(copy);
    const addresses: Record<string, unknown> = {};
    for (const [name, field] of fields) {
      const offered = (offer as Readonly<Record<string, unknown>>)[name];
      if (field.control === 'cidr' && offered !== undefined) addresses[name] = offered;
      // What the original has none of, the copy needs none of.
      if (field.distinct === true && before[name] !== field.default)
        addresses[name] = offered ?? field.default;
    }
    if (Object.keys(addresses).length === 0) return copy;
    // What a kind proposes are props of that kind.
    const changed = { ...copy, props: { ...copy.props, ...addresses } } as Resource;
    resources.set(copy.id, changed);
    return changed;
  });
  const taken = fixedAddresses(catalog, document.resources);
  // By now the blocks of all are known, so that no address is looked for in a block that changes.
  return withBlocks.map((copy) => withOwnAddresses(catalog, resources, copy, taken));
}

/**
 * Whether it is called what one of its own fields says, as the box of the zone `ap-northeast-1a` is: with a number behind it
 * that would be another zone. What is in templates by itself needs a name of its own there.
 */
function isNamedByValue(catalog: Catalog, resource: Resource): boolean {
  return (
    catalog.kind(resource.kind).cfn === undefined && Object.values(valuesOf(resource)).includes(resource.name)
  );
}

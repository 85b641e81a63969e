/** Which resource of one design is which of another: two versions of a file, or a template and the next one. */
import type { Catalog } from '../catalog/catalog';
import type { Field } from '../catalog/field';
import type { Document, Resource, ResourceId } from '../model/document';
import { valuesOf } from '../model/queries';

/** For a resource of `after`, the one of `before` that it is. Each is in it at most once, always with one of its kind. */
export function sameResources(
  catalog: Catalog,
  before: Document,
  after: Document,
): ReadonlyMap<ResourceId, ResourceId> {
  const pairs = new Map<ResourceId, ResourceId>();
  const left = new Map(before.resources);
  const pair = (now: Resource, old: Resource): void => {
    pairs.set(now.id, old.id);
    left.delete(old.id);
  };
  for (const now of after.resources.values()) {
    const old = left.get(now.id);
    if (old?.kind === now.kind && !isAnotherOfTemplates(old, now)) pair(now, old);
  }
  const inBox = ({ parentId }: Resource, isNow: boolean): string =>
    parentId === null ? '' : isNow ? (pairs.get(parentId) ?? `new ${parentId}`) : parentId;
  // Two that nothing tells apart, each of which may be either.
  const twins: Sign = (resource, isNow) =>
    JSON.stringify([resource.name, inBox(resource, isNow), contentOf(catalog, resource)]);
  // From what says most to what says least. What two have in common with a third one says nothing.
  const signs: readonly Sign[] = [
    ({ provenance }) => provenance?.logicalId ?? '',
    (resource, isNow) =>
      resource.name === '' ? '' : JSON.stringify([resource.name, inBox(resource, isNow)]),
    ({ name }) => name,
    // Renamed, or without a name: the same in everything else.
    (resource, isNow) => JSON.stringify([inBox(resource, isNow), contentOf(catalog, resource)]),
    twins,
  ];
  // Once more after each find: what stands in a box is known better when the box is.
  for (let known = -1; known < pairs.size;) {
    known = pairs.size;
    for (const sign of signs) {
      const signed = (resource: Resource, isNow: boolean): string => {
        const text = sign(resource, isNow);
        return text === '' ? '' : JSON.stringify([resource.kind, text]);
      };
      const unpaired = [...after.resources.values()].filter(({ id }) => !pairs.has(id));
      const old = bySign(left.values(), (each) => signed(each, false));
      for (const [text, now] of bySign(unpaired, (each) => signed(each, true))) {
        const were = old.get(text) ?? [];
        if (sign !== twins && (now.length > 1 || were.length > 1)) continue;
        now.forEach((each, index) => {
          const found = were[index];
          if (found !== undefined) pair(each, found);
        });
      }
    }
  }
  return pairs;
}

type Sign = (resource: Resource, isNow: boolean) => string;

/** The ids of two templates may agree by chance; their logical IDs are the names of their author. */
function isAnotherOfTemplates(old: Resource, now: Resource): boolean {
  const [was, is] = [old.provenance?.logicalId ?? '', now.provenance?.logicalId ?? ''];
  return was !== '' && is !== '' && was !== is;
}

/** What is in the fields and tables, without references: those may be to what has another id now. */
function contentOf(catalog: Catalog, resource: Resource): readonly unknown[] {
  return plainIn(catalog.fields(resource.kind), valuesOf(resource));
}

function plainIn(
  fields: Iterable<readonly [string, Field]>,
  values: Readonly<Record<string, unknown>>,
): unknown[] {
  return [...fields].flatMap(([name, field]) => {
    const value = values[name];
    if (field.control === 'ref' || field.control === 'refs') return [];
    if (field.control === 'peer' && typeof value === 'object') return [];
    if (field.control !== 'rows' || typeof value !== 'object' || value === null) return [[name, value]];
    const columns = Object.entries(field.columns);
    const rows = Object.values(value).map((row: Readonly<Record<string, unknown>>) => plainIn(columns, row));
    return [[name, rows.map((row) => JSON.stringify(row)).sort()]];
  });
}

function bySign(
  resources: Iterable<Resource>,
  sign: (resource: Resource) => string,
): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    const text = sign(resource);
    if (text === '') continue;
    const others = found.get(text);
    if (others === undefined) found.set(text, [resource]);
    else others.push(resource);
  }
  return found;
}

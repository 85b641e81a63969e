/** Fixed private addresses of copies: each its own, at the same place in the block of its subnet where that is free. */
import type { Catalog } from '../core/catalog/catalog';
import type { Field } from '../core/catalog/field';
import type { Resource, ResourceId } from '../core/model/document';
import { valuesOf } from '../core/model/queries';
import { known, type Value } from '../core/model/value';
import { addressOf, addressText, bits, blockOf, containsAddress, sizeOfBlock, type Block } from '../lib/cidr';

type Resources = ReadonlyMap<ResourceId, Resource>;

/** AWS keeps the first four addresses of a subnet and the last. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const keptFirst = 4n;
/** So many addresses are tried; whoever has more fixed ones in a row gets none. */
const mostTried = 4096n;

/** An address in use, with the container in whose block it is. */
const keyOf = (container: ResourceId, address: string): string => `${container} ${address}`;

/** The addresses that are fixed already, for one operation. */
export function fixedAddresses(catalog: Catalog, resources: Resources): Set<string> {
  const taken = new Set<string>();
  for (const resource of resources.values())
    changeAddresses(catalog, resources, resource, (address, container) => {
      if (container !== undefined) taken.add(keyOf(container.id, address));
      return address;
    });
  return taken;
}

/** The copy with addresses of its own, which are taken then. Where none is free, AWS chooses. */
export function withOwnAddresses(
  catalog: Catalog,
  resources: Resources,
  copy: Resource,
  taken: Set<string>,
): Resource {
  return changeAddresses(catalog, resources, copy, (address, container) => {
    const own = container === undefined ? undefined : freeAddress(address, container, taken);
    if (own !== undefined && container !== undefined) taken.add(keyOf(container.id, own));
    return own ?? '';
  });
}

interface Container {
  readonly id: ResourceId;
  readonly block: Block;
}

function freeAddress(address: string, { id, block }: Container, taken: Set<string>): string | undefined {
  const wanted = addressOf(address);
  if (wanted?.family !== block.family) return undefined;
  const size = sizeOfBlock(block);
  const start = containsAddress(block, wanted) ? wanted.value - block.first : wanted.value % size;
  const tried = size < mostTried ? size : mostTried;
  for (let step = 0n; step < tried; step++) {
    const place = (start + step) % size;
    if (place < keptFirst || place === size - 1n) continue;
    const text = addressText({ family: block.family, value: block.first + place });
    if (!taken.has(keyOf(id, text))) return text;
  }
  return undefined;
}

type Change = (address: string, container: Container | undefined) => string;

/** The resource with each of its fixed addresses replaced; a row that makes no sense without one goes. */
function changeAddresses(
  catalog: Catalog,
  resources: Resources,
  resource: Resource,
  change: Change,
): Resource {
  const props = valuesOf(resource);
  const changed: Record<string, unknown> = {};
  for (const [name, field] of catalog.fields(resource.kind)) {
    if (field.control === 'rows') {
      if (!Object.values(field.columns).some(isAddress)) continue;
      const rows = props[name] as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      const after = Object.entries(rows).flatMap(([key, row]): [string, unknown][] => {
        const container = containerOfRow(catalog, resources, field.columns, row, resource);
        const cells = changedIn(field.columns, row, container, change);
        const isFaulty = Object.entries(cells).some(([column, value]) => {
          const described = field.columns[column];
          return described?.control === 'text' && value === '' && described.check?.('') !== undefined;
        });
        return isFaulty ? [] : [[key, Object.keys(cells).length === 0 ? row : { ...row, ...cells }]];
      });
      if (after.length !== Object.keys(rows).length || after.some(([key, row]) => row !== rows[key]))
        changed[name] = Object.fromEntries(after);
    } else if (isAddress(field))
      Object.assign(
        changed,
        changedIn({ [name]: field }, props, containerAround(catalog, resources, resource.parentId), change),
      );
  }
  // Addresses were replaced by addresses, so the props still are the kind's.
  return Object.keys(changed).length === 0
    ? resource
    : ({ ...resource, props: { ...props, ...changed } } as unknown as Resource);
}

function isAddress(field: Field): boolean {
  return field.control === 'text' && field.isAddress === true;
}

function changedIn(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
  container: Container | undefined,
  change: Change,
): Readonly<Record<string, string>> {
  const changed: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = isAddress(field) ? known(values[name] as Value<unknown>) : undefined;
    if (typeof value !== 'string' || value === '') continue;
    const after = change(value, container);
    if (after !== value) changed[name] = after;
  }
  return changed;
}

/** A row that names a subnet has an address of that one. */
function containerOfRow(
  catalog: Catalog,
  resources: Resources,
  columns: Readonly<Record<string, Field>>,
  row: Readonly<Record<string, unknown>>,
  resource: Resource,
): Container | undefined {
  for (const [column, field] of Object.entries(columns)) {
    const named = field.control === 'ref' ? known(row[column] as Value<unknown>) : undefined;
    const container = typeof named === 'string' ? containerAround(catalog, resources, named) : undefined;
    if (container !== undefined) return container;
  }
  return containerAround(catalog, resources, resource.parentId);
}

/** The nearest of a resource and the containers around it that has a CIDR block. */
function containerAround(
  catalog: Catalog,
  resources: Resources,
  id: ResourceId | null,
): Container | undefined {
  const seen = new Set<ResourceId>();
  let at = id === null ? undefined : resources.get(id);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    for (const [name, field] of catalog.fields(at.kind)) {
      if (field.control !== 'cidr' || field.family !== 4) continue;
      const text = known(valuesOf(at)[name] as Value<unknown>);
      const block = typeof text === 'string' ? blockOf(text) : undefined;
      if (block !== undefined && block.prefix < bits(4)) return { id: at.id, block };
    }
    at = at.parentId === null ? undefined : resources.get(at.parentId);
  }
  return undefined;
}

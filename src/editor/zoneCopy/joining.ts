/** What names one thing of each Availability Zone, and so names the copies of what it names. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Field, WhenCopied } from '../../core/catalog/field';
import type { CommandCall } from '../../core/commands';
import { call } from '../../core/commands';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { zonesIn } from './otherZone';

type Cells = Readonly<Record<string, unknown>>;

/** Whether it has a foot in several containers of that sort, one of which it stands in: it is joined, not copied. */
export function hasFootInSeveral(
  catalog: Catalog,
  resource: Resource,
  parent: Pick<Resource, 'kind'>,
): boolean {
  return [...catalog.fields(resource.kind).values()].some((field) =>
    (field.control === 'rows' ? Object.values(field.columns) : [field]).some((each) =>
      joins(each, parent.kind),
    ),
  );
}

export interface Joined {
  readonly calls: readonly CommandCall[];
  /** The resources that name copies now. */
  readonly ids: readonly ResourceId[];
  /** Those that could not, because they name something of that zone already. */
  readonly full: readonly ResourceId[];
}

/** `copies`: the copy of each; `after`: the document with the copies in it. */
export function joinCopies(
  catalog: Catalog,
  before: Document,
  after: Document,
  copies: ReadonlyMap<ResourceId, ResourceId>,
): Joined {
  const calls: CommandCall[] = [];
  const ids: ResourceId[] = [];
  const full: ResourceId[] = [];
  const zoneOf = zonesIn(after);
  for (const resource of before.resources.values()) {
    if (copies.has(resource.id)) continue;
    const parent = before.resources.get(resource.parentId ?? '');
    const given = { resource, copies, zoneOf, parentKind: parent?.kind };
    const { props, isFull } = joinedProps(catalog, given);
    if (isFull) full.push(resource.id);
    if (Object.keys(props).length === 0) continue;
    calls.push(call('setProps', { id: resource.id, props }));
    ids.push(resource.id);
  }
  return { calls, ids, full };
}

interface Joining {
  readonly resource: Resource;
  readonly parentKind: string | undefined;
  readonly copies: ReadonlyMap<ResourceId, ResourceId>;
  readonly zoneOf: (id: ResourceId) => string;
}

function joinedProps(
  catalog: Catalog,
  given: Joining,
): { readonly props: Record<string, unknown>; readonly isFull: boolean } {
  const { resource, parentKind } = given;
  const props: Record<string, unknown> = {};
  const fields = [...catalog.fields(resource.kind)];
  let hasList = false;
  for (const [name, field] of fields) {
    if (field.control !== 'refs' || field.whenCopied === undefined) continue;
    const standsIn = parentKind !== undefined && joins(field, parentKind) ? resource.parentId : null;
    hasList ||= standsIn !== null;
    const value = valuesOf(resource)[name];
    const joined = joinedList(isRecord(value) ? value : {}, field.whenCopied, standsIn, given);
    // What is said of the things in the list, row by row, follows it.
    if (joined === 'full') return { props, isFull: true };
    if (joined !== undefined) props[name] = joined;
  }
  for (const [name, field] of fields) {
    if (field.control !== 'rows') continue;
    for (const [column, reference] of Object.entries(field.columns)) {
      if (whenCopiedOf(reference) === undefined) continue;
      const value = valuesOf(resource)[name];
      // Without a list, the rows say beside the container that it stands in where else it has a foot.
      const standsIn =
        !hasList && parentKind !== undefined && joins(reference, parentKind) ? resource.parentId : null;
      const table = { columns: field.columns, column, reference };
      const joined = joinedRows(isRecord(value) ? value : {}, table, standsIn, given);
      if (joined === 'full') return { props, isFull: true };
      if (joined !== undefined) props[name] = joined;
    }
  }
  return { props, isFull: false };
}

function joinedList(
  value: Cells,
  how: WhenCopied,
  standsIn: ResourceId | null,
  { copies, zoneOf }: Joining,
): Cells | 'full' | undefined {
  const named = [...(standsIn === null ? [] : [standsIn]), ...Object.keys(value)];
  const added = newNames(named, how, copies, zoneOf);
  if (added === 'full') return added;
  return added.length === 0
    ? undefined
    : { ...value, ...Object.fromEntries(added.map(({ copy }) => [copy, true])) };
}

interface Table {
  readonly columns: Readonly<Record<string, Field>>;
  readonly column: string;
  readonly reference: Field;
}

function joinedRows(
  value: Cells,
  { columns, column, reference }: Table,
  standsIn: ResourceId | null,
  { copies, zoneOf }: Joining,
): Cells | 'full' | undefined {
  const rowOf = new Map<ResourceId, Cells>();
  if (standsIn !== null)
    rowOf.set(
      standsIn,
      Object.fromEntries(Object.entries(columns).map(([name, field]) => [name, field.default])),
    );
  for (const row of Object.values(value)) {
    const named = isRecord(row) ? referenceIn(row[column]) : undefined;
    if (named !== undefined && isRecord(row)) rowOf.set(named, row);
  }
  const added = newNames([...rowOf.keys()], whenCopiedOf(reference) ?? 'join', copies, zoneOf);
  if (added === 'full') return added;
  if (added.length === 0) return undefined;
  const rows: Record<string, unknown> = { ...value };
  for (const { of, copy } of added)
    rows[copy] = {
      ...withoutAddresses(columns, rowOf.get(of) ?? {}),
      [column]: reference.control === 'peer' ? { ref: copy } : copy,
    };
  return rows;
}

/** The copies to be named beside what is named; `full` where each of them is of a zone that something named is of. */
function newNames(
  named: readonly ResourceId[],
  how: WhenCopied,
  copies: ReadonlyMap<ResourceId, ResourceId>,
  zoneOf: (id: ResourceId) => string,
): readonly { readonly of: ResourceId; readonly copy: ResourceId }[] | 'full' {
  const taken = new Set(named.map(zoneOf).filter((zone) => zone !== ''));
  const found = named.flatMap((of) => {
    const copy = copies.get(of);
    return copy === undefined ? [] : [{ of, copy }];
  });
  const free = found.filter(({ copy }) => {
    if (how === 'join') return true;
    const zone = zoneOf(copy);
    if (taken.has(zone)) return false;
    taken.add(zone);
    return true;
  });
  return free.length === 0 && found.length > 0 ? 'full' : free;
}

/** A fixed address is of the subnet of its row. */
function withoutAddresses(columns: Readonly<Record<string, Field>>, row: Cells): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const field = columns[name];
      return [name, field?.control === 'text' && field.isAddress === true ? '' : value];
    }),
  );
}

function joins(field: Field, kind: string): boolean {
  return whenCopiedOf(field) !== undefined && 'kinds' in field && field.kinds.some((each) => each === kind);
}

function whenCopiedOf(field: Field): WhenCopied | undefined {
  return 'whenCopied' in field ? field.whenCopied : undefined;
}

function referenceIn(value: unknown): ResourceId | undefined {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value['ref'] === 'string' ? value['ref'] : undefined;
}

function isRecord(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !('unknown' in value);
}

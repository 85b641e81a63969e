/** What the table beside the tree says of each resource: zone, addresses, route table, findings, what becomes of its flows. */
import type { Catalog } from '../../core/catalog/catalog';
import { surroundingsIn, zoneIn } from '../../core/catalog/surroundings';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { ancestors, valuesOf } from '../../core/model/queries';
import { isUnknown } from '../../core/model/value';
import type { Trace } from '../../core/network/trace';
import type { Finding } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import { findingCounts, type FindingCount } from '../findingCounts';
import { flowVerdict, type FlowVerdict } from '../../core/network/flowVerdict';
import { networkOf } from '../inspecting/candidates';
import type { Looks } from '../../core/drawing/looks';

export interface Details {
  readonly name: string;
  readonly kind: Words;
  /** Empty where none is stated, `?` where it cannot be known. */
  readonly zone: string;
  /** CIDR blocks and addresses as typed; `?` for what cannot be known. */
  readonly address: string;
  /** The table that decides for it, or for the box it stands in. */
  readonly routeTable: { readonly id: ResourceId; readonly name: string } | null;
  readonly findings: FindingCount | undefined;
  /** How many flows that begin or end at it, or in it, come to each verdict. */
  readonly flows: ReadonlyMap<FlowVerdict, number>;
}

export interface Sources {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly looks: Looks;
  readonly findings: readonly Finding[];
  readonly traces: ReadonlyMap<string, Trace>;
}

const noFlows: ReadonlyMap<FlowVerdict, number> = new Map();

/** Gives the details of one resource after the other; what many of them share is found out once. */
export function detailsIn(sources: Sources): (id: ResourceId) => Details | undefined {
  const { catalog, document, looks } = sources;
  const counts = findingCounts(sources.findings);
  const tables = routeTables(catalog, document);
  const known = new Map<ResourceId, Details>();
  let flows: ReadonlyMap<ResourceId, ReadonlyMap<FlowVerdict, number>> | undefined;
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const resource = document.resources.get(id);
    if (resource === undefined) return undefined;
    flows ??= flowsByResource(sources);
    const look = looks.look(id);
    const zone = zoneIn(document, id);
    const table = tables(resource);
    const details: Details = {
      name: resource.name,
      kind: look.label ?? catalog.kind(resource.kind).label,
      zone: isUnknown(zone) ? '?' : zone,
      address: addressOf(catalog, resource, look.detail),
      routeTable: table === undefined ? null : { id: table.id, name: table.name },
      findings: counts.get(id),
      flows: flows.get(id) ?? noFlows,
    };
    known.set(id, details);
    return details;
  };
}

function addressOf(catalog: Catalog, resource: Resource, detail: string | undefined): string {
  const props = valuesOf(resource);
  const typed: string[] = [];
  for (const [name, field] of catalog.fields(resource.kind)) {
    if (field.control !== 'cidr') continue;
    const value = props[name];
    if (isUnknown(value)) typed.push('?');
    else if (typeof value === 'string' && value !== '') typed.push(value);
  }
  if (typed.length > 0) return typed.join(', ');
  // What a kind writes under its name need not be an address.
  return detail !== undefined && /^(\?|[\d.:/a-f]+)$/i.test(detail) ? detail : '';
}

/**
 * The route table of a resource: the one that it, or the nearest box around it, names or leaves to what naming none means
 * there. Route tables are known by their rows, which the engine reads as routes.
 */
export function routeTables(
  catalog: Catalog,
  document: Document,
): (resource: Resource) => Resource | undefined {
  const around = surroundingsIn(document);
  const isTable = (kind: string): boolean =>
    [...catalog.fields(kind).values()].some((field) => field.control === 'rows' && field.routes === true);
  const fieldsByKind = new Map<string, readonly string[]>();
  const naming = (kind: string): readonly string[] => {
    let found = fieldsByKind.get(kind);
    if (found === undefined) {
      found = [...catalog.fields(kind)].flatMap(([name, field]) =>
        field.control === 'ref' && field.kinds.some(isTable) ? [name] : [],
      );
      fieldsByKind.set(kind, found);
    }
    return found;
  };
  // What naming none means is the same for all of a kind in one network.
  const implied = new Map<string, ResourceId | null>();
  const tableOf = (box: Resource): ResourceId | null | undefined => {
    const [name] = naming(box.kind);
    if (name === undefined) return undefined;
    const value = valuesOf(box)[name];
    if (typeof value === 'string') return value;
    const field = catalog.fields(box.kind).get(name);
    if (isUnknown(value) || field?.control !== 'ref' || field.noneMeans === undefined) return null;
    const key = `${box.kind} ${networkOf(catalog, document, box.id) ?? ''}`;
    let meant = implied.get(key);
    if (meant === undefined) implied.set(key, (meant = field.noneMeans(around(box.id))));
    return meant;
  };
  return (resource) => {
    for (const box of [resource, ...ancestors(document, resource.id)]) {
      const table = tableOf(box);
      if (table !== undefined) return table === null ? undefined : document.resources.get(table);
    }
    return undefined;
  };
}

/** A flow counts once for each end and each box around an end. */
function flowsByResource({
  document,
  traces,
}: Sources): ReadonlyMap<ResourceId, ReadonlyMap<FlowVerdict, number>> {
  const found = new Map<ResourceId, Map<FlowVerdict, number>>();
  for (const { id, from, to } of document.flows.values()) {
    const verdict = flowVerdict(traces.get(id));
    const concerned = new Set(
      [from, to].flatMap((end) => [end, ...ancestors(document, end).map((box) => box.id)]),
    );
    for (const each of concerned) {
      let counts = found.get(each);
      if (counts === undefined) found.set(each, (counts = new Map()));
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
  }
  return found;
}

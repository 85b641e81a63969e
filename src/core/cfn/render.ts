/** A document as CloudFormation resources, from nothing: what every kind writes, under logical IDs of its own. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, ResourceId } from '../model/document';
import { writtenInOrder } from './exportOrder';
import { cleaned, createPool, resourceLogicalIds } from './logicalIds';
import type { CfnEntry } from './mapping';
import type { CfnOutput, CfnParameter, CfnValue } from './template';
import { createWriteScopes } from './writeScope';

export interface RenderedEntry extends CfnEntry {
  readonly owner: ResourceId;
}

export interface Rendered {
  /** By logical ID, in the order in which they are written. */
  readonly entries: ReadonlyMap<string, RenderedEntry>;
  /** The logical ID of a resource by its id, of a satellite by `id#role`. */
  readonly logicalIds: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, CfnParameter>;
  readonly outputs: ReadonlyMap<string, CfnOutput>;
}

export interface RenderOptions {
  /** The resources that are written; all others are outside the template. */
  readonly written?: (resource: Resource) => boolean;
  /** Logical IDs that somebody else has in this template. */
  readonly reserved?: Iterable<string>;
  /** The logical IDs of satellites that stay as their author wrote them: no other one takes their place. */
  readonly apart?: ReadonlySet<string>;
  /** The parameters that the template has already; one of these serves whoever asks for the same. */
  readonly parameters?: Readonly<Record<string, CfnValue>>;
}

export function satelliteKey(id: ResourceId, role: string): string {
  return `${id}#${role}`;
}

export function render(catalog: Catalog, document: Document, options: RenderOptions = {}): Rendered {
  const resources = writtenInOrder(catalog, document).filter(
    (resource) => resource.provenance?.outside === undefined && (options.written?.(resource) ?? true),
  );
  const pool = createPool([...(options.reserved ?? []), ...(options.apart ?? [])]);
  const ids = resourceLogicalIds(catalog, document, resources, pool);

  // The first round only tells which satellites there are: a route needs the ID of an attachment that is written later.
  const satellites = new Map<ResourceId, readonly CfnEntry[]>();
  const written = new Set<ResourceId>();
  const firstRound = createWriteScopes(document, {
    logicalId: (id, role) => (ids.has(id) ? `${ids.get(id) ?? ''}${role}` : undefined),
    attachments: () => [],
    parameter: (name) => name,
    output: () => {},
  });
  for (const resource of resources) {
    const entries = [...entriesOf(catalog, resource, firstRound.scopeOf(resource.id))];
    if (entries.some(({ role }) => role === '')) written.add(resource.id);
    satellites.set(
      resource.id,
      entries.filter(({ role }) => role !== ''),
    );
  }

  const logicalIds = new Map<string, string>();
  for (const [id, logicalId] of ids) if (written.has(id)) logicalIds.set(id, logicalId);
  for (const resource of resources) {
    const own = satellites.get(resource.id) ?? [];
    if (own.length > 0) {
      const name = ids.get(resource.id) ?? '';
      nameSatellites(resource, name, own, pool, logicalIds, options.apart ?? new Set());
    }
  }

  const parameters = new Map<string, CfnParameter>();
  const outputs = new Map<string, CfnOutput>();
  const scopes = createWriteScopes(document, {
    logicalId: (id, role) => logicalIds.get(role === '' ? id : satelliteKey(id, role)),
    attachments: (id) =>
      (satellites.get(id) ?? [])
        .filter(({ role }) => baseRole(role) === 'attachment')
        .flatMap(({ role }) => logicalIds.get(satelliteKey(id, role)) ?? []),
    parameter(name, parameter) {
      const wanted = cleaned(name) || 'Parameter';
      if (serves(options.parameters?.[wanted], parameter)) return wanted;
      let free = wanted;
      for (let number = 2; !parameters.has(free) && pool.has(free); number++) free = `${wanted}${number}`;
      parameters.set(free, parameters.get(free) ?? parameter);
      return free;
    },
    output: (name, output) => outputs.set(cleaned(name) || 'Output', output),
  });

  const entries = new Map<string, RenderedEntry>();
  for (const resource of resources)
    for (const entry of entriesOf(catalog, resource, scopes.scopeOf(resource.id))) {
      const logicalId = logicalIds.get(
        entry.role === '' ? resource.id : satelliteKey(resource.id, entry.role),
      );
      // A satellite that two resources share is written once, by the first of them.
      if (logicalId !== undefined && !entries.has(logicalId))
        entries.set(logicalId, { ...entry, owner: resource.id });
    }
  return { entries, logicalIds, parameters, outputs };
}

/** Whether a parameter of the template is the one that is asked for. */
function serves(existing: CfnValue | undefined, { Type, Default }: CfnParameter): boolean {
  return (
    typeof existing === 'object' &&
    existing !== null &&
    'Type' in existing &&
    existing.Type === Type &&
    (existing.Default ?? null) === (Default ?? null)
  );
}

function* entriesOf(
  catalog: Catalog,
  resource: Resource,
  scope: ReturnType<ReturnType<typeof createWriteScopes>['scopeOf']>,
): Iterable<CfnEntry> {
  const mapping = catalog.kind(resource.kind).cfn;
  if (mapping !== undefined) yield* mapping.write(resource, scope);
}

/**
 * The logical IDs of a resource's satellites. One that came from a template keeps its ID there: found by its role, or by the
 * row of a table that it was read as, else the next of those that were absorbed in that role, that no written one has
 * claimed.
 */
function nameSatellites(
  resource: Resource,
  owner: string,
  entries: readonly CfnEntry[],
  pool: ReturnType<typeof createPool>,
  logicalIds: Map<string, string>,
  apart: ReadonlySet<string>,
): void {
  const satellites = Object.entries(resource.provenance?.satellites ?? {});
  const absorbed = new Map(satellites.filter(([, id]) => !apart.has(id)));
  const claim = (role: string, from: string): boolean => {
    const logicalId = absorbed.get(from);
    if (logicalId === undefined || !/^[A-Za-z0-9]+$/.test(logicalId)) return false;
    for (const [each, id] of absorbed) if (id === logicalId) absorbed.delete(each);
    // Taken already: another resource shares the satellite.
    pool.take(logicalId);
    logicalIds.set(satelliteKey(resource.id, role), logicalId);
    return true;
  };
  const claimWhere = (role: string, fits: (id: string) => boolean): boolean => {
    const like = [...absorbed].find(([each, id]) => baseRole(each) === baseRole(role) && fits(id))?.[0];
    return like !== undefined && claim(role, like);
  };
  const unclaimed = entries.filter(
    ({ role }) => !claim(role, role) && !claimWhere(role, (id) => isRowOf(resource, role, id)),
  );
  const fresh = unclaimed.filter(({ role }) => !claimWhere(role, () => true));
  for (const { role, suffix } of fresh) {
    const wanted = owner + (suffix === undefined ? cleaned(role.replace(':', ' ')) : cleaned(suffix));
    const key = cleaned(keyOf(role));
    const id = !pool.has(wanted) || key === '' ? wanted : wanted + key;
    logicalIds.set(satelliteKey(resource.id, role), pool.takeFree(id));
  }
}

/** Whether a satellite was read as the row of a table that an entry is now written for. */
function isRowOf(resource: Resource, role: string, satellite: string): boolean {
  return Object.entries(resource.provenance?.places ?? {}).some(([prop, place]) => {
    const [field, row, column] = prop.split('.');
    if (row === undefined || column === undefined || place[1] !== satellite) return false;
    return [row, `${field ?? ''}-${row}`].includes(keyOf(role));
  });
}

/** What stands behind the colon of a role. */
function keyOf(role: string): string {
  return role.slice(baseRole(role).length + 1);
}

export function baseRole(role: string): string {
  const colon = role.indexOf(':');
  return colon < 0 ? role : role.slice(0, colon);
}

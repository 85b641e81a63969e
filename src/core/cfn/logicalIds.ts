/**
 * Logical IDs for what is written to a template. The ID of a resource decides whether a deployed stack keeps it or
 * makes a new one, so an ID depends on the resource's own name and on those that share it, never on where it stands.
 */
import type { Document, Resource, ResourceId } from '../model/document';
import type { Catalog } from '../catalog/catalog';

/** CloudFormation's limit for a logical ID. */
const longest = 255;

/**
 * A name as people write logical IDs: words joined with capitals, nothing but ASCII letters and digits. Empty when
 * nothing of the name can be kept (a name in Japanese).
 */
export function cleaned(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, longest - 15);
}

/** Gives out IDs that are used by nobody yet. */
export interface LogicalIdPool {
  has(id: string): boolean;
  /** Takes the ID as it is; false when somebody has it already. */
  take(id: string): boolean;
  /** Takes the ID, with the first free number behind it when somebody has it. */
  takeFree(id: string): string;
}

export function createPool(reserved: Iterable<string>): LogicalIdPool {
  const taken = new Set(reserved);
  const next = new Map<string, number>();
  return {
    has: (id) => taken.has(id),
    take(id) {
      if (taken.has(id)) return false;
      taken.add(id);
      return true;
    },
    takeFree(id) {
      let free = id;
      let number = next.get(id) ?? 2;
      // A digit right behind a digit would read as another number: `Subnet1` and `2` as `Subnet12`.
      const joint = /\d$/.test(id) ? 'x' : '';
      while (taken.has(free)) free = `${id}${joint}${number++}`;
      next.set(id, number);
      taken.add(free);
      return free;
    },
  };
}

/**
 * The logical ID of each of the resources. One that came from a template keeps the ID it had there; of several with
 * one name, the one with the lowest id is the one without a number, whatever their order on the canvas.
 */
export function resourceLogicalIds(
  catalog: Catalog,
  document: Document,
  written: readonly Resource[],
  pool: LogicalIdPool,
): Map<ResourceId, string> {
  const ids = new Map<ResourceId, string>();
  const fresh: Resource[] = [];
  for (const resource of written) {
    const { provenance } = resource;
    const known = provenance !== undefined && document.templates.has(provenance.template);
    if (known && /^[A-Za-z0-9]+$/.test(provenance.logicalId) && pool.take(provenance.logicalId))
      ids.set(resource.id, provenance.logicalId);
    else fresh.push(resource);
  }
  fresh.sort((a, b) => compareIds(a.id, b.id));
  const unnamed: Resource[] = [];
  for (const resource of fresh) {
    const name = cleaned(resource.name);
    if (!/[A-Za-z]/.test(name)) unnamed.push(resource);
    else {
      const { defaultName } = catalog.kind(resource.kind);
      ids.set(resource.id, pool.takeFree(/^\d/.test(name) ? defaultName + name : name));
    }
  }
  for (const resource of unnamed) {
    const { defaultName } = catalog.kind(resource.kind);
    const digits = cleaned(resource.name);
    if (digits !== '' && pool.take(defaultName + digits)) {
      ids.set(resource.id, defaultName + digits);
      continue;
    }
    let number = 1;
    while (!pool.take(`${defaultName}${number}`)) number++;
    ids.set(resource.id, `${defaultName}${number}`);
  }
  return ids;
}

/** Ids with numbers in them by the size of the numbers, so that a tenth resource does not come before the second. */
function compareIds(a: string, b: string): number {
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let index = 0; ; index++) {
    const [x, y] = [left[index], right[index]];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    if (x === y) continue;
    if (index % 2 === 1 && x.length !== y.length) return x.length - y.length;
    return x < y ? -1 : 1;
  }
}

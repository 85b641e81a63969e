import { sameJson } from '../../lib/sameJson';
import type { ResourceId } from '../model/document';
import type { Held } from './held';

/** What of a design would not be the same when it is read back. */
export type Difference =
  /** It would be gone, or be of another kind. */
  | { readonly is: 'lost'; readonly id: ResourceId }
  | { readonly is: 'renamed'; readonly id: ResourceId; readonly readAs: string }
  | { readonly is: 'elsewhere'; readonly id: ResourceId }
  | {
      readonly is: 'changed';
      readonly id: ResourceId;
      readonly prop: string;
      readonly written: unknown;
      readonly readAs: unknown;
    }
  /** The design does not have it. */
  | { readonly is: 'added'; readonly name: string };

export function differences(
  written: ReadonlyMap<string, Held>,
  readBack: ReadonlyMap<string, Held>,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const [name, one] of written) {
    const { id } = one;
    const other = readBack.get(name);
    if (other === undefined || other.kind !== one.kind) {
      found.push({ is: 'lost', id });
      continue;
    }
    if (other.name !== one.name) found.push({ is: 'renamed', id, readAs: other.name });
    if (other.box !== one.box) found.push({ is: 'elsewhere', id });
    for (const prop of new Set([...Object.keys(one.props), ...Object.keys(other.props)])) {
      const [before, after] = [one.props[prop], other.props[prop]];
      if (!sameJson(before, after)) found.push({ is: 'changed', id, prop, written: before, readAs: after });
    }
  }
  for (const name of readBack.keys()) if (!written.has(name)) found.push({ is: 'added', name });
  return found;
}

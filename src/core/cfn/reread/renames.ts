/** Logical IDs that an edit of a template changed, found by what stayed the same about their resources. */
import { sameValue, toValue, valueOf, type SyntaxNode } from '../source/syntax';
import type { CfnValue } from '../template';

/**
 * For each new logical ID, the one that it had before: where one resource vanished and one of the same type with the same
 * properties appeared, and neither could be another. References to the renamed ones themselves count as the same.
 */
export function renamedIds(before: SyntaxNode, after: SyntaxNode): ReadonlyMap<string, string> {
  const [old, now] = [resourcesIn(before), resourcesIn(after)];
  const vanished = [...old].filter(([id]) => !now.has(id));
  const appeared = [...now].filter(([id]) => !old.has(id));
  const renamed = new Map<string, string>();
  if (vanished.length === 0 || appeared.length === 0) return renamed;
  const fits = new Map<string, string[]>();
  const wanted = new Map<string, number>();
  for (const [id, node] of appeared) {
    const candidates = vanished.filter(([oldId, oldNode]) => isSame(oldNode, node, oldId, id));
    fits.set(
      id,
      candidates.map(([oldId]) => oldId),
    );
    for (const [oldId] of candidates) wanted.set(oldId, (wanted.get(oldId) ?? 0) + 1);
  }
  for (const [id, [only, ...more]] of fits)
    if (only !== undefined && more.length === 0 && wanted.get(only) === 1) renamed.set(id, only);
  return renamed;
}

function resourcesIn(root: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  const section = valueOf(root, 'Resources');
  if (section?.is !== 'map') return new Map();
  return new Map([...section.entries].map(([id, { value }]) => [id, value]));
}

function isSame(old: SyntaxNode, now: SyntaxNode, oldId: string, id: string): boolean {
  const [type, newType] = [old, now].map((node) => valueOf(node, 'Type'));
  if (type?.is !== 'scalar' || newType?.is !== 'scalar' || type.text !== newType.text) return false;
  const [properties, newProperties] = [old, now].map((node) => {
    const own = valueOf(node, 'Properties');
    return own === undefined ? undefined : toValue(own);
  });
  if (sameValue(properties, newProperties)) return true;
  return properties !== undefined && sameValue(withId(properties, oldId, id), newProperties);
}

/** The value with one logical ID in place of another, where it refers to it. */
function withId(value: CfnValue, from: string, to: string): CfnValue {
  if (value === from) return to;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly CfnValue[]).map((item) => withId(item, from, to));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inner === undefined ? inner : withId(inner, from, to)]),
  );
}

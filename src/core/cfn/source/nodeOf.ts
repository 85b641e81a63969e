import type { CfnValue } from '../template';
import type { Entry, SyntaxNode } from './syntax';

/** A value as a tree that stands nowhere. */
export function nodeOf(value: CfnValue): SyntaxNode {
  const nowhere = { start: 0, end: 0 } as const;
  if (typeof value !== 'object' || value === null)
    return { is: 'scalar', text: String(value), plain: typeof value !== 'string', ...nowhere };
  if (Array.isArray(value))
    return { is: 'list', items: (value as readonly CfnValue[]).map(nodeOf), ...nowhere };
  const entries = new Map<string, Entry>();
  for (const [key, inner] of Object.entries(value) as [string, CfnValue | undefined][])
    if (inner !== undefined) entries.set(key, { keyStart: 0, keyEnd: 0, value: nodeOf(inner) });
  return { is: 'map', entries, ...nowhere };
}

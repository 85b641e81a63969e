import { subPieces } from './evaluate/sub';
import type { CfnValue } from './template';

/** The first of some logical IDs that a value refers to. */
export function refersTo(
  value: CfnValue | undefined,
  ids: { readonly size: number; has(id: string): boolean },
): string | undefined {
  if (typeof value !== 'object' || value === null || ids.size === 0) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = namesIn(key, inner).find((name) => ids.has(name)) ?? refersTo(inner, ids);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The logical IDs that a key's value names, when it is the key of a reference. */
function namesIn(key: string, value: CfnValue | undefined): readonly string[] {
  const texts = [value].flat().filter((each) => typeof each === 'string');
  if (key === 'Ref' || key === 'DependsOn' || key === 'Fn::GetAtt') return texts.map(beforeDot);
  if (key !== 'Fn::Sub' || texts[0] === undefined) return [];
  return subPieces(texts[0]).map((piece) => (piece.is === 'variable' ? beforeDot(piece.name) : ''));
}

function beforeDot(name: string): string {
  return name.split('.', 1)[0] ?? '';
}

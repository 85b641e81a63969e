import type { Document } from '../model/document';
import type { Finding } from './rule';

/** The findings that nobody has suppressed, and how many somebody has. */
export function shown(
  { suppressions }: Pick<Document, 'suppressions'>,
  findings: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly suppressed: number } {
  const suppressed = new Set(suppressions.keys());
  for (const { finding } of suppressions.values()) suppressed.add(finding);
  if (suppressed.size === 0) return { findings, suppressed: 0 };
  const left = findings.filter(({ key }) => !suppressed.has(key));
  return { findings: left, suppressed: findings.length - left.length };
}

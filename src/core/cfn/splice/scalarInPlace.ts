/** A single value written where another one stood, in the same manner. */
import { doubleQuoted, scalarText } from '../printYaml';
import type { TemplateSource } from '../source/parseTemplate';
import type { ScalarNode } from '../source/syntax';
import type { CfnValue } from '../template';

/** Undefined when it has to be written in another way: it has several lines, or parts. */
export function scalarInPlace(
  { text, format }: TemplateSource,
  { start, end }: ScalarNode,
  wanted: CfnValue,
  inBrackets: boolean,
): string | undefined {
  // Nothing stands behind the colon of an empty value, not even the space.
  if ((typeof wanted === 'object' && wanted !== null) || start === end) return undefined;
  if (format === 'json') return typeof wanted === 'string' ? doubleQuoted(wanted) : JSON.stringify(wanted);
  const mark = text.charAt(start);
  if (mark === '|' || mark === '>') return undefined;
  if (typeof wanted !== 'string') return String(wanted);
  if (mark === '"') return doubleQuoted(wanted);
  if (wanted.includes('\n')) return undefined;
  const plain = scalarText(wanted, inBrackets);
  return mark === "'" && !plain.startsWith('"') ? `'${wanted.replaceAll("'", "''")}'` : plain;
}

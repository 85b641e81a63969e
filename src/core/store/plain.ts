/** Small checks on data that came from a file. */
import type { Words } from '../../lib/words';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value['en'] === 'string' && typeof value['ja'] === 'string';
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function ownEntries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

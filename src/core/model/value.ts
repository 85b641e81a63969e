import type { Words } from '../../lib/words';

/**
 * A value that the document cannot know: an expression of a template that depends on the account, say. The engine
 * answers *unknown* where such a value decides, rules say nothing about it.
 */
export interface Unknown {
  readonly unknown: Words;
}

/** A value as props hold it: concrete, or marked as unknown with the reason. */
export type Value<T> = T | Unknown;

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

/** The concrete value, or undefined where it is unknown. */
export function known<T>(value: Value<T>): T | undefined {
  return isUnknown(value) ? undefined : value;
}

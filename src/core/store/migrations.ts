/**
 * How older diagram files become today's. Each step is a pure function of the file's JSON; its example is its test.
 * The newest version is one more than there are steps, so that a step cannot be forgotten.
 */
import { icmpByFamily } from './icmpByFamily';
import { keepAsRead } from './keepAsRead';

/** The JSON of a diagram file. */
export type RawDiagram = Readonly<Record<string, unknown>>;

export interface Migration {
  /** What changed, for whoever meets an old file. */
  readonly about: string;
  /**
   * From version n to n + 1, n being the place in the list counted from 1. Leaves alone what it does not understand. What
   * changes the records of `resources` has to change those of `asRead`, too, of which some hold no more than a difference.
   */
  readonly migrate: (raw: RawDiagram) => RawDiagram;
  readonly example: { readonly before: RawDiagram; readonly after: RawDiagram };
}

export const migrations: readonly Migration[] = [icmpByFamily, keepAsRead];

/** The version that this program writes. */
export const currentVersion = migrations.length + 1;

/** Brings a file of an older version up to date. */
export function migrated(
  raw: RawDiagram,
  version: number,
  steps: readonly Migration[] = migrations,
): RawDiagram {
  return steps.slice(version - 1).reduce<RawDiagram>((sofar, step) => step.migrate(sofar), raw);
}

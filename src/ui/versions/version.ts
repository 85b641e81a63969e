import type { ChangeCounts } from '../../worker/versionsProtocol';

/** One version of a diagram in the list; what it holds is kept apart from it, so that the list is quick. */
export interface Version {
  readonly id: string;
  /** The diagram in the journal that it is a version of. */
  readonly diagram: string;
  /** When the diagram had become so, in ms since 1970. */
  readonly made: number;
  readonly why: WhyKept;
  /** Given by a person; null: it was kept by itself, and may go when there are newer ones. */
  readonly name: string | null;
  readonly resources: number;
  /** Of what it holds, compressed. */
  readonly bytes: number;
  /** What is another since the version before it; found out when the list is first looked at. */
  readonly since?: { readonly version: string | null; readonly changes: ChangeCounts };
}

/** `opened`: as it was before the first change after opening. `work`: a stretch of work ended. `restored`: another one was about to take its place. */
export type WhyKept = 'opened' | 'work' | 'restored' | 'named';

export function isAutomatic({ name }: Pick<Version, 'name'>): boolean {
  return name === null;
}

/** The newest first. */
export function newestFirst(versions: readonly Version[]): readonly Version[] {
  return [...versions].sort((a, b) => b.made - a.made || (a.id < b.id ? 1 : -1));
}

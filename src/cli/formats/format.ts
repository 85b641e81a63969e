/** What a design can be written as on the command line. */
import type { PriceTable } from '../../core/cost/prices';
import type { ReadBack, Unproven } from '../../core/proof/proof';
import type { Words } from '../../lib/words';
import type { Given } from '../options';
import type { World } from '../verb';

export interface WrittenFile {
  /** With slashes, from the folder that is written to. */
  readonly path: string;
  readonly text: string;
}

/** What a format may ask for beside the design: the options of the command line, the prices, the icons, the language. */
export interface Asked extends World {
  /** By which it says what things cost. */
  readonly prices: PriceTable;
  readonly given: Given;
}

export interface Written {
  readonly files: readonly WrittenFile[];
  /** What standard output shows, and what a file named after it gets; null where there is no such file. */
  readonly main: WrittenFile | null;
  /** Whether the files only have a meaning together: they go to a folder or into a zip archive. */
  readonly isFolder: boolean;
  readonly remarks: readonly Words[];
  /** It is for people to look at, and deploys nothing: there is nothing to prove of it. */
  readonly isToLookAt?: boolean;
  /** What writing it has found to be wrong. */
  readonly faults?: readonly Unproven[];
  /** In place of files of text: what the only file is. */
  readonly bytes?: Uint8Array;
  /** In place of files of text, likewise: they go to a folder or into a zip archive. */
  readonly byteFiles?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** What is read of it, where we can read it: `export` compares that with the design. */
  readonly readBack?: ReadBack;
}

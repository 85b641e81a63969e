import type { Given, Validated } from '../core/cfn/awsValidator/report';

/** What the command line needs of the world. Tests hand in their own. */
export interface Io {
  /** Throws as Node does: an error with a `code`. */
  readFile(path: string, most: number): Promise<Uint8Array>;
  /** The paths of the files in a folder, sorted, those in folders within it left out; undefined for what is none. */
  filesIn(path: string): Promise<readonly string[] | undefined>;
  readStandardInput(most: number): Promise<Uint8Array>;
  /** Puts a whole file in place of an old one, or changes nothing. */
  replaceFile(path: string, content: Uint8Array): Promise<void>;
  /** Makes a folder where there is none. */
  makeFolder(path: string): Promise<void>;
  /** The SVG text of an icon of the icon pack, by its folder and name; undefined for one that it does not have. */
  readIcon(icon: string): Promise<string | undefined>;
  /** What AWS's validator says of each template; it may take half a minute of one before it is given up. */
  validateTemplates(texts: readonly string[], given: Given): Promise<readonly Validated[]>;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` ends at a person's terminal that shows colours. */
  readonly colours: boolean;
}

/** Thrown by `readFile` and `readStandardInput` for more than was asked for. */
export class TooLarge extends Error {}

/** Where in a template's text a cursor is, found from the text alone: it need not be one that parses. */
import { jsonPlace } from './jsonPlace';
import { yamlPlace } from './yamlPlace';

export interface TextCursor {
  /** The keys around the cursor from the root, a number for a list's item; of a function in short form, its long name. */
  readonly path: readonly (string | number)[];
  /** Whether a key or a value is being written. */
  readonly at: 'key' | 'value';
  /** What is written so far, and where that begins. */
  readonly word: string;
  readonly from: number;
  /** The keys that the object has already. */
  readonly keys: ReadonlySet<string>;
  /** The type of the resource around. */
  readonly type: string | undefined;
  /** A tag that stands before the value, or is being written: `!Ref`. */
  readonly tag: string | undefined;
  readonly isQuoted: boolean;
}

export function placeInText(text: string, offset: number, format: 'yaml' | 'json'): TextCursor | undefined {
  return format === 'json' ? jsonPlace(text, offset) : yamlPlace(text, offset);
}

/** The function that a tag is short for. */
export function longName(tag: string): string {
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

/** What renaming in the text needs, loaded when it is first asked for: it reads the template as a whole. */
import {
  occurrencesOf,
  thingAt,
  type NamedThing,
  type Occurrence,
} from '../../../core/cfn/rename/occurrences';
import { whyNot } from '../../../core/cfn/rename/renameThing';
import { parseTemplate } from '../../../core/cfn/source/parseTemplate';
import type { Words } from '../../../lib/words';

/** A text that cannot be read has no names to be sure of. */
export function nameAt(text: string, offset: number): NamedThing | undefined {
  const source = parseTemplate('', text);
  return 'root' in source ? thingAt(source, offset) : undefined;
}

export function renaming(
  text: string,
  thing: NamedThing,
  to: string,
): { readonly refused: Words } | { readonly places: readonly Occurrence[] } {
  const source = parseTemplate('', text);
  if (!('root' in source)) return { refused: source.message };
  const refused = whyNot(source, thing, to);
  return refused === undefined ? { places: occurrencesOf(source, thing) } : { refused };
}

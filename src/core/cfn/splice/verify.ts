/** Nothing is handed on that does not say what it should: what was edited is read again. */
import { parseTemplate, type TemplateSource } from '../source/parseTemplate';
import { sameValue, toValue, type ObjectValue } from '../source/syntax';

export function saysWanted({ format }: TemplateSource, text: string, wanted: ObjectValue): boolean {
  const read = parseTemplate('spliced', text);
  return 'root' in read && read.format === format && sameValue(toValue(read.root), wanted);
}

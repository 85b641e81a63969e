import { isListValue } from '../source/syntax';
import type { CfnValue } from '../template';

/**
 * The URL of a template with another name of its file, in whatever way its author put it together; undefined where the name
 * does not stand at its end, as of a URL that is a parameter. `writtenEnd` reads what this changes.
 */
export function renamedEnd(url: CfnValue | undefined, from: string, to: string): CfnValue | undefined {
  if (typeof url === 'string') return renamedText(url, from, to);
  if (typeof url !== 'object' || url === null || isListValue(url)) return undefined;
  const withText = (
    text: CfnValue | undefined,
    make: (renamed: string) => CfnValue,
  ): CfnValue | undefined => {
    const renamed = typeof text === 'string' ? renamedText(text, from, to) : undefined;
    return renamed === undefined ? undefined : make(renamed);
  };
  const [[name, argument] = ['', undefined], ...others] = Object.entries(url);
  if (others.length > 0) return undefined;
  if (name === 'Fn::Sub') {
    if (!isListValue(argument)) return withText(argument, (text) => ({ [name]: text }));
    const [first, ...values] = argument;
    return withText(first, (text) => ({ [name]: [text, ...values] }));
  }
  if (name !== 'Fn::Join' || !isListValue(argument)) return undefined;
  const [delimiter = '', items] = argument;
  if (!isListValue(items)) return undefined;
  const last = renamedEnd(items.at(-1), from, to);
  return last === undefined ? undefined : { [name]: [delimiter, [...items.slice(0, -1), last]] };
}

/** A query (`?versionId=…`) is that of the old file. */
function renamedText(text: string, from: string, to: string): string | undefined {
  const path = text.replace(/[?#].*$/, '');
  if (!path.endsWith(from)) return undefined;
  const before = path.slice(0, -from.length);
  return before === '' || /[/\\}]$/.test(before) ? `${before}${to}` : undefined;
}

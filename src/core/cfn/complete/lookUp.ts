/** What a word in a template is: a property with what it takes, or a name with where it is defined. */
import { schemaOf } from '../schema/schema';
import type { Outline } from '../reread/outline';
import { propertyAt, typeText } from './schemaAt';
import { placeInText } from './textPlace';

export type LookedUp =
  | { readonly is: 'property'; readonly name: string; readonly takes: string; readonly isRequired: boolean }
  | { readonly is: 'attribute'; readonly name: string; readonly takes: string }
  | {
      readonly is: 'resource' | 'parameter' | 'condition' | 'mapping';
      readonly name: string;
      readonly type: string;
    };

export interface Word {
  readonly from: number;
  readonly to: number;
}

export function lookUp(
  text: string,
  offset: number,
  format: 'yaml' | 'json',
  names: Outline,
): (LookedUp & Word) | undefined {
  const word = wordAt(text, offset);
  if (word === undefined) return undefined;
  const name = text.slice(word.from, word.to);
  const place = placeInText(text, word.to, format);
  if (place?.at === 'key') {
    const { path, type } = place;
    if (path[0] === 'Resources' && path[2] === 'Properties' && type !== undefined) {
      const property = propertyAt(type, path.slice(3), name);
      if (property !== undefined)
        return {
          is: 'property',
          name,
          takes: typeText(property.takes),
          isRequired: property.required,
          ...word,
        };
    }
  }
  const owner = /([A-Za-z0-9]+)\.$/.exec(text.slice(Math.max(0, word.from - 256), word.from))?.[1];
  const attribute = schemaOf(names.resources.get(owner ?? '')?.type ?? '')?.attributes.get(name);
  if (attribute !== undefined) return { is: 'attribute', name, takes: typeText(attribute), ...word };
  const found = nameIn(names, name);
  return found === undefined ? undefined : { ...found, name, ...word };
}

/** Where the name at an offset is defined in the text, which need not be the one that the names are of. */
export function definitionOf(text: string, offset: number, names: Outline): number | undefined {
  const word = wordAt(text, offset);
  const name = word === undefined ? '' : text.slice(word.from, word.to);
  const found = nameIn(names, name);
  if (found === undefined) return undefined;
  // What is nearest to where it was, should the text have changed since.
  const definitions = [...text.matchAll(new RegExp(`(^|[\\n{,])([ \\t]*)(["']?)${name}\\3[ \\t]*:`, 'g'))];
  const places = definitions.map(
    ({ index, 1: before = '', 2: lead = '', 3: quote = '' }) =>
      index + before.length + lead.length + quote.length,
  );
  return places.toSorted((a, b) => Math.abs(a - found.at) - Math.abs(b - found.at))[0];
}

function wordAt(text: string, offset: number): Word | undefined {
  const isPart = (at: number): boolean => /[A-Za-z0-9]/.test(text.charAt(at));
  let from = offset;
  while (from > 0 && isPart(from - 1)) from--;
  let to = offset;
  while (isPart(to)) to++;
  return from === to ? undefined : { from, to };
}

function nameIn(
  { resources, parameters, conditions, mappings }: Outline,
  name: string,
):
  | {
      readonly is: 'resource' | 'parameter' | 'condition' | 'mapping';
      readonly type: string;
      readonly at: number;
    }
  | undefined {
  for (const [is, all] of [
    ['resource', resources],
    ['parameter', parameters],
    ['condition', conditions],
    ['mapping', mappings],
  ] as const) {
    const found = all.get(name);
    if (found !== undefined) return { is, ...found };
  }
  return undefined;
}

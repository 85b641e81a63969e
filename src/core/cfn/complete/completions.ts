/** What may be written where a cursor is in a template: names, sections, types, properties, values, functions. */
import { idProperty } from '../faults/idProperties';
import type { Outline } from '../reread/outline';
import { schemaOf, typesOfAws } from '../schema/schema';
import type { ValueSchema } from '../schema/schema';
import { sectionNames } from '../stack';
import {
  pseudoParameters,
  functions,
  resourceKeys,
  deletionPolicies,
  parameterKeys,
  parameterTypes,
  outputKeys,
} from './languageWords';
import { objectAt, typeText, valueAt } from './schemaAt';
import type { TextCursor } from './textPlace';

export interface Completion {
  readonly text: string;
  readonly is:
    | 'resource'
    | 'parameter'
    | 'attribute'
    | 'condition'
    | 'mapping'
    | 'type'
    | 'property'
    | 'value'
    | 'function'
    | 'section';
  /** A type, in AWS's words; shown beside it. */
  readonly detail?: string;
  readonly isRequired?: boolean;
  /** What the property is for: a VPC where a VPC's id is wanted. */
  readonly isExpected?: boolean;
  /** The names of properties end in a colon where they are put in. */
  readonly isKey?: boolean;
}

export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** `names`: of the last text that parsed. */
export function completionsAt(place: TextCursor, names: Outline, format: 'yaml' | 'json'): Completions {
  const { from, word } = place;
  const sub = insideSub(place);
  if (sub !== undefined) return { from: from + sub.at, options: named(sub.word, names, true) };
  const refers = functionAround(place);
  if (refers !== undefined && !word.startsWith('!'))
    return { from, options: argumentOptions(refers, place, names) };
  if (place.at === 'key') return { from, options: keyOptions(place, format) };
  return { from, options: valueOptions(place, names, format) };
}

function functionAround({ path }: TextCursor): { readonly name: string; readonly item: number } | undefined {
  const last = path.at(-1);
  const [name, item] = typeof last === 'number' ? [path.at(-2), last] : [last, 0];
  if (path[0] === 'Resources' && path.length === 3 && name === 'DependsOn')
    return { name: 'DependsOn', item };
  if (path[0] === 'Resources' && path.length === 4 && name === 'DependsOn')
    return { name: 'DependsOn', item };
  if (name === 'Condition') return { name, item };
  return typeof name === 'string' && (name === 'Ref' || name.startsWith('Fn::')) ? { name, item } : undefined;
}

function argumentOptions(
  { name, item }: { readonly name: string; readonly item: number },
  { path, type, word, at }: TextCursor,
  names: Outline,
): readonly Completion[] {
  switch (name) {
    case 'Ref':
      return withExpected(named('', names, false), type, path);
    case 'DependsOn':
      return resources(names).filter(({ text }) => text !== path[1]);
    case 'Condition':
      return conditions(names);
    case 'Fn::If':
      return item === 0 && at === 'value' ? conditions(names) : [];
    case 'Fn::FindInMap':
      return item === 0 ? [...names.mappings.keys()].map((text) => ({ text, is: 'mapping' })) : [];
    case 'Fn::GetAtt':
      // In short form one text, in the long one a list.
      return item === 1
        ? allAttributes(names)
        : typeof path.at(-1) === 'number'
          ? resources(names)
          : named(word, names, true, false);
    default:
      return [];
  }
}

/** Those that the property of the function's value takes are marked. */
function withExpected(
  options: readonly Completion[],
  type: string | undefined,
  path: TextCursor['path'],
): readonly Completion[] {
  const property = path.slice(0, -1).findLast((step) => typeof step === 'string' && !step.startsWith('Fn::'));
  const expected =
    type === undefined || typeof property !== 'string' ? undefined : idProperty(type, property);
  if (expected === undefined) return options;
  const fits = (detail: string): boolean =>
    expected.types.some(
      (each) => detail === each || detail === `${each}::Id` || detail === `List<${each}::Id>`,
    );
  return options.map((each) => (fits(each.detail ?? '') ? { ...each, isExpected: true } : each));
}

/** Names of resources and parameters; behind a name and a dot, the attributes of that. */
function named(
  word: string,
  names: Outline,
  withAttributes: boolean,
  withOthers = true,
): readonly Completion[] {
  const dot = word.indexOf('.');
  if (withAttributes && dot >= 0) {
    const id = word.slice(0, dot);
    return attributes(names.resources.get(id)?.type).map((each) => ({ ...each, text: `${id}.${each.text}` }));
  }
  const own = resources(names);
  if (!withOthers) return own.filter(({ text }) => attributes(names.resources.get(text)?.type).length > 0);
  return [
    ...own,
    ...[...names.parameters].map(([text, { type }]): Completion => ({ text, is: 'parameter', detail: type })),
    ...pseudoParameters.map((text): Completion => ({ text, is: 'parameter' })),
  ];
}

function resources({ resources: all }: Outline): readonly Completion[] {
  return [...all].map(([text, { type }]) => ({ text, is: 'resource', detail: type }));
}

function conditions({ conditions: all }: Outline): readonly Completion[] {
  return [...all.keys()].map((text) => ({ text, is: 'condition' }));
}

function attributes(type: string | undefined): readonly Completion[] {
  const schema = type === undefined ? undefined : schemaOf(type);
  return [...(schema?.attributes ?? [])].map(([text, value]) => ({
    text,
    is: 'attribute',
    detail: typeText(value),
  }));
}

function allAttributes(names: Outline): readonly Completion[] {
  const found = new Map<string, Completion>();
  for (const { type } of names.resources.values())
    for (const each of attributes(type)) found.set(each.text, each);
  return [...found.values()];
}

function keyOptions(place: TextCursor, format: 'yaml' | 'json'): readonly Completion[] {
  const { path, type, keys, word } = place;
  if (word.startsWith('!')) return tags();
  const [section, , part] = path;
  const fresh = (all: readonly Completion[]): readonly Completion[] =>
    all.filter(({ text }) => text === word || !keys.has(text)).map((each) => ({ ...each, isKey: true }));
  const words = (all: readonly string[], is: Completion['is']): readonly Completion[] =>
    fresh(all.map((text) => ({ text, is })));
  if (path.length === 0) return words(sectionNames, 'section');
  if (section === 'Resources') {
    if (path.length === 2) return words(resourceKeys, 'section');
    if (part !== 'Properties' || type === undefined) return [];
    const inside = path.slice(3);
    const properties = [...(objectAt(type, inside)?.properties ?? [])].map(
      ([text, { takes, required }]): Completion => ({
        text,
        is: 'property',
        detail: typeText(takes),
        isRequired: required,
      }),
    );
    const isEmpty = keys.size === 0 || (keys.size === 1 && keys.has(word));
    // In JSON a function is an object of one key.
    return [
      ...fresh(properties),
      ...(format === 'json' && isEmpty && inside.length > 0 ? words(functions, 'function') : []),
    ];
  }
  if (section === 'Parameters' && path.length === 2) return words(parameterKeys, 'section');
  if (section === 'Outputs')
    return path.length === 2
      ? words(outputKeys, 'section')
      : part === 'Export'
        ? words(['Name'], 'section')
        : [];
  return [];
}

function valueOptions(
  { path, type, word, isQuoted }: TextCursor,
  names: Outline,
  format: 'yaml' | 'json',
): readonly Completion[] {
  const [section, , part] = path;
  if (section === 'Resources' && path.length === 3) {
    if (part === 'Type') return typesOfAws().map((text) => ({ text, is: 'type' }));
    if (part === 'DeletionPolicy' || part === 'UpdateReplacePolicy')
      return deletionPolicies.map((text) => ({ text, is: 'value' }));
  }
  if (section === 'Parameters' && path.length === 3 && part === 'Type')
    return parameterTypes.map((text) => ({ text, is: 'type' }));
  if (section === 'Outputs' && part === 'Condition') return conditions(names);
  const withTags = format === 'yaml' && !isQuoted && (word === '' || word.startsWith('!'));
  const value =
    section === 'Resources' && part === 'Properties' && type !== undefined
      ? valueAt(type, path.slice(3))
      : undefined;
  return [
    ...(word.startsWith('!') ? [] : valuesOf(value, format, isQuoted)),
    ...(withTags && path.length > 1 ? tags() : []),
  ];
}

function valuesOf(
  value: ValueSchema | undefined,
  format: 'yaml' | 'json',
  isQuoted: boolean,
): readonly Completion[] {
  if (value?.is === 'text' && (format === 'yaml' || isQuoted))
    return (value.of ?? []).map((text) => ({ text, is: 'value' }));
  if (value?.is === 'truth' && !isQuoted) return ['true', 'false'].map((text) => ({ text, is: 'value' }));
  return [];
}

function tags(): readonly Completion[] {
  return functions.map((name) => ({ text: `!${name.replace('Fn::', '')}`, is: 'function', detail: name }));
}

/** What is written behind the last `${` of a text in which names are put in. */
function insideSub({ path, word }: TextCursor): { readonly word: string; readonly at: number } | undefined {
  const last = path.at(-1) === 0 ? path.at(-2) : path.at(-1);
  if (last !== 'Fn::Sub') return undefined;
  const open = word.lastIndexOf('${');
  if (open < 0 || word.indexOf('}', open) >= 0) return undefined;
  return { word: word.slice(open + 2), at: open + 2 };
}

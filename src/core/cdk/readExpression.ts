/** A template's values as values of a CDK program, fitted to what a property takes. */
import { subPieces } from '../cfn/evaluate/sub';
import { schemaOf, type ValueSchema } from '../cfn/schema/schema';
import type { CfnValue } from '../cfn/template';
import {
  givesOf,
  isPseudoParameter,
  type Entries,
  type Expression,
  type FunctionName,
  type Gives,
} from './expression';
import { fitted, isTextForObject, literal, looksLikeToken } from './fitted';
import { isInLibrary } from './names';
import type { ProgramParameter } from './readParameter';

/** What a template declares, for the references to it. */
export interface Declared {
  /** The types of the resources. */
  readonly resources: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, Pick<ProgramParameter, 'gives' | 'isProp'>>;
  readonly conditions: ReadonlySet<string>;
  readonly mappings: Readonly<Record<string, CfnValue>>;
}

const anything: ValueSchema = { is: 'anything' };
const text: ValueSchema = { is: 'text' };
const number: ValueSchema = { is: 'number', whole: true };
const texts: ValueSchema = { is: 'list', of: text };

/** A value that may stand anywhere, its objects with the keys that they have in the template. */
export function readAnything(value: CfnValue, declared: Declared): Expression {
  return readValue(value, anything, '', declared) ?? { is: 'map', entries: [] };
}

/**
 * A value for a place that takes something of a sort. `of`: the type of the resource. Undefined for what the compiler
 * cannot be made to accept there.
 */
export function readValue(
  value: CfnValue,
  takes: ValueSchema,
  of: string,
  declared: Declared,
): Expression | undefined {
  const called = callIn(value, declared);
  if (called !== undefined) return fitted(called, takes);
  if (typeof value !== 'object' || value === null) return literal(value, takes);
  const inPlace = Array.isArray(value)
    ? listOf(value as readonly CfnValue[], takes, of, declared)
    : objectOf(value as Readonly<Record<string, CfnValue | undefined>>, takes, of, declared);
  // What has another shape than AWS takes is handed on as it is.
  return inPlace ?? fitted(readAnything(value, declared), takes);
}

function listOf(
  value: readonly CfnValue[],
  takes: ValueSchema,
  of: string,
  declared: Declared,
): Expression | undefined {
  if (takes.is !== 'list' && takes.is !== 'anything') return undefined;
  const items = value
    .filter((item) => item !== null)
    .map((item) => readValue(item, takes.is === 'list' ? takes.of : anything, of, declared));
  return items.every((item) => item !== undefined) ? { is: 'list', items } : undefined;
}

function objectOf(
  value: Readonly<Record<string, CfnValue | undefined>>,
  takes: ValueSchema,
  of: string,
  declared: Declared,
): Expression | undefined {
  const stated = Object.entries(value).filter((entry): entry is [string, CfnValue] => entry[1] != null);
  const readAll = (takenBy: (name: string) => ValueSchema | undefined): Entries | undefined => {
    const entries = stated.map(([name, each]) => {
      const taken = takenBy(name);
      return [name, taken === undefined ? undefined : readValue(each, taken, of, declared)] as const;
    });
    return entries.every((entry): entry is readonly [string, Expression] => entry[1] !== undefined)
      ? entries
      : undefined;
  };
  if (takes.is === 'anything' || (takes.is === 'object' && !isInLibrary(of, takes.name))) {
    const entries = readAll(() => anything);
    return entries && { is: 'map', entries };
  }
  if (takes.is === 'map') {
    const entries = readAll(() => takes.of);
    return entries && { is: 'map', entries };
  }
  if (takes.is !== 'object') return undefined;
  const { properties } = takes.schema();
  for (const [name, { required }] of properties) if (required && value[name] == null) return undefined;
  for (const [name, each] of stated) {
    const taken = properties.get(name)?.takes;
    if (taken !== undefined && isTextForObject(each, taken)) return undefined;
  }
  const entries = readAll((name) => properties.get(name)?.takes);
  return entries && { is: 'struct', of, name: takes.name, entries };
}

/** The function call that a value is; undefined for any other value. */
function callIn(value: CfnValue, declared: Declared): Expression | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [entry, ...others] = Object.entries(value).filter(([, each]) => each !== undefined);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, given = null] = entry as [string, CfnValue | undefined];
  if (name === 'Ref') return typeof given === 'string' ? reference(given, declared) : undefined;
  if (!name.startsWith('Fn::')) return undefined;
  return (
    readers[name]?.(given, declared) ?? { is: 'intrinsic', entries: [[name, readAnything(given, declared)]] }
  );
}

function reference(name: string, { resources, parameters }: Declared): Expression {
  const parameter = parameters.get(name);
  if (parameter !== undefined)
    return { is: 'parameter', name, gives: parameter.gives, isProp: parameter.isProp };
  if (resources.has(name)) return { is: 'ref', id: name };
  if (isPseudoParameter(name)) return { is: 'pseudo', name };
  return { is: 'call', function: 'ref', given: [{ is: 'text', text: name }] };
}

function attribute(id: string, name: string, { resources }: Declared): Expression | undefined {
  const type = resources.get(id);
  if (type === undefined) return undefined;
  const gives = schemaOf(type)?.attributes.get(name);
  return { is: 'attribute', id, name, gives: isInLibrary(type, name) ? givenBy(gives) : 'resolvable' };
}

function givenBy(takes: ValueSchema | undefined): Gives {
  switch (takes?.is) {
    case 'text':
    case 'number':
    case 'list':
      return takes.is;
    default:
      return 'resolvable';
  }
}

type Reader = (given: CfnValue, declared: Declared) => Expression | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'Fn::GetAtt'(given, declared) {
    const [id, name, ...more]: readonly CfnValue[] =
      typeof given === 'string' ? given.split(/\.(.*)/s, 2) : listIn(given);
    if (typeof id !== 'string' || typeof name !== 'string' || more.length > 0) return undefined;
    return attribute(id, name, declared);
  },
  'Fn::Sub'(given, declared) {
    const [template, variables = {}] = typeof given === 'string' ? [given] : listIn(given);
    if (typeof template !== 'string' || typeof variables !== 'object' || variables === null) return undefined;
    const parts = subPieces(template).map((piece): Expression | undefined => {
      if (piece.is === 'text') return piece;
      if (Object.hasOwn(variables, piece.name)) {
        const own = (variables as Readonly<Record<string, CfnValue>>)[piece.name];
        return own === undefined ? undefined : readPart(own, declared);
      }
      const dot = piece.name.indexOf('.');
      const found =
        dot < 0
          ? reference(piece.name, declared)
          : attribute(piece.name.slice(0, dot), piece.name.slice(dot + 1), declared);
      return found === undefined ? undefined : fitted(found, text);
    });
    return joined(parts);
  },
  'Fn::Join'(given, declared) {
    const [delimiter, list] = listIn(given);
    if (typeof delimiter !== 'string' || looksLikeToken(delimiter) || list === undefined) return undefined;
    if (delimiter === '' && Array.isArray(list))
      return joined((list as readonly CfnValue[]).map((item) => readPart(item, declared)));
    return call('join', [{ is: 'text', text: delimiter }, readValue(list, texts, '', declared)]);
  },
  'Fn::Select'(given, declared) {
    const [index, list] = listIn(given);
    if (index === undefined || list === undefined) return undefined;
    return call('select', [readValue(index, number, '', declared), readValue(list, texts, '', declared)]);
  },
  'Fn::Split'(given, declared) {
    const [delimiter, whole] = listIn(given);
    if (typeof delimiter !== 'string' || looksLikeToken(delimiter) || whole === undefined) return undefined;
    return call('split', [{ is: 'text', text: delimiter }, readPart(whole, declared)]);
  },
  'Fn::GetAZs': (given, declared) =>
    call('getAzs', given === '' ? [] : [readValue(given, text, '', declared)]),
  'Fn::Cidr'(given, declared) {
    const [block, count, bits] = listIn(given);
    if (block === undefined || count === undefined) return undefined;
    return call('cidr', [
      readPart(block, declared),
      readValue(count, number, '', declared),
      ...(bits === undefined ? [] : [readValue(bits, text, '', declared)]),
    ]);
  },
  'Fn::ImportValue': (given, declared) => call('importValue', [readPart(given, declared)]),
  'Fn::Base64': (given, declared) => call('base64', [readPart(given, declared)]),
  'Fn::FindInMap'(given, declared) {
    const [mapping, first, second, ...more] = listIn(given);
    if (typeof mapping !== 'string' || !Object.hasOwn(declared.mappings, mapping)) return undefined;
    if (first === undefined || second === undefined || more.length > 0) return undefined;
    const keys = [readPart(first, declared), readPart(second, declared)];
    if (!keys.every((key) => key !== undefined)) return undefined;
    return hasKeys(declared.mappings[mapping], keys) ? { is: 'found-in-map', mapping, keys } : undefined;
  },
  'Fn::If'(given, declared) {
    const [condition, ...ways] = listIn(given);
    if (typeof condition !== 'string' || !declared.conditions.has(condition) || ways.length !== 2)
      return undefined;
    return { is: 'if', condition, given: ways.map((way) => readAnything(way, declared)) };
  },
};

/** The library refuses a key that is not in the mapping; one that is known only later passes. */
function hasKeys(mapping: CfnValue | undefined, keys: readonly Expression[]): boolean {
  let level: CfnValue | undefined = mapping;
  for (const key of keys) {
    if (key.is !== 'text') return true;
    if (typeof level !== 'object' || level === null || !Object.hasOwn(level, key.text)) return false;
    level = (level as Readonly<Record<string, CfnValue>>)[key.text];
  }
  return true;
}

function readPart(value: CfnValue, declared: Declared): Expression | undefined {
  return readValue(value, text, '', declared);
}

function call(name: FunctionName, given: readonly (Expression | undefined)[]): Expression | undefined {
  return given.every((each) => each !== undefined) ? { is: 'call', function: name, given } : undefined;
}

function joined(parts: readonly (Expression | undefined)[]): Expression | undefined {
  if (!parts.every((part) => part !== undefined)) return undefined;
  const merged: Expression[] = [];
  for (const part of parts.flatMap((each) => (each.is === 'joined' ? each.parts : [each]))) {
    const last = merged.at(-1);
    if (last?.is === 'text' && part.is === 'text')
      merged[merged.length - 1] = { is: 'text', text: last.text + part.text };
    else merged.push(part);
  }
  const [only = { is: 'text', text: '' } as const, ...others] = merged;
  return others.length === 0
    ? givesOf(only) === 'text'
      ? only
      : fitted(only, text)
    : { is: 'joined', parts: merged };
}

function listIn(value: CfnValue): readonly CfnValue[] {
  return Array.isArray(value) ? (value as readonly CfnValue[]) : [];
}

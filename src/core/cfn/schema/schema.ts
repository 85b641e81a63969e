/** What CloudFormation takes of a resource type: read from the generated text when a template first has that type. */
import { nearestSpelling } from '../../../lib/nearest';
import { resourceTypes } from './resourceTypes';
import { typeNames } from './typeNames';

export interface ResourceSchema extends ObjectSchema {
  /** What `Fn::GetAtt` gives; the items of its lists are taken to be texts. */
  readonly attributes: ReadonlyMap<string, ValueSchema>;
}

/** The properties of a resource, or of an object within one. */
export interface ObjectSchema {
  readonly properties: ReadonlyMap<string, PropertySchema>;
}

export interface PropertySchema {
  readonly required: boolean;
  readonly takes: ValueSchema;
}

export type ValueSchema =
  /** `isObject`: of objects any, which may be a text of JSON as well. */
  | { readonly is: 'anything'; readonly isObject?: true }
  /** `of`: the only texts that there are. */
  | { readonly is: 'text'; readonly of?: readonly string[] }
  | { readonly is: 'number'; readonly whole: boolean }
  | { readonly is: 'truth' }
  | { readonly is: 'list' | 'map'; readonly of: ValueSchema }
  /** `schema` is asked for when needed: an object may hold itself. `name`: what AWS calls the sort of object. */
  | { readonly is: 'object'; readonly name: string; readonly schema: () => ObjectSchema };

/** Undefined for a type of which nothing is known here. */
export function schemaOf(type: string): ResourceSchema | undefined {
  const known = schemas.get(type);
  if (known !== undefined) return known;
  const lines = (byType ??= linesByType()).get(type);
  if (lines === undefined) return undefined;
  const schema = readResource(lines);
  schemas.set(type, schema);
  return schema;
}

/** The types of which `schemaOf` knows something. */
export function typesOfNetworks(): Iterable<string> {
  return (byType ??= linesByType()).keys();
}

/** All resource types that AWS has, those of networks first. */
export function typesOfAws(): readonly string[] {
  return [...new Set([...typesOfNetworks(), ...allTypes()])];
}

/** Whether AWS has a resource type of this name. */
export function isTypeOfAws(type: string): boolean {
  return allTypes().has(type);
}

/**
 * The type that was surely meant by a name that is none: one of the same letters, or with one slip in the name of its
 * service or its own. Short names differ from one another in one letter (ECS, EKS), and AWS makes new ones: in those only
 * a letter too many or too few counts.
 */
export function likelyType(name: string): string | undefined {
  const wanted = partsOf(name);
  for (const [type, parts] of (inParts ??= [...allTypes()].map((each) => [each, partsOf(each)]))) {
    if (wanted.length !== parts.length) continue;
    let slips = 0;
    for (let index = 0; index < parts.length && slips <= 1; index++)
      slips += slipsIn(wanted[index] ?? '', parts[index] ?? '', index > 0);
    if (slips <= 1) return type;
  }
  return undefined;
}

function partsOf(type: string): readonly string[] {
  return type.toLowerCase().split(/[:.]+/);
}

/** 0 for the same letters, 1 for one slip, more for anything else. */
function slipsIn(part: string, right: string, maySlip: boolean): number {
  if (part === right) return 0;
  const isShort = right.length < 5 && part.length === right.length;
  return maySlip && !isShort && nearestSpelling(part, [right], 1) !== undefined ? 1 : 2;
}

const schemas = new Map<string, ResourceSchema>();
let byType: ReadonlyMap<string, readonly string[]> | undefined;
let types: ReadonlySet<string> | undefined;
let inParts: readonly (readonly [string, readonly string[]])[] | undefined;

function linesByType(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of resourceTypes.split('\n'))
    if (line.startsWith(' ')) lines.push(line.slice(1));
    else if (line !== '') found.set(line.slice(0, line.indexOf(' ')), (lines = [line]));
  return found;
}

function allTypes(): ReadonlySet<string> {
  types ??= new Set(
    typeNames.split('\n').flatMap((line) => {
      const [service, ...names] = line.split(' ');
      return names.map((name) => `${service ?? ''}::${name}`);
    }),
  );
  return types;
}

function readResource([first = '', ...others]: readonly string[]): ResourceSchema {
  const objects = new Map<string, { readonly text: string; read?: ObjectSchema }>();
  for (const line of others) {
    const space = line.indexOf(' ');
    objects.set(line.slice(0, space), { text: line.slice(space + 1) });
  }
  const objectOf = (name: string): ObjectSchema => {
    const found = objects.get(name);
    return found === undefined ? tag : (found.read ??= readObject(found.text, objectOf));
  };
  const [own = '', attributes = ''] = first.slice(first.indexOf(' ') + 1).split('|');
  return {
    ...readObject(own, objectOf),
    attributes: new Map(
      attributes
        .split(' ')
        .filter((each) => each !== '')
        .map((each) => {
          const [name = '', gives = ''] = each.split(':');
          return [name, readValue(gives, objectOf)] as const;
        }),
    ),
  };
}

/** Resource types agree on what a tag is. */
const tag: ObjectSchema = {
  properties: new Map(
    ['Key', 'Value'].map((name) => [name, { required: true, takes: { is: 'text' } }] as const),
  ),
};

function readObject(text: string, objectOf: (name: string) => ObjectSchema): ObjectSchema {
  const properties = new Map<string, PropertySchema>();
  for (const each of text.split(' ')) {
    const [, name, required, takes = ''] = /^(\w+)(!?)(?::(.*))?$/.exec(each) ?? [];
    if (name !== undefined)
      properties.set(name, { required: required === '!', takes: readValue(takes, objectOf) });
  }
  return { properties };
}

function readValue(text: string, objectOf: (name: string) => ObjectSchema): ValueSchema {
  switch (text.charAt(0)) {
    case '':
      return { is: 'text' };
    case '*':
      return { is: 'anything' };
    case '=':
      return { is: 'text', of: text.slice(1).split('/') };
    case '[':
      return { is: 'list', of: readValue(text.slice(1, -1), objectOf) };
    case '{':
      return { is: 'map', of: readValue(text.slice(1, -1), objectOf) };
    default:
  }
  if (text === 'i' || text === 'n') return { is: 'number', whole: text === 'i' };
  if (text === 'b') return { is: 'truth' };
  if (text === 'o') return { is: 'anything', isObject: true };
  return { is: 'object', name: text, schema: () => objectOf(text) };
}

/**
 * The intrinsic functions as expressions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
import { subPieces } from '../cfn/evaluate/sub';
import type { CfnValue } from '../cfn/template';
import { call, choose, givesOf, itemOf, list, number, operation, text, address, type Hcl } from './hcl';
import { withReferences } from './dynamicReferences';
import type { ModuleNames } from './moduleNames';
import { readValue } from './readValue';

/** What an object with the one key `Ref`, or the name of a function, comes to. */
export function readCall(value: object, names: ModuleNames): Hcl {
  const [name = '', given = null] = (Object.entries(value)[0] ?? []) as [string?, CfnValue?];
  if (name === 'Ref') return typeof given === 'string' ? names.reference(given) : names.standIn(value);
  return readers[name]?.(given, names) ?? names.standIn(value);
}

type Reader = (given: CfnValue, names: ModuleNames) => Hcl | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'Fn::GetAtt'(given, names) {
    const [id, name, ...more]: readonly CfnValue[] =
      typeof given === 'string' ? given.split(/\.(.*)/s, 2) : listIn(given);
    if (typeof id !== 'string' || typeof name !== 'string' || more.length > 0) return undefined;
    return names.attribute(id, name);
  },
  'Fn::Sub'(given, names) {
    const [whole, variables = {}] = typeof given === 'string' ? [given] : listIn(given);
    if (typeof whole !== 'string' || typeof variables !== 'object' || variables === null) return undefined;
    const parts = subPieces(whole).map((piece): Hcl => {
      if (piece.is === 'text') return text(piece.text);
      const own = Object.hasOwn(variables, piece.name)
        ? (variables as Readonly<Record<string, CfnValue>>)[piece.name]
        : undefined;
      if (own !== undefined) return readValue(own, names, 'text');
      const dot = piece.name.indexOf('.');
      return dot < 0
        ? names.reference(piece.name)
        : (names.attribute(piece.name.slice(0, dot), piece.name.slice(dot + 1)) ??
            names.standIn({ 'Fn::GetAtt': piece.name }));
    });
    return withReferences(parts, names);
  },
  'Fn::Join'(given, names) {
    const [delimiter, items] = listIn(given);
    if (typeof delimiter !== 'string' || items === undefined) return undefined;
    const read = readValue(items, names, 'texts');
    if (read.is !== 'list' || read.items.some((item) => givesOf(item) === 'list' || item.is === 'null'))
      return call('join', text(delimiter), read.is === 'list' ? call('flatten', read) : read);
    return withReferences(
      read.items.flatMap((item, index) => (index === 0 ? [item] : [text(delimiter), item])),
      names,
    );
  },
  'Fn::Select'(given, names) {
    const [index, items] = listIn(given);
    if (index === undefined || items === undefined) return undefined;
    const at = readValue(index, names, 'number');
    const blocks = cidrGiven(items, names);
    if (blocks !== undefined) return cidrAt(blocks, at);
    return itemOf(readValue(items, names, 'texts'), at);
  },
  'Fn::Split'(given, names) {
    const [delimiter, whole] = listIn(given);
    if (typeof delimiter !== 'string' || whole === undefined) return undefined;
    return call('split', text(delimiter), readValue(whole, names, 'text'));
  },
  'Fn::GetAZs'(given, names) {
    const region = given === '' ? undefined : readValue(given, names, 'text');
    const isHere = region === undefined || (region.is === 'text' && region.text === '');
    return names.data.zones(isHere || names.isOwnRegion(region) ? undefined : region);
  },
  'Fn::Cidr'(given, names) {
    const parts = cidrParts(given, names);
    if (parts === undefined) return undefined;
    const { count } = parts;
    return count.is === 'number'
      ? list(
          Array.from({ length: Math.min(256, Math.max(0, count.value)) }, (_, at) =>
            cidrAt(parts, number(at)),
          ),
        )
      : {
          is: 'for',
          variables: ['index'],
          in: call('range', count),
          gives: cidrAt(parts, address('index')),
        };
  },
  'Fn::ImportValue': (given, names) => names.imported(given),
  'Fn::Base64': (given, names) => call('base64encode', readValue(given, names, 'text')),
  'Fn::FindInMap'(given, names) {
    const [mapping, first, second, options, ...more] = listIn(given);
    if (typeof mapping !== 'string' || first === undefined || second === undefined || more.length > 0)
      return undefined;
    const map = names.mapping(mapping);
    if (map === undefined) return undefined;
    const found: Hcl = {
      is: 'index',
      of: { is: 'index', of: map, at: readValue(first, names, 'text') },
      at: readValue(second, names, 'text'),
    };
    const otherwise = typeof options === 'object' && options !== null && 'DefaultValue' in options;
    return otherwise
      ? call('try', found, readValue((options as { readonly DefaultValue: CfnValue }).DefaultValue, names))
      : found;
  },
  'Fn::ToJsonString': (given, names) => readValue(given, names, 'json'),
  'Fn::Length': (given, names) => call('length', readValue(given, names, 'texts')),
};

/** The parts that a call of `Fn::Cidr` is given; undefined for any other value. */
function cidrGiven(value: CfnValue, names: ModuleNames): CidrParts | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'Fn::Cidr')) return undefined;
  return cidrParts((value as Readonly<Record<string, CfnValue>>)['Fn::Cidr'] ?? null, names);
}

interface CidrParts {
  readonly block: Hcl;
  readonly count: Hcl;
  readonly hostBits: Hcl;
  /** How long the block and its addresses are, as far as that is known. */
  readonly prefix: number | undefined;
  readonly length: number | undefined;
}

function cidrParts(given: CfnValue, names: ModuleNames): CidrParts | undefined {
  const [block, count, bits = 8] = listIn(given);
  if (block === undefined || count === undefined) return undefined;
  const read = readValue(block, names, 'text');
  const stated = statedText(block, names);
  const [, prefix] = /\/(\d+)$/.exec(stated ?? '') ?? [];
  return {
    block: read,
    count: readValue(count, names, 'number'),
    hostBits: readValue(bits, names, 'number'),
    prefix: prefix === undefined ? undefined : Number(prefix),
    length: stated === undefined ? lengthBy(read) : stated.includes(':') ? 128 : 32,
  };
}

/** A text that stands in the template, or that a property of the same name says where an attribute is asked for. */
function statedText(value: CfnValue, names: ModuleNames): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'Fn::GetAtt')) return undefined;
  const given = (value as Readonly<Record<string, CfnValue>>)['Fn::GetAtt'] ?? null;
  const [id, name] = typeof given === 'string' ? given.split('.') : listIn(given);
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const said = names.template.propertiesOf(id)[name];
  return typeof said === 'string' ? said : undefined;
}

/** Attributes tell by their names what addresses they have. */
function lengthBy(block: Hcl): number | undefined {
  if (block.is === 'index') return lengthBy(block.of);
  if (block.is !== 'attribute') return undefined;
  return { cidr_block: 32, ipv6_cidr_block: 128 }[block.name];
}

/**
 * CloudFormation says how many bits the hosts of a block have, Terraform by how many the block is narrowed.
 * https://developer.hashicorp.com/terraform/language/functions/cidrsubnet
 */
function cidrAt({ block, hostBits, prefix, length }: CidrParts, at: Hcl): Hcl {
  if (prefix !== undefined && length !== undefined && hostBits.is === 'number')
    return call('cidrsubnet', block, number(length - hostBits.value - prefix), at);
  const whole =
    length === undefined
      ? choose(call('strcontains', block, text(':')), number(128), number(32))
      : number(length);
  const longest =
    whole.is === 'number' && hostBits.is === 'number'
      ? number(whole.value - hostBits.value)
      : operation('-', whole, hostBits);
  const stated: Hcl = { is: 'index', of: call('split', text('/'), block), at: number(1) };
  return call('cidrsubnet', block, operation('-', longest, stated), at);
}

function listIn(value: CfnValue): readonly CfnValue[] {
  return Array.isArray(value) ? (value as readonly CfnValue[]) : [];
}

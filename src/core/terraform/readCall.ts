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
    const [single] = cidrGiven(items, names) ?? [];
    if (single !== undefined) return cidrAt(cidrGiven(items, names) ?? [], at);
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
    const [, count] = parts;
    if (count === undefined) return undefined;
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
function cidrGiven(value: CfnValue, names: ModuleNames): readonly Hcl[] | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'Fn::Cidr')) return undefined;
  const parts = cidrParts((value as Readonly<Record<string, CfnValue>>)['Fn::Cidr'] ?? null, names);
  return parts.length === 0 ? undefined : parts;
}

function cidrParts(given: CfnValue, names: ModuleNames): readonly Hcl[] {
  const [block, count, bits = 8] = listIn(given);
  if (block === undefined || count === undefined) return [];
  return [
    readValue(block, names, 'text'),
    readValue(count, names, 'number'),
    readValue(bits, names, 'number'),
  ];
}

/**
 * CloudFormation says how many bits the hosts of a block have, Terraform by how many the block is narrowed.
 * https://developer.hashicorp.com/terraform/language/functions/cidrsubnet
 */
function cidrAt([block = text(''), , hostBits = number(8)]: readonly Hcl[], at: Hcl): Hcl {
  if (block.is === 'text' && hostBits.is === 'number') {
    const [, prefix = '0'] = block.text.split('/');
    const narrower = (block.text.includes(':') ? 128 : 32) - hostBits.value - Number(prefix);
    if (Number.isInteger(narrower)) return call('cidrsubnet', block, number(narrower), at);
  }
  const length =
    block.is === 'text'
      ? number(block.text.includes(':') ? 128 : 32)
      : choose(call('strcontains', block, text(':')), number(128), number(32));
  const prefix: Hcl = { is: 'index', of: call('split', text('/'), block), at: number(1) };
  return call('cidrsubnet', block, operation('-', operation('-', length, hostBits), prefix), at);
}

function listIn(value: CfnValue): readonly CfnValue[] {
  return Array.isArray(value) ? (value as readonly CfnValue[]) : [];
}

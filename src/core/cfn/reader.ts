/** Reads one CFN resource for its kind: expressions evaluated, references followed, every place remembered. */
import { blockOf } from '../../lib/cidr';
import type { Refs } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { isUnknown, type Unknown, type Value } from '../model/value';
import type { Evaluated } from './evaluate/evaluated';
import { asValue } from './evaluate/evaluated';
import { settle } from './evaluate/settle';
import { leadsOf, notDrawn, outsideWords } from './leads';
import { mentionsIn } from './namers';
import type { CfnReader } from './mapping';
import { rawValue } from './rawValue';
import type { Read, ReaderContext } from './readerContext';
import type { Path, SyntaxNode } from './source/syntax';
import { callOf, entryOf, isObjectValue, toValue } from './source/syntax';

interface Property {
  readonly node: SyntaxNode;
  readonly path: Path;
  readonly offset: number;
}

export function createReader(context: ReaderContext, read: Read): CfnReader {
  const { evaluator, logicalId, type } = read;

  const get = (property: string): Property | undefined => {
    const entry = entryOf(read.node, property);
    if (entry === undefined) return undefined;
    const settled = settle(evaluator, entry.value, [...read.path, property]);
    return settled === undefined ? undefined : { ...settled, offset: entry.keyStart };
  };

  /** The property, with its place noted for the prop. */
  const note = (prop: string, property: string): Property | undefined => {
    const found = get(property);
    const entry = entryOf(read.node, property);
    if (found === undefined || entry === undefined) return undefined;
    context.places[prop] = [...read.path, property];
    if (read.guess !== undefined) context.guess({ ...read.guess, prop });
    if (!isLiteral(entry.value)) context.expressions[prop] = JSON.stringify(toValue(entry.value));
    return found;
  };

  const misshapen = ({ path, offset }: Property, property: string, en: string, ja: string): void =>
    context.report(evaluator, {
      rule: 'template-wrong-shape',
      on: logicalId,
      path,
      offset,
      message: { en: `${property} of ${logicalId} ${en}`, ja: `${logicalId} の ${property} ${ja}` },
    });

  const { resolve, certain, noted } = leadsOf(context, read);

  /** A list of one is told of elsewhere and read as what is in it. */
  const single = ({ node }: Property): SyntaxNode => (node.is === 'list' ? (node.items[0] ?? node) : node);

  /** A single text, or why there is none. */
  const scalar = (found: Property, property: string): { readonly text: string } | Unknown | undefined => {
    const value = evaluator.evaluate(found.node);
    switch (value.is) {
      case 'text':
        return value.assumed === undefined ? { text: value.text } : { unknown: value.assumed };
      case 'unknown':
        return { unknown: value.why };
      case 'reference':
        return { unknown: asValue(value).why };
      case 'absent':
        return undefined;
      default:
        misshapen(
          found,
          property,
          'takes one value, not a list or an object',
          'に指定できる値は 1 つです。リストやオブジェクトは指定できません',
        );
        return undefined;
    }
  };

  const reader: CfnReader = {
    logicalId,
    id: context.owner,
    isImplied: context.isImplied,
    row: read.row ?? logicalId,
    type,
    refused(...properties) {
      const whys = read.node === undefined ? undefined : context.refused.get(read.node);
      for (const property of properties) {
        const why = whys?.get(property);
        if (why !== undefined) return { unknown: why };
      }
      return undefined;
    },
    has: (property) => get(property) !== undefined,
    text(prop, property, fallback) {
      const found = note(prop, property);
      const value = found === undefined ? undefined : scalar(found, property);
      return value === undefined ? fallback : 'text' in value ? value.text : value;
    },
    number(prop, property, fallback) {
      const found = note(prop, property);
      if (found === undefined) return fallback;
      const evaluated = evaluator.evaluate(found.node);
      // Of a block that AWS assigns, the number of the part is known though the block is not.
      const number = evaluated.is === 'text' ? numberOfBlock(evaluated.text) : undefined;
      if (number !== undefined) return number;
      const value = scalar(found, property);
      if (value === undefined) return fallback;
      if (!('text' in value)) return value;
      if (/^\s*[-+]?\d+(?:\.0*)?\s*$/.test(value.text)) return Number(value.text);
      misshapen(
        found,
        property,
        `must be a number, not “${value.text}”`,
        `には数値を指定してください (「${value.text}」は数値ではありません)`,
      );
      return fallback;
    },
    toggle(prop, property, fallback) {
      const found = note(prop, property);
      const value = found === undefined ? undefined : scalar(found, property);
      if (found === undefined || value === undefined) return fallback;
      if (!('text' in value)) return value;
      if (/^(?:true|yes|on|1)$/i.test(value.text)) return true;
      if (/^(?:false|no|off|0)$/i.test(value.text)) return false;
      misshapen(
        found,
        property,
        `must be true or false, not “${value.text}”`,
        `には true か false を指定してください (「${value.text}」は指定できません)`,
      );
      return fallback;
    },
    given(prop, property, means = true) {
      const found = note(prop, property);
      if (found === undefined) return false;
      const value = evaluator.evaluate(found.node);
      if (value.is === 'unknown' && value.nothing === true) return { unknown: value.why };
      if (value.is !== 'reference' || value.guess === undefined) return true;
      context.guess({ ...value.guess, prop, means });
      return { unknown: value.guess.why };
    },
    parent(property, kinds) {
      const found = note('parentId', property);
      if (found === undefined) return null;
      const node = single(found);
      return noted('parentId', resolve(evaluator.evaluate(node), node, kinds));
    },
    ref(prop, property, kinds) {
      const found = note(prop, property);
      if (found === undefined) return null;
      const node = single(found);
      const value = evaluator.evaluate(node);
      if (value.is === 'unknown' && value.nothing === true) return { unknown: value.why };
      return certain(prop, resolve(value, node, kinds));
    },
    target(prop, property, kinds) {
      const found = note(prop, property);
      if (found === undefined) return null;
      const value = evaluator.evaluate(found.node);
      switch (value.is) {
        case 'reference': {
          const isDrawn = context.drawn()?.ownerOf(value.stack, value.logicalId) !== undefined;
          const isMade = value.stack !== evaluator.stack || context.isMade(evaluator, value.logicalId);
          if (isMade && !isDrawn) return { unknown: value.guess?.why ?? notDrawn(value.logicalId) };
          return certain(prop, resolve(value, found.node, kinds));
        }
        case 'unknown':
          return { unknown: value.why };
        case 'text':
          if (value.text === '') return null;
          return { unknown: value.assumed ?? outsideWords(value.text) };
        default:
          return null;
      }
    },
    mentioned(prop, property, kinds) {
      const found = note(prop, property);
      const mentioned = new Map<ResourceId, { readonly kind: KindName; readonly attribute: string }>();
      for (const { stack, logicalId: id, attribute } of found === undefined
        ? []
        : mentionsIn(evaluator, found.node)) {
        const owner = context.drawn()?.ownerOf(stack, id);
        if (owner !== undefined && kinds.includes(owner.kind))
          mentioned.set(owner.id, { kind: owner.kind, attribute: attribute ?? '' });
      }
      const [only, ...others] = mentioned;
      return only === undefined || others.length > 0 ? undefined : { id: only[0], ...only[1] };
    },
    refs(prop, property, kinds) {
      const found = note(prop, property);
      const ids: Record<ResourceId, true> = {};
      if (found === undefined) return ids as Refs;
      const add = (value: Evaluated, node: SyntaxNode): void => {
        if (value.is === 'list') for (const item of value.items) add(item, node);
        else {
          const id = noted(prop, resolve(value, node, kinds));
          if (id !== null) ids[id] = true;
        }
      };
      for (const { node } of itemsOf(found)) add(evaluator.evaluate(node), node);
      return ids;
    },
    named(prop, property, kinds) {
      const found = note(prop, property);
      const value = found === undefined ? undefined : evaluator.evaluate(found.node);
      if (found === undefined || value === undefined) return null;
      const reference = value.is === 'reference' ? value : value.is === 'unknown' ? value.of : undefined;
      if (reference !== undefined) {
        const drawn = context.drawn();
        const owner = drawn?.ownerOf(reference.stack, reference.logicalId);
        if (owner === undefined || !kinds.includes(owner.kind)) return null;
        const guess = reference.guess ?? drawn?.doubtOf(reference.stack, reference.logicalId);
        return certain(prop, { id: owner.id, guess });
      }
      // A value that was given for a parameter may name the resource as people do.
      return value.is === 'text' && !isLiteral(found.node) ? (linked(value.text, kinds) ?? null) : null;
    },
    peer(prop, { cidr, prefixList, refs }, kinds, listKinds) {
      const list = prefixList === undefined ? undefined : note(prop, prefixList);
      const named = list === undefined ? undefined : evaluator.evaluate(list.node);
      const owner =
        named?.is === 'reference' ? context.drawn()?.ownerOf(named.stack, named.logicalId) : undefined;
      if (
        list !== undefined &&
        named !== undefined &&
        owner !== undefined &&
        listKinds.includes(owner.kind)
      ) {
        const id = certain(prop, resolve(named, list.node, listKinds), (ref) => ({ ref }));
        if (id !== null) return isUnknown(id) ? id : { ref: id };
      }
      for (const property of [...cidr, ...(prefixList === undefined ? [] : [prefixList])]) {
        const found = note(prop, property);
        const value = found === undefined ? undefined : scalar(found, property);
        if (value !== undefined) return 'text' in value ? value.text : value;
      }
      for (const property of refs) {
        const found = note(prop, property);
        if (found === undefined) continue;
        const value = evaluator.evaluate(found.node);
        if (value.is === 'unknown' && value.nothing === true) return { unknown: value.why };
        const id = certain(prop, resolve(value, found.node, kinds), (ref) => ({ ref }));
        if (id !== null) return isUnknown(id) ? id : { ref: id };
      }
      return null;
    },
    list(property) {
      const found = get(property);
      if (found === undefined) return [];
      const readers: CfnReader[] = [];
      for (const { node, path, offset } of itemsOf(found))
        if (node.is === 'map' && callOf(node) === undefined)
          readers.push(createReader(context, { ...read, node, path, offset }));
      return readers;
    },
    object(property) {
      const found = get(property);
      if (found?.node.is !== 'map' || callOf(found.node) !== undefined) return undefined;
      return createReader(context, { ...read, ...found });
    },
    texts(prop, property) {
      const found = note(prop, property);
      if (found === undefined) return [];
      const texts: Value<string>[] = [];
      const add = (value: Evaluated): void => {
        if (value.is === 'list') value.items.forEach(add);
        else if (value.is === 'unknown') texts.push({ unknown: value.why });
        else if (value.is === 'text')
          texts.push(value.assumed === undefined ? value.text : { unknown: value.assumed });
        else if (value.is === 'reference') texts.push({ unknown: asValue(value).why });
      };
      for (const { node } of itemsOf(found)) add(evaluator.evaluate(node));
      return texts;
    },
    satellites: (role) => context.satellites(role),
    namedIn: (of, property) => context.namedIn(read, of, property),
    accountsFor(prop) {
      if (read.guess === undefined) return;
      context.places[prop] = read.guess.path;
      context.guess({ ...read.guess, prop });
    },
    doubt: read.guess === undefined ? undefined : { unknown: read.guess.why },
    name() {
      // SAM's tags are a map.
      const tags = reader.raw('Tags');
      if (isObjectValue(tags)) {
        const name = tags['Name'];
        return typeof name === 'string' && name !== '' ? name : logicalId;
      }
      const specified = reader.list('TagSpecifications').flatMap((each) => each.list('Tags'));
      for (const tag of [...reader.list('Tags'), ...reader.list('HostedZoneTags'), ...specified]) {
        if (tag.raw('Key') !== 'Name') continue;
        const value = tag.raw('Value');
        if (typeof value === 'string' && value !== '') return value;
      }
      return logicalId;
    },
    report(severity, message, property) {
      context.report(evaluator, {
        rule: 'template-wrong-shape',
        severity,
        message,
        on: logicalId,
        path: [...read.path, property],
        offset: entryOf(read.node, property)?.keyStart ?? read.offset,
      });
    },
    raw(property) {
      const found = get(property);
      return found === undefined ? undefined : rawValue(evaluator, found.node);
    },
  };

  /** The only drawn resource that has the last part of a text as its logical ID, or as its id. */
  const linked = (text: string, kinds: readonly KindName[]): ResourceId | undefined => {
    const name = text.slice(text.lastIndexOf('.') + 1);
    const meant = (context.drawn()?.all ?? []).filter(
      ({ id, kind, resource }) =>
        kinds.includes(kind) && (id === text || id === name || resource.logicalId === name),
    );
    return meant.length === 1 ? meant[0]?.id : undefined;
  };

  /** The items of a list; a value that is none is its only item, which is told of elsewhere. */
  function itemsOf(found: Property): readonly Property[] {
    if (found.node.is !== 'list') return [found];
    return found.node.items.flatMap((item, index): Property[] => {
      const settled = settle(evaluator, item, [...found.path, index]);
      return settled === undefined ? [] : [{ ...settled, offset: item.start }];
    });
  }

  return reader;
}

function isLiteral(node: SyntaxNode): boolean {
  if (node.is === 'scalar') return true;
  if (node.is === 'list') return node.items.every(isLiteral);
  return callOf(node) === undefined && [...node.entries.values()].every(({ value }) => isLiteral(value));
}

/** The number of an IPv6 /64 within its /56. */
function numberOfBlock(text: string): number | undefined {
  if (!text.includes(':')) return undefined;
  const block = blockOf(text);
  return block?.family === 6 && block.prefix === 64 ? Number((block.first >> 64n) & 0xffn) : undefined;
}

/** Reads one CFN resource for its kind: expressions evaluated, references followed, every place remembered. */
import { blockOf } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { Refs } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { isUnknown, type Unknown, type Value } from '../model/value';
import type { DrawnResources } from './drawn';
import type { Evaluated, Guess } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import { asValue } from './evaluate/evaluate';
import { settle } from './evaluate/settle';
import type { TemplateFault } from './faults/templateFault';
import type { CfnReader } from './mapping';
import type { Path, SyntaxNode } from './source/syntax';
import { callOf, entryOf, toValue } from './source/syntax';
import type { StandIns } from './standIns';
import type { CfnValue } from './template';

/** What all readers of one drawn resource share. */
export interface ReaderContext {
  readonly owner: ResourceId;
  readonly drawn: () => DrawnResources | undefined;
  readonly standIns: StandIns | undefined;
  /** Whether a CFN resource is made at all; its condition may forbid it. */
  readonly isMade: (evaluator: Evaluator, logicalId: string) => boolean;
  readonly places: Record<string, Path>;
  readonly expressions: Record<string, string>;
  /** A prop rests on what a faulty reference was likely meant to be. */
  guess(note: GuessNote): void;
  /** Something is wrong with what is read. */
  report(evaluator: Evaluator, fault: TemplateFault): void;
  /** Why AWS refuses an object of the template that says which packets pass, or where they go. */
  refused(node: SyntaxNode | undefined): Words | undefined;
  /** Readers of the owner's satellites. */
  satellites(role: string): readonly CfnReader[];
  /** See `CfnReader.namedIn`; `of` is the resource that is named. */
  namedIn(of: Read, type: string, property: string): ReturnType<CfnReader['namedIn']>;
}

/** A guess and what rests on it. */
export interface GuessNote extends Guess {
  readonly prop: string;
  /** The value that was likely meant; where nothing is said, the one that was read. */
  readonly means?: unknown;
}

/** The object that a reader reads. */
export interface Read {
  readonly evaluator: Evaluator;
  readonly logicalId: string;
  readonly type: string;
  readonly node: SyntaxNode | undefined;
  readonly path: Path;
  readonly offset: number;
  /** Why it may not be its owner's at all. */
  readonly guess: Guess | undefined;
}

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

  /** The drawn resource behind a value; no id for none, and for one that is of another kind. */
  const resolve = (value: Evaluated, node: SyntaxNode, kinds: readonly KindName[]): Resolved => {
    switch (value.is) {
      case 'reference': {
        const drawn = context.drawn();
        const owner = drawn?.ownerOf(value.stack, value.logicalId);
        const guess = value.guess ?? drawn?.doubtOf(value.stack, value.logicalId);
        if (owner !== undefined) return { id: kinds.includes(owner.kind) ? owner.id : null, guess };
        if (value.stack === evaluator.stack && !context.isMade(evaluator, value.logicalId)) return nobody;
        return standIn(node, kinds, notDrawn(value.logicalId));
      }
      case 'text':
        return value.text === '' || value.text === 'local'
          ? nobody
          : standIn(node, kinds, value.assumed ?? outsideWords(value.text));
      case 'unknown':
        return standIn(node, kinds, value.why);
      case 'list': {
        const [only] = value.items;
        return only === undefined ? nobody : resolve(only, node, kinds);
      }
      default:
        return nobody;
    }
  };

  const standIn = (node: SyntaxNode, kinds: readonly KindName[], why: Words): Resolved => {
    const [kind] = kinds;
    if (kind === undefined || context.standIns === undefined) return nobody;
    return { id: context.standIns.of(kind, evaluator.stack, node, why, context.owner).id, guess: undefined };
  };

  /** A reference that decides something: unknown where it is only a guess. `means`: the value that it makes. */
  const certain = (
    prop: string,
    { id, guess }: Resolved,
    means: (id: ResourceId) => unknown = (own) => own,
  ): Value<ResourceId | null> => {
    if (guess === undefined || id === null) return id;
    context.guess({ ...guess, prop, means: means(id) });
    return { unknown: guess.why };
  };

  /** A reference that cannot be unknown. */
  const noted = (prop: string, { id, guess = read.guess }: Resolved): ResourceId | null => {
    if (guess !== undefined && id !== null) context.guess({ ...guess, prop, means: id });
    return id;
  };

  /** A list of one is told of elsewhere and read as what is in it. */
  const only = ({ node }: Property): SyntaxNode => (node.is === 'list' ? (node.items[0] ?? node) : node);

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
    type,
    refused: context.refused(read.node),
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
      const node = only(found);
      return noted('parentId', resolve(evaluator.evaluate(node), node, kinds));
    },
    ref(prop, property, kinds) {
      const found = note(prop, property);
      if (found === undefined) return null;
      const node = only(found);
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
    peer(prop, { cidr, prefixList, refs }, kinds) {
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
      for (const tag of reader.list('Tags')) {
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

/** Where a reference leads, and why that is only a guess. */
interface Resolved {
  readonly id: ResourceId | null;
  readonly guess: Guess | undefined;
}

const nobody: Resolved = { id: null, guess: undefined };

function notDrawn(logicalId: string): Words {
  return { en: `${logicalId} is not drawn here`, ja: `${logicalId} は図に描かれていません` };
}

function outsideWords(id: string): Words {
  return { en: `${id} is outside the template`, ja: `${id} はテンプレートの外にあります` };
}

/** Evaluated as far as it can be, with the functions that cannot be left as they are. */
export function rawValue(evaluator: Evaluator, node: SyntaxNode): CfnValue {
  if (node.is === 'list')
    return node.items.flatMap((item) => {
      const settled = settle(evaluator, item, []);
      return settled === undefined ? [] : [rawValue(evaluator, settled.node)];
    });
  if (node.is === 'map' && callOf(node) === undefined) {
    const fields: [string, CfnValue][] = [];
    for (const [key, { value }] of node.entries) {
      const settled = settle(evaluator, value, []);
      if (settled !== undefined) fields.push([key, rawValue(evaluator, settled.node)]);
    }
    return Object.fromEntries(fields);
  }
  if (node.is === 'scalar') return toValue(node);
  const value = evaluator.evaluate(node);
  return resultValue(value) ?? toValue(node);
}

function resultValue(value: Evaluated): CfnValue | undefined {
  switch (value.is) {
    case 'text':
      return value.text;
    case 'list': {
      const items = value.items.map(resultValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    default:
      return undefined;
  }
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

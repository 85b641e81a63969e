/**
 * `Fn::ForEach` as CloudFormation takes it apart before it makes anything: each turn of a loop gives its keys and values
 * with the loop's identifier replaced. The nodes that come of it stand where the loop says them, so that whatever is
 * found in them has a line.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
import type { Words } from '../../../lib/words';
import type { Evaluated } from '../evaluate/evaluated';
import {
  callOf,
  valueOf,
  type Entry,
  type MapNode,
  type ScalarNode,
  type SyntaxNode,
} from '../source/syntax';
import { settledName } from './settledName';
import { substituted, type Turn } from './substituted';

export interface Unrolled {
  /** The same root where there is no loop. */
  readonly root: SyntaxNode;
  /** Loops that stay as they are, because what they go over is not known, or they make no sense. */
  readonly left: readonly LeftLoop[];
  /** The logical IDs of the resources that loops make. */
  readonly made: ReadonlyMap<string, MadeBy>;
  /** Keys that two turns make, or a turn and the author. */
  readonly twice: readonly { readonly key: string; readonly offset: number }[];
}

export interface MadeBy {
  /** The key of the outermost loop. */
  readonly loop: string;
  /** What that loop’s identifier is in the turn that makes it. */
  readonly value: string;
}

export interface LeftLoop {
  readonly key: string;
  readonly offset: number;
  readonly why: Words;
}

/** What loops may make in all. A template of CloudFormation’s size has some ten thousand nodes. */
const mostNodes = 100_000;
const sectionsWithLoops = ['Conditions', 'Resources', 'Outputs'] as const;

export function isLoop(key: string): boolean {
  return key === 'Fn::ForEach' || key.startsWith('Fn::ForEach::');
}

export function unrolled(root: SyntaxNode, evaluate: (node: SyntaxNode) => Evaluated): Unrolled {
  const left: LeftLoop[] = [];
  const twice: { readonly key: string; readonly offset: number }[] = [];
  const made = new Map<string, MadeBy>();
  const nothing: Unrolled = { root, left, made, twice };
  if (root.is !== 'map') return nothing;
  let nodes = 0;

  const inside = (node: SyntaxNode, turn: Turn): SyntaxNode => {
    if (++nodes > mostNodes) throw new TooMany();
    if (node.is === 'scalar') return substituted(node, turn);
    if (node.is === 'list') return { ...node, items: node.items.map((item) => inside(item, turn)) };
    const call = callOf(node);
    if (call?.name === 'Ref' && call.argument.is === 'scalar') {
      const value = turn.get(call.argument.text);
      if (value !== undefined) return { ...call.argument, text: value, plain: false };
    }
    return settledName(entriesInside(node, turn));
  };

  const entriesInside = (
    node: MapNode,
    turn: Turn,
    note: (key: string, by: MadeBy) => void = () => {},
  ): MapNode => {
    const entries = new Map<string, Entry>();
    const put = (key: string, entry: Entry): void => {
      if (entries.has(key)) twice.push({ key, offset: entry.keyStart });
      entries.set(key, entry);
    };
    for (const [key, entry] of node.entries)
      if (isLoop(key))
        for (const [name, each, value] of turnsOf(key, entry, turn)) {
          if (value !== undefined && !isLoop(name)) note(name, { loop: key, value });
          put(name, each);
        }
      else put(textIn(key, turn), { ...entry, value: inside(entry.value, turn) });
    return { ...node, entries };
  };

  /** What a loop stands for; itself where that is not known. */
  const turnsOf = (key: string, entry: Entry, turn: Turn): readonly MadeEntry[] => {
    const stays = (why: Words): readonly MadeEntry[] => {
      left.push({ key, offset: entry.keyStart, why });
      return [[key, entry, undefined]];
    };
    const [identifier, collection, fragment] = entry.value.is === 'list' ? entry.value.items : [];
    if (identifier?.is !== 'scalar' || collection === undefined || fragment?.is !== 'map')
      return stays(misshapen);
    const over = valuesOf(inside(collection, turn), evaluate);
    if ('why' in over) return stays(over.why);
    return over.values.flatMap((value) => {
      const turned = entriesInside(fragment, new Map([...turn, [identifier.text, value]]));
      return [...turned.entries].map(([name, each]) => [name, each, value] as const);
    });
  };

  const sections = new Map(root.entries);
  let isChanged = false;
  for (const section of sectionsWithLoops) {
    const entry = root.entries.get(section);
    if (entry?.value.is !== 'map' || !hasLoop(entry.value)) continue;
    const before = [left.length, twice.length] as const;
    try {
      const own = entry.value.entries;
      const whole = entriesInside(entry.value, new Map(), (key, by) => {
        if (section === 'Resources' && !own.has(key)) made.set(key, by);
      });
      sections.set(section, { ...entry, value: whole });
      isChanged = true;
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      left.length = before[0];
      twice.length = before[1];
      for (const [key, { keyStart }] of entry.value.entries)
        if (isLoop(key)) left.push({ key, offset: keyStart, why: tooMany });
    }
  }
  return isChanged ? { ...nothing, root: { ...root, entries: sections } } : nothing;
}

type MadeEntry = readonly [key: string, entry: Entry, value: string | undefined];

class TooMany extends Error {}

/** Whether there is any loop that is taken apart. */
export function hasLoops(root: SyntaxNode): boolean {
  return sectionsWithLoops.some((section) => {
    const node = valueOf(root, section);
    return node !== undefined && hasLoop(node);
  });
}

function hasLoop(node: SyntaxNode): boolean {
  if (node.is === 'scalar') return false;
  if (node.is === 'list') return node.items.some(hasLoop);
  for (const [key, { value }] of node.entries) if (isLoop(key) || hasLoop(value)) return true;
  return false;
}

/** The texts that a loop goes over, or why they are not known. */
function valuesOf(
  collection: SyntaxNode,
  evaluate: (node: SyntaxNode) => Evaluated,
): { readonly values: readonly string[] } | { readonly why: Words } {
  const values: string[] = [];
  const add = (value: Evaluated): Words | undefined => {
    if (value.is === 'list') {
      for (const item of value.items) {
        const why = add(item);
        if (why !== undefined) return why;
      }
      return undefined;
    }
    if (value.is === 'unknown') return value.why;
    if (value.is !== 'text' || value.assumed !== undefined) return misshapen;
    values.push(value.text);
    return undefined;
  };
  const why = collection.is === 'scalar' ? misshapen : add(evaluate(collection));
  return why === undefined ? { values } : { why };
}

function textIn(text: string, turn: Turn): string {
  const node: ScalarNode = { is: 'scalar', text, plain: false, start: 0, end: 0 };
  return turn.size === 0 ? text : substituted(node, turn).text;
}

const misshapen: Words = {
  en: 'it takes an identifier, a list of texts, and an object with what each turn makes',
  ja: '識別子、文字列のリスト、繰り返しごとに作る内容のオブジェクトを指定してください',
};

const tooMany: Words = {
  en: 'it makes more than a template can hold',
  ja: 'テンプレートに収まらない数のものを作ります',
};

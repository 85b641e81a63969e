/**
 * The text of a template as a tree that knows where each part stands: one shape for YAML and JSON, and one for the short
 * and the long form of a function (`!Ref A` is the object `{ Ref: A }`). Offsets count UTF-16 units from the start.
 */
import { sameJson } from '../../../lib/sameJson';
import type { CfnValue } from '../template';

export type SyntaxNode = ScalarNode | ListNode | MapNode;

interface NodeBase {
  readonly start: number;
  readonly end: number;
  /** Where a YAML alias stands in place of a value: the node that it repeats, which is elsewhere. */
  readonly aliasOf?: SyntaxNode;
  /** An alias can repeat it: it has an anchor. */
  readonly hasAnchor?: true;
}

export interface ScalarNode extends NodeBase {
  readonly is: 'scalar';
  readonly text: string;
  /** Written without quotes: a number, a truth value or nothing, if it looks like one. */
  readonly plain: boolean;
}

export interface ListNode extends NodeBase {
  readonly is: 'list';
  readonly items: readonly SyntaxNode[];
}

export interface MapNode extends NodeBase {
  readonly is: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: SyntaxNode;
}

/** Keys from the root: a text for an entry, a number for a list's item. */
export type Path = readonly (string | number)[];

/** Both counted from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function entryOf(node: SyntaxNode | undefined, key: string): Entry | undefined {
  return node?.is === 'map' ? node.entries.get(key) : undefined;
}

export function valueOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return entryOf(node, key)?.value;
}

/** The name and argument of a function call; undefined for what is none. */
export function callOf(
  node: SyntaxNode,
): { readonly name: string; readonly argument: SyntaxNode } | undefined {
  if (node.is !== 'map' || node.entries.size !== 1) return undefined;
  for (const [name, { value }] of node.entries)
    if (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')) return { name, argument: value };
  return undefined;
}

/** Where the entry or item at the end of a path begins, or the last part of the path that is there. */
export function offsetOf(root: SyntaxNode, path: Path): number {
  let node: SyntaxNode = root;
  let offset = root.start;
  for (const step of path) {
    if (typeof step === 'number') {
      const item: SyntaxNode | undefined = node.is === 'list' ? node.items[step] : undefined;
      if (item === undefined) return offset;
      node = item;
      offset = item.start;
    } else {
      const entry = entryOf(node, step);
      if (entry === undefined) return offset;
      node = entry.value;
      offset = entry.keyStart;
    }
  }
  return offset;
}

/** Turns offsets into lines and columns. */
export function createPositions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A carriage return ends a line unless a line feed follows.
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  const hasMark = text.charCodeAt(0) === 0xfeff;
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (starts[low] ?? 0) + 1;
    return { line: low + 1, column: low === 0 && hasMark ? Math.max(1, column - 1) : column };
  };
}

/** What CloudFormation's JSON form of the node is. */
export function toValue(node: SyntaxNode): CfnValue {
  switch (node.is) {
    case 'scalar':
      return node.plain ? plainValue(node.text) : node.text;
    case 'list':
      return node.items.map(toValue);
    case 'map': {
      const fields: [string, CfnValue][] = [];
      for (const [key, { value }] of node.entries)
        // `!GetAZs` with nothing behind it means the present Region, which JSON has to say.
        fields.push([key, key === 'Fn::GetAZs' && isNull(value) ? '' : toValue(value)]);
      // `fromEntries` makes own properties even of names like `__proto__`.
      return Object.fromEntries(fields);
    }
  }
}

/**
 * What a text without quotes means. CloudFormation reads YAML 1.1, in which `yes` and `off` are truth values. A number that would not be written the same way stays text: `012345678901` is an
 * account, `1e3` may be one, and CloudFormation hands both on as they are.
 */
export function plainValue(text: string): CfnValue {
  if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  if (/^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(text)) return false;
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return null;
  if (/^-?\d/.test(text)) {
    const number = Number(text);
    if (Number.isFinite(number) && String(number) === text) return number;
  }
  return text;
}

/** A value that is not there: `null`, or nothing behind the colon. */
export function isNull(node: SyntaxNode | undefined): boolean {
  return node?.is === 'scalar' && node.plain && plainValue(node.text) === null;
}

export function sameValue(a: CfnValue | undefined, b: CfnValue | undefined): boolean {
  return sameJson(a, b);
}

export type ObjectValue = { readonly [key: string]: CfnValue | undefined };

export function isObjectValue(value: CfnValue | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !isListValue(value);
}

export function isListValue(value: CfnValue | undefined): value is readonly CfnValue[] {
  return Array.isArray(value);
}

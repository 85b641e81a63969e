/** A loop of the resources of which a part of what it makes is to be otherwise: what can be written in its place. */
import { text, unknown, type Evaluated } from '../evaluate/evaluated';
import { nodeOf } from '../source/nodeOf';
import { isListValue, sameValue, toValue, valueOf, type SyntaxNode } from '../source/syntax';
import type { CfnValue } from '../template';
import { carriedInto } from './carriedInto';
import { isLoop, unrolled } from './unroll';

type Entries = ReadonlyMap<string, CfnValue>;

export interface ChangedLoop {
  readonly key: string;
  /** As its author wrote it. */
  readonly written: CfnValue;
  /** The resources that each turn makes, by what the loop’s identifier is in it. */
  readonly turns: ReadonlyMap<string, Entries>;
  /** What there is to be instead, by the same logical IDs; what is deleted is missing. */
  readonly wanted: Entries;
}

export type Rewritten =
  /** Every turn is changed alike: the loop says so. */
  | { readonly is: 'changed'; readonly loop: CfnValue }
  /** The turns with these values are no longer made by the loop. */
  | { readonly is: 'taken-out'; readonly loop: CfnValue; readonly values: ReadonlySet<string> }
  /** The loop cannot say it. */
  | { readonly is: 'written-out' };

export function rewrittenLoop(changed: ChangedLoop): Rewritten {
  const alike = changedAlike(changed);
  if (alike !== undefined) return { is: 'changed', loop: alike };
  return withoutTurns(changed) ?? { is: 'written-out' };
}

/** The loop with another body, where that makes all that is wanted in each turn. */
function changedAlike({ key, written, turns, wanted }: ChangedLoop): CfnValue | undefined {
  const [identifier, collection, body] = isListValue(written) ? written : [];
  const [[first, made] = []] = turns;
  if (identifier === undefined || collection === undefined || !isRecord(body)) return undefined;
  if (first === undefined || made === undefined) return undefined;
  const entries = Object.entries(body).flatMap(([name, fragment]): (readonly [string, CfnValue])[] => {
    if (fragment === undefined) return [];
    const [id] = isLoop(name) ? [] : [...makes(key, [identifier, [first], { [name]: fragment }]).keys()];
    const now = id === undefined ? fragment : carriedInto(fragment, made.get(id), wanted.get(id));
    return now === undefined ? [] : [[name, now]];
  });
  if (entries.length === 0) return undefined;
  const changed = Object.fromEntries(entries);
  const ids = [...turns.values()].flatMap((each) => [...each.keys()]);
  const again = makes(key, [identifier, [...turns.keys()], changed]);
  const isWanted =
    again.size === ids.filter((id) => wanted.has(id)).length &&
    [...again].every(([id, value]) => sameValue(value, wanted.get(id)));
  return isWanted ? [identifier, collection, changed] : undefined;
}

/** The loop over fewer values, where it lists them and some turns are as they were. */
function withoutTurns({ written, turns, wanted }: ChangedLoop): Rewritten | undefined {
  const [identifier, collection, body] = isListValue(written) ? written : [];
  if (identifier === undefined || body === undefined || !isListValue(collection)) return undefined;
  const listed = collection.map(String);
  const isPlainList =
    collection.every((each) => typeof each === 'string' || typeof each === 'number') &&
    new Set(listed).size === listed.length &&
    [...turns.keys()].every((value) => listed.includes(value));
  const values = new Set(
    [...turns].flatMap(([value, made]) =>
      [...made].every(([id, each]) => sameValue(each, wanted.get(id))) ? [] : [value],
    ),
  );
  const rest = collection.filter((_, index) => !values.has(listed[index] ?? ''));
  if (!isPlainList || rest.length === 0) return undefined;
  return { is: 'taken-out', loop: [identifier, rest, body], values };
}

/** What a loop over listed values makes; of loops within it, what those over listed values make. */
function makes(key: string, loop: CfnValue): Entries {
  const { root } = unrolled(nodeOf({ Resources: { [key]: loop } }), listedValues);
  const made = valueOf(root, 'Resources');
  return new Map(
    made?.is === 'map' ? [...made.entries].map(([id, { value }]) => [id, toValue(value)] as const) : [],
  );
}

function listedValues(node: SyntaxNode): Evaluated {
  if (node.is === 'list') return { is: 'list', items: node.items.map(listedValues) };
  return node.is === 'scalar' ? text(node.text) : unknown('it is not listed', '一覧で指定されていません');
}

function isRecord(value: CfnValue | undefined): value is { readonly [key: string]: CfnValue | undefined } {
  return typeof value === 'object' && value !== null && !isListValue(value);
}

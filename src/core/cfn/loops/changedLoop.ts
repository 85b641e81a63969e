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
  /** The loop says what all its turns are to make. */
  | { readonly is: 'changed'; readonly loop: CfnValue }
  /** It says that of some, and is for the others no longer. */
  | { readonly is: 'taken-out'; readonly loop: CfnValue; readonly values: ReadonlySet<string> }
  /** The loop cannot say it. */
  | { readonly is: 'written-out' };

/** How many turns are asked what the body of the loop might be like. */
const mostTries = 8;

export function rewrittenLoop(changed: ChangedLoop): Rewritten {
  const { written, turns } = changed;
  const [identifier, collection, body] = isListValue(written) ? written : [];
  const apart: Rewritten = { is: 'written-out' };
  if (identifier === undefined || collection === undefined || !isRecord(body)) return apart;
  let best: { readonly body: CfnValue; readonly others: ReadonlySet<string> } | undefined;
  const bodies = [...turns]
    .slice(0, mostTries)
    .map(([value, made]) => bodyFor(changed, identifier, body, value, made));
  for (const each of [body, ...bodies]) {
    const others = new Set(
      [...turns.keys()].filter((value) => !makesWanted(changed, identifier, each, value)),
    );
    // A body that only one of several turns is served by is no loop any more.
    const isServed = each === body || turns.size - others.size > 1 || others.size === 0;
    if (isServed && (best === undefined || others.size < best.others.size)) best = { body: each, others };
  }
  if (best === undefined || Object.keys(best.body as object).length === 0) return apart;
  if (best.others.size === 0) return { is: 'changed', loop: [identifier, collection, best.body] };
  const rest = best.others.size === turns.size ? undefined : without(collection, turns, best.others);
  return rest === undefined
    ? apart
    : { is: 'taken-out', loop: [identifier, rest, best.body], values: best.others };
}

/** The body of the loop with which a turn would make what is wanted of it. */
function bodyFor(
  { key, wanted }: ChangedLoop,
  identifier: CfnValue,
  body: { readonly [key: string]: CfnValue | undefined },
  value: string,
  made: Entries,
): CfnValue {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, fragment]): (readonly [string, CfnValue])[] => {
      if (fragment === undefined) return [];
      const [id] = isLoop(name) ? [] : makes(key, [identifier, [value], { [name]: fragment }]).keys();
      const now = id === undefined ? fragment : carriedInto(fragment, made.get(id), wanted.get(id));
      return now === undefined ? [] : [[name, now]];
    }),
  );
}

function makesWanted(
  { key, turns, wanted }: ChangedLoop,
  identifier: CfnValue,
  body: CfnValue,
  value: string,
): boolean {
  const ids = [...(turns.get(value)?.keys() ?? [])].filter((id) => wanted.has(id));
  const made = makes(key, [identifier, [value], body]);
  return made.size === ids.length && ids.every((id) => sameValue(made.get(id), wanted.get(id)));
}

/** The values of a loop that lists them, less some; undefined for any other loop. */
function without(
  collection: CfnValue,
  turns: ChangedLoop['turns'],
  values: ReadonlySet<string>,
): CfnValue | undefined {
  if (!isListValue(collection)) return undefined;
  const listed = collection.map(String);
  const isPlainList =
    collection.every((each) => typeof each === 'string' || typeof each === 'number') &&
    new Set(listed).size === listed.length &&
    [...turns.keys()].every((value) => listed.includes(value));
  return isPlainList ? collection.filter((_, index) => !values.has(listed[index] ?? '')) : undefined;
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

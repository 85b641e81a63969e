/**
 * A template with loops (`Fn::ForEach`), written back: as few of them are taken apart as what was changed in the diagram
 * asks for.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
import type { Exported, ExportProblem } from './exported';
import { rewrittenLoop, type ChangedLoop, type Rewritten } from './loops/changedLoop';
import { isLoopChange } from './loops/isLoopChange';
import { isLoop, type Unrolled } from './loops/unroll';
import { sameValue, toValue, valueOf, type SyntaxNode } from './source/syntax';
import type { CfnOutput, CfnResource, CfnValue } from './template';

type Entries = ReadonlyMap<string, CfnValue>;

/**
 * `kept`: the template written back into its text with the loops as they are; `apart`: into the text with all of them taken
 * apart.
 */
export function withLoops(source: SyntaxNode, loops: Unrolled, kept: Exported, apart: Exported): Exported {
  const own = entriesIn(source, 'Resources');
  const before = entriesIn(loops.root, 'Resources');
  // What an author wrote as a resource is one, or is written back as it was.
  const wanted: Entries = new Map(
    Object.entries(apart.template.Resources as unknown as Readonly<Record<string, CfnValue>>),
  );
  const rewritten = new Map<string, Rewritten>();
  for (const loop of changedLoops(own, before, wanted, loops)) rewritten.set(loop.key, rewrittenLoop(loop));

  const resources = new Map<string, CfnValue>();
  const problems: ExportProblem[] = [];
  const put = (id: string): void => {
    const now = wanted.get(id);
    if (now === undefined) return;
    const written = own.get(id);
    if (written === undefined || !isLoopChange(written, before.get(id), now)) {
      const merged = kept.template.Resources[id] as unknown as CfnValue | undefined;
      resources.set(id, (written === undefined ? undefined : merged) ?? now);
      return;
    }
    resources.set(id, now);
    problems.push(innerWrittenOut(id));
  };
  for (const [key, written] of own) {
    const way = rewritten.get(key);
    if (!isLoop(key) || loops.left.some((each) => each.key === key)) {
      if (isLoop(key)) resources.set(key, written);
      else put(key);
      continue;
    }
    if (way === undefined) resources.set(key, written);
    else if (way.is !== 'written-out') resources.set(key, way.loop);
    for (const [id, by] of loops.made)
      if (
        by.loop === key &&
        (way?.is === 'written-out' || (way?.is === 'taken-out' && way.values.has(by.value)))
      )
        put(id);
    if (way?.is === 'written-out') problems.push(writtenOut(key, valuesOf(loops, key)));
    if (way?.is === 'taken-out') problems.push(takenOut(key, [...way.values]));
  }
  for (const id of wanted.keys()) if (!before.has(id)) put(id);
  return {
    ...apart,
    template: {
      ...apart.template,
      Resources: Object.fromEntries(resources) as unknown as Readonly<Record<string, CfnResource>>,
      Outputs: outputsOf(loops, kept, apart),
      ...(kept.template.others === undefined ? {} : { others: kept.template.others }),
    },
    problems: [...problems, ...apart.problems],
  };
}

/** The loops of which something is to be otherwise. */
function changedLoops(
  own: Entries,
  before: Entries,
  wanted: Entries,
  { made }: Unrolled,
): readonly ChangedLoop[] {
  const changed = new Set<string>();
  const turns = new Map<string, Map<string, Map<string, CfnValue>>>();
  for (const [id, { loop, value }] of made) {
    const was = before.get(id);
    if (was === undefined) continue;
    if (!sameValue(was, wanted.get(id))) changed.add(loop);
    const ofLoop = turns.get(loop) ?? new Map<string, Map<string, CfnValue>>();
    turns.set(loop, ofLoop.set(value, (ofLoop.get(value) ?? new Map<string, CfnValue>()).set(id, was)));
  }
  return [...changed].flatMap((key): ChangedLoop[] => {
    const [written, ofLoop] = [own.get(key), turns.get(key)];
    return written === undefined || ofLoop === undefined ? [] : [{ key, written, turns: ofLoop, wanted }];
  });
}

/** With the loops among them, unless one of what they make is to go. */
function outputsOf({ root }: Unrolled, kept: Exported, apart: Exported): Readonly<Record<string, CfnOutput>> {
  const isWhole = [...entriesIn(root, 'Outputs').keys()].every((name) =>
    Object.hasOwn(apart.template.Outputs, name),
  );
  return isWhole ? kept.template.Outputs : apart.template.Outputs;
}

function entriesIn(root: SyntaxNode, section: string): Entries {
  const node = valueOf(root, section);
  return new Map(
    node?.is === 'map' ? [...node.entries].map(([key, { value }]) => [key, toValue(value)] as const) : [],
  );
}

function valuesOf({ made }: Unrolled, loop: string): readonly string[] {
  return [...new Set([...made.values()].flatMap((by) => (by.loop === loop ? [by.value] : [])))];
}

function writtenOut(loop: string, values: readonly string[]): ExportProblem {
  const listed = values.join(', ');
  return {
    severity: 'warning',
    on: null,
    message: {
      en: `What the loop ${loop} makes is written out one by one for its present values (${listed}), since the diagram changes a part of it that the loop cannot say`,
      ja: `図での変更をループ ${loop} では表せないため、現在の値 (${listed}) に対して作られるものを 1 つずつ書き出しています`,
    },
  };
}

function takenOut(loop: string, values: readonly string[]): ExportProblem {
  const listed = values.join(', ');
  return {
    severity: 'warning',
    on: null,
    message: {
      en: `What the loop ${loop} makes for ${listed} is written apart from it, since the diagram changes a part of it`,
      ja: `図で一部が変更されたため、ループ ${loop} が ${listed} に対して作るものをループの外に書き出しています`,
    },
  };
}

function innerWrittenOut(id: string): ExportProblem {
  return {
    severity: 'warning',
    on: null,
    message: {
      en: `The properties of ${id} that a loop (Fn::ForEach) makes are written out one by one, since the diagram changes one of them`,
      ja: `図で変更されたため、${id} のプロパティのうちループ (Fn::ForEach) で作られるものを 1 つずつ書き出しています`,
    },
  };
}

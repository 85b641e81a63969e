/** What else an import tells: what is kept without being followed, and what could not be decided. */
import type { Words } from '../../lib/words';
import { wrongParameters } from './constraints';
import type { Evaluator } from './evaluate/evaluate';
import { valueOf } from './source/syntax';
import { textOf, type Stack } from './stack';

export interface ImportProblem {
  readonly severity: 'error' | 'warning';
  readonly message: Words;
  readonly logicalId?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export function* importProblems(
  evaluators: readonly Evaluator[],
  parameters: Readonly<Record<string, string>>,
  isDrawn: (stack: Stack, logicalId: string) => boolean,
): Generator<ImportProblem> {
  for (const evaluator of evaluators) {
    yield* undecidedConditions(evaluator, isDrawn);
    yield* macros(evaluator);
  }
  const stacks = evaluators.map(({ stack }) => stack);
  for (const wrong of wrongParameters(stacks, parameters)) yield { severity: 'error', ...wrong };
}

function* undecidedConditions(
  { stack, condition }: Evaluator,
  isDrawn: (stack: Stack, logicalId: string) => boolean,
): Generator<ImportProblem> {
  for (const { logicalId, condition: name, node } of stack.resources.values()) {
    if (name === undefined || !stack.conditions.has(name) || condition(name) !== undefined) continue;
    if (!isDrawn(stack, logicalId)) continue;
    const entry = node.is === 'map' ? node.entries.get('Condition') : undefined;
    yield {
      severity: 'warning',
      logicalId,
      file: stack.file,
      ...stack.source.position(entry?.keyStart ?? node.start),
      message: {
        en: `whether ${logicalId} is made depends on the condition ${name}, which cannot be evaluated; it is drawn`,
        ja: `${logicalId} を作成するかどうかは条件 ${name} によりますが、評価できないため描画します`,
      },
    };
  }
}

function* macros({ stack }: Evaluator): Generator<ImportProblem> {
  const { root, loops } = stack;
  const { position } = stack.source;
  const whys = new Map(loops.left.map(({ key, why }) => [key, why]));
  const resources = valueOf(root, 'Resources');
  if (resources?.is === 'map')
    for (const [key, { keyStart }] of resources.entries)
      if (key.startsWith('Fn::'))
        yield {
          severity: 'warning',
          logicalId: key,
          file: stack.file,
          ...position(keyStart),
          message: {
            en: `${key} makes resources that are not drawn; it is kept${because(whys.get(key)?.en, '', ': ', '')}`,
            ja: `${key} が作るリソースは描画されません。テンプレートには残ります${because(whys.get(key)?.ja, '', ' (', ')')}`,
          },
        };
  const entry = root.is === 'map' ? root.entries.get('Transform') : undefined;
  if (entry === undefined) return;
  const names = entry.value.is === 'list' ? entry.value.items.map(textOf) : [textOf(entry.value)];
  for (const name of names) {
    if (name === undefined || name === 'AWS::LanguageExtensions') continue;
    yield {
      severity: 'warning',
      file: stack.file,
      ...position(entry.keyStart),
      message: {
        en: `the macro ${name} changes the template when it is deployed; what it adds is not drawn`,
        ja: `マクロ ${name} はデプロイ時にテンプレートを変更します。追加されるものは描画されません`,
      },
    };
  }
}

function because(why: string | undefined, none: string, before: string, after: string): string {
  return why === undefined ? none : `${before}${why}${after}`;
}

import { callOf, isNull, type Path, type SyntaxNode } from '../source/syntax';
import { textOf } from '../stack';
import type { Evaluator } from './evaluate';

/** The branch that a condition chooses, as deep as conditions go; undefined for what is not there. */
export function settle(
  evaluator: Evaluator,
  node: SyntaxNode,
  path: Path,
): { readonly node: SyntaxNode; readonly path: Path } | undefined {
  let settled = { node, path };
  for (let depth = 0; depth < 50; depth++) {
    if (isNull(settled.node)) return undefined;
    const call = callOf(settled.node);
    if (call?.name === 'Ref' && textOf(call.argument) === 'AWS::NoValue') return undefined;
    if (call?.name !== 'Fn::If' || call.argument.is !== 'list') break;
    const [condition, ...branches] = call.argument.items;
    const holds = evaluator.condition(textOf(condition) ?? '');
    const index = holds === true ? 0 : 1;
    const branch = branches[index];
    if (holds === undefined || branch === undefined) break;
    settled = { node: branch, path: [...settled.path, 'Fn::If', index + 1] };
  }
  return settled;
}

/** Values that one template exports and another imports. */
import { callOf, valueOf, type SyntaxNode } from '../source/syntax';
import { literal, textOf } from '../stack';
import type { Evaluated } from './evaluated';
import { unknown } from './evaluated';
import type { Evaluator } from './evaluate';
import { subPieces } from './sub';

export function exportNamed(evaluators: readonly Evaluator[], name: Evaluated, node: SyntaxNode): Evaluated {
  const loose: (() => Evaluated)[] = [];
  for (const other of evaluators)
    for (const { value } of other.stack.outputs.values()) {
      const exportName = valueOf(valueOf(value, 'Export'), 'Name');
      const exported = valueOf(value, 'Value');
      if (exportName === undefined || exported === undefined) continue;
      const own = other.evaluate(exportName);
      if (own.is === 'text' && name.is === 'text' && own.text === name.text) return other.evaluate(exported);
      const tail = tailOf(exportName);
      if (tail !== '' && tail === tailOf(node)) loose.push(() => other.evaluate(exported));
    }
  // Names that differ in their first variable, the name of a stack: the same export when only one ends like this.
  const [only, ...more] = loose;
  return only !== undefined && more.length === 0 ? only() : notExported(name);
}

/** What stands behind the first variable of `Fn::Sub`, where the text begins with it: `-VpcId` of `${Stack}-VpcId`. */
function tailOf(node: SyntaxNode): string {
  const call = callOf(node);
  if (call?.name !== 'Fn::Sub') return '';
  const template = textOf(
    call.argument.is === 'list' ? (call.argument.items[0] ?? literal('')) : call.argument,
  );
  const [first, second, ...rest] = subPieces(template ?? '');
  return first?.is === 'variable' && second?.is === 'text' && rest.length === 0 ? second.text : '';
}

export function notExported(name: Evaluated): Evaluated {
  const shown = name.is === 'text' ? `“${name.text}”` : '';
  const shownJa = name.is === 'text' ? `「${name.text}」` : '';
  return unknown(
    `another stack exports ${shown === '' ? 'it' : shown}`,
    `別のスタックが${shownJa}エクスポートする値です`,
  );
}

/** Values as a template has them, with what can be evaluated in its place. */
import type { Evaluated } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import { settle } from './evaluate/settle';
import type { SyntaxNode } from './source/syntax';
import { callOf, toValue } from './source/syntax';
import type { CfnValue } from './template';

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

/** What a property of an object comes to, as far as a check of the object needs to know. */
import type { Evaluator } from '../evaluate/evaluate';
import { settle } from '../evaluate/settle';
import { callOf, entryOf, isNull, type MapNode } from '../source/syntax';

export type Given =
  | { readonly is: 'absent' }
  /** There under a condition that cannot be told, or empty: a value to come. */
  | { readonly is: 'perhaps' }
  /** There, with a value that is not known. */
  | { readonly is: 'there' }
  | { readonly is: 'text'; readonly text: string };

/** `isMade`: whether the resource is made at all; of one that is not, only what is written out is known. */
export function given(evaluator: Evaluator, node: MapNode, property: string, isMade: boolean): Given {
  const entry = entryOf(node, property);
  if (entry === undefined) return { is: 'absent' };
  // What has no value is told of as such.
  if (isNull(entry.value)) return { is: 'perhaps' };
  const settled = settle(evaluator, entry.value, []);
  if (settled === undefined) return { is: 'absent' };
  if (callOf(settled.node)?.name === 'Fn::If') return { is: 'perhaps' };
  if (!isMade && settled.node.is !== 'scalar') return { is: 'there' };
  const value = evaluator.evaluate(settled.node);
  if (value.is === 'absent') return { is: 'absent' };
  if (value.is !== 'text' || value.assumed !== undefined) return { is: 'there' };
  if (value.text.trim() === '') return { is: 'perhaps' };
  // A tool fills a part of it.
  return /\$\{|\{\{/.test(value.text) ? { is: 'there' } : { is: 'text', text: value.text.trim() };
}

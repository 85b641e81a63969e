import { callOf, type SyntaxNode } from '../source/syntax';
import { textOf } from '../stack';

/** How a text ends that is put together from pieces of which not all are known: what its author wrote last. */
export function writtenEnd(node: SyntaxNode): string {
  if (node.is === 'scalar') return node.text;
  const call = callOf(node);
  if (call === undefined) return '';
  const parts = call.argument.is === 'list' ? call.argument.items : [call.argument];
  const [first, second] = parts;
  switch (call.name) {
    case 'Fn::Sub':
      return (textOf(first) ?? '').replace(/^.*\}/s, '');
    case 'Fn::Join': {
      const last = second?.is === 'list' ? second.items.at(-1) : undefined;
      return last === undefined ? '' : writtenEnd(last);
    }
    default:
      return '';
  }
}

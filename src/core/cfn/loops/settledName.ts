import { subPieces } from '../evaluate/sub';
import { callOf, type MapNode, type SyntaxNode } from '../source/syntax';

/**
 * `Ref` and `Fn::GetAtt` whose resource is named by `Fn::Sub`, as loops need it: the name itself, where nothing is left to
 * be put into it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html
 */
export function settledName(node: MapNode): SyntaxNode {
  const call = callOf(node);
  if (call?.name !== 'Ref' && call?.name !== 'Fn::GetAtt') return node;
  const { name, argument } = call;
  const settled =
    argument.is === 'list' ? { ...argument, items: argument.items.map(settledText) } : settledText(argument);
  const [entry] = node.entries.values();
  return entry === undefined ? node : { ...node, entries: new Map([[name, { ...entry, value: settled }]]) };
}

function settledText(node: SyntaxNode): SyntaxNode {
  const call = callOf(node);
  if (call?.name !== 'Fn::Sub' || call.argument.is !== 'scalar') return node;
  const pieces = subPieces(call.argument.text);
  return pieces.every((piece) => piece.is === 'text')
    ? { ...call.argument, text: pieces.map((piece) => (piece.is === 'text' ? piece.text : '')).join('') }
    : node;
}

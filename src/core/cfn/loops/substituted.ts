import type { ScalarNode } from '../source/syntax';

/** The values that the identifiers of the loops around have in one turn. */
export type Turn = ReadonlyMap<string, string>;

/**
 * A text with `${Identifier}` replaced, and `&{Identifier}`, which leaves out what a logical ID cannot have.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function substituted(node: ScalarNode, turn: Turn): ScalarNode {
  if (turn.size === 0 || !node.text.includes('{')) return node;
  const text = node.text.replace(/([$&])\{([^{}!]*)\}/g, (whole, sign: string, name: string) => {
    const value = turn.get(name.trim());
    if (value === undefined) return whole;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
  return text === node.text ? node : { ...node, text, plain: false };
}

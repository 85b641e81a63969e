/** What the anchors of a YAML text stand for while it is changed: their aliases say the same, wherever they are. */
import type { TemplateSource } from '../source/parseTemplate';
import { sameValue, toValue, type MapNode, type SyntaxNode } from '../source/syntax';
import type { CfnValue } from '../template';

export interface Anchors {
  /** What an alias of the node is going to say; undefined when the anchor goes. */
  valueNow(node: SyntaxNode): CfnValue | undefined;
  set(node: SyntaxNode, value: CfnValue): void;
  /** The text between the two goes, with the anchors in it. */
  remove(start: number, end: number): void;
  /** Whether a node that is to stay as it is might say something else all the same: there are aliases or anchors in it. */
  mayTouch(node: SyntaxNode): boolean;
  /** The innermost object with an anchor in which a key stands that a merge (`<<`) brings elsewhere. */
  holderOf(keyStart: number): MapNode | undefined;
}

export function createAnchors({ root, aliases }: TemplateSource): Anchors {
  const changed = new Map<SyntaxNode, CfnValue | undefined>();
  const anchored = aliases.length === 0 ? [] : anchoredIn(root);
  return {
    valueNow: (node) => (changed.has(node) ? changed.get(node) : toValue(node)),
    set(node, value) {
      if (!changed.has(node) && !sameValue(toValue(node), value)) changed.set(node, value);
    },
    remove(start, end) {
      for (const node of anchored) if (node.start >= start && node.start < end) changed.set(node, undefined);
    },
    mayTouch: ({ start, end }) => aliases.some((alias) => alias >= start && alias < end),
    holderOf(keyStart) {
      const holders = anchored.filter(({ start, end }) => keyStart >= start && keyStart < end);
      const inner = holders.reduce<SyntaxNode | undefined>(
        (best, each) => (best === undefined || each.start > best.start ? each : best),
        undefined,
      );
      return inner?.is === 'map' ? inner : undefined;
    },
  };
}

function anchoredIn(root: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const look = (node: SyntaxNode): void => {
    if (node.aliasOf !== undefined) return;
    if (node.hasAnchor === true) found.push(node);
    if (node.is === 'list') node.items.forEach(look);
    else if (node.is === 'map') for (const { value } of node.entries.values()) look(value);
  };
  look(root);
  return found;
}

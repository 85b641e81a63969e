/** What the author of a template wrote where the diagram holds a value that is not known, to be written again as it was. */
import type { Document, Resource } from '../model/document';
import { rootOf } from './remembered';
import { valueOf, toValue, type Path, type SyntaxNode } from './source/syntax';
import type { CfnValue } from './template';

export interface AuthoredValue {
  /** The property that it is the value of. */
  readonly property: string;
  readonly value: CfnValue;
}

/** Undefined for what no template says, or says no longer. */
export function authoredValue(
  document: Document,
  { provenance }: Resource,
  prop: string,
): AuthoredValue | undefined {
  const path = provenance?.places?.[prop];
  const template = provenance === undefined ? undefined : document.templates.get(provenance.template);
  const root = template === undefined ? undefined : rootOf(template);
  if (path === undefined || root === undefined) return undefined;
  const end = path.findLastIndex((step) => typeof step === 'string' && !step.startsWith('Fn::'));
  const property = path[end];
  const node = nodeAt(root, path.slice(0, end + 1));
  return typeof property !== 'string' || node === undefined ? undefined : { property, value: toValue(node) };
}

function nodeAt(root: SyntaxNode, path: Path): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    if (typeof step === 'string') node = valueOf(node, step);
    else node = node?.is === 'list' ? node.items[step] : undefined;
  }
  return node;
}

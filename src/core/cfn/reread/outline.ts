/** The names that a template defines, with their places in its text. */
import type { TemplateSource } from '../source/parseTemplate';
import { valueOf, type SyntaxNode } from '../source/syntax';

export interface Named {
  readonly type: string;
  /** The offset of its definition. */
  readonly at: number;
}

export interface Outline {
  readonly resources: ReadonlyMap<string, Named>;
  readonly parameters: ReadonlyMap<string, Named>;
  readonly conditions: ReadonlyMap<string, Named>;
  readonly mappings: ReadonlyMap<string, Named>;
}

export function outlineOf({ root }: Pick<TemplateSource, 'root'>): Outline {
  return {
    resources: namedIn(root, 'Resources'),
    parameters: namedIn(root, 'Parameters'),
    conditions: namedIn(root, 'Conditions'),
    mappings: namedIn(root, 'Mappings'),
  };
}

function namedIn(root: SyntaxNode, section: string): ReadonlyMap<string, Named> {
  const node = valueOf(root, section);
  if (node?.is !== 'map') return new Map();
  return new Map(
    [...node.entries].map(([name, { keyStart, value }]) => {
      const type = valueOf(value, 'Type');
      return [name, { type: type?.is === 'scalar' ? type.text : '', at: keyStart }];
    }),
  );
}

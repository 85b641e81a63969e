/** CFN resources as the tree that the importer of templates reads, without a text in between. */
import type { TemplateSource } from '../cfn/source/parseTemplate';
import type { SyntaxNode } from '../cfn/source/syntax';
import type { CfnValue } from '../cfn/template';

/** `referTo`: what stands for a reference to AWS's id: the logical ID of a resource, or undefined for one that is not there. */
export function templateOf(
  resources: ReadonlyMap<
    string,
    { readonly type: string; readonly properties: Readonly<Record<string, CfnValue | undefined>> }
  >,
  referTo: (id: string) => string | undefined,
): TemplateSource {
  const entries = [...resources].map(([logicalId, { type, properties }]): [string, SyntaxNode] => [
    logicalId,
    map([
      ['Type', text(type)],
      ['Properties', nodeOf(properties, referTo)],
    ]),
  ]);
  return {
    root: map([['Resources', map(entries)]]),
    text: '',
    format: 'json',
    duplicates: [],
    aliases: [],
    position: () => ({ line: 1, column: 1 }),
  };
}

function nodeOf(
  value: CfnValue | Readonly<Record<string, CfnValue | undefined>>,
  referTo: (id: string) => string | undefined,
): SyntaxNode {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return { ...text(String(value)), plain: true };
  if (Array.isArray(value))
    return { is: 'list', items: value.map((item: CfnValue) => nodeOf(item, referTo)), start: 0, end: 0 };
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first?.[0] === 'Ref' && typeof first[1] === 'string') {
    const logicalId = referTo(first[1]);
    // An id that stands for itself is something outside, as in any template.
    return logicalId === undefined ? text(first[1]) : map([['Ref', text(logicalId)]]);
  }
  return map(
    members.flatMap(([key, member]): [string, SyntaxNode][] =>
      member === undefined ? [] : [[key, nodeOf(member, referTo)]],
    ),
  );
}

function text(of: string): SyntaxNode & { readonly is: 'scalar' } {
  return { is: 'scalar', text: of, plain: false, start: 0, end: 0 };
}

function map(entries: readonly (readonly [string, SyntaxNode])[]): SyntaxNode {
  return {
    is: 'map',
    entries: new Map(entries.map(([key, value]) => [key, { keyStart: 0, keyEnd: 0, value }])),
    start: 0,
    end: 0,
  };
}

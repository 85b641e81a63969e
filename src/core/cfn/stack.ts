/** One template as CloudFormation reads it: its sections, still as written. */
import type { ScalarNode, SyntaxNode } from './source/syntax';
import { isNull, valueOf } from './source/syntax';
import type { TemplateSource } from './source/parseTemplate';
import type { Unrolled } from './loops/unroll';
import { withGlobals } from './source/withGlobals';

export interface Stack {
  readonly file: string;
  /** What `AWS::StackName` is taken to be: the file's name without its ending. */
  readonly name: string;
  readonly source: TemplateSource;
  /** What the template says, with its loops taken apart and what SAM adds to functions. */
  readonly root: SyntaxNode;
  readonly loops: Unrolled;
  readonly parameters: ReadonlyMap<string, Section>;
  readonly mappings: ReadonlyMap<string, Section>;
  readonly conditions: ReadonlyMap<string, Section>;
  readonly resources: ReadonlyMap<string, StackResource>;
  readonly outputs: ReadonlyMap<string, Section>;
}

/** One entry of a section. */
export interface Section {
  readonly keyStart: number;
  readonly value: SyntaxNode;
}

export interface StackResource {
  readonly logicalId: string;
  readonly keyStart: number;
  readonly node: SyntaxNode;
  /** Empty where the template gives none that is a text. */
  readonly type: string;
  readonly condition: string | undefined;
  readonly properties: SyntaxNode | undefined;
}

/** The sections that a template may have at its top. */
export const sectionNames = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Hooks',
  'Resources',
  'Outputs',
] as const;

/** `loops`: those of the template, where they were taken apart. */
export function stackOf(file: string, source: TemplateSource, loops = asWritten(source)): Stack {
  const root = withGlobals(loops.root);
  const base = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const resources = new Map<string, StackResource>();
  for (const [logicalId, { keyStart, value }] of entriesOf(root, 'Resources'))
    // A macro in place of a resource, or a loop over what is not known, is kept and told of; it makes none that can be drawn.
    if (!logicalId.startsWith('Fn::')) {
      const condition = valueOf(value, 'Condition');
      resources.set(logicalId, {
        logicalId,
        keyStart,
        node: value,
        type: textOf(valueOf(value, 'Type')) ?? '',
        condition: isNull(condition) ? undefined : textOf(condition),
        properties: valueOf(value, 'Properties'),
      });
    }
  return {
    file,
    name: base === '' ? 'stack' : base,
    source,
    root,
    loops,
    parameters: entriesOf(root, 'Parameters'),
    mappings: entriesOf(root, 'Mappings'),
    conditions: entriesOf(root, 'Conditions'),
    resources,
    outputs: entriesOf(root, 'Outputs'),
  };
}

function asWritten({ root }: TemplateSource): Unrolled {
  return { root, left: [], made: new Map(), twice: [] };
}

export function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.is === 'scalar' ? node.text : undefined;
}

/** A text that no file has, for defaults that the evaluator makes up. */
export function literal(text: string): ScalarNode {
  return { is: 'scalar', text, plain: false, start: 0, end: 0 };
}

function entriesOf(root: SyntaxNode, section: string): ReadonlyMap<string, Section> {
  const node = valueOf(root, section);
  return node?.is === 'map' ? node.entries : new Map();
}

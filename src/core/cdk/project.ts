/** What the files of a CDK project have in common in every language. */
import type { Words } from '../../lib/words';
import type { CfnTemplate } from '../cfn/template';
import { partsOf, type Expression } from './expression';
import { createNamePool } from './identifiers';
import { camelCase, capitalized } from './names';
import { readStack, valuesOf, type StackProgram } from './stackProgram';

/** A template that becomes a stack; `name`: that of its file or of the diagram. */
export interface NamedTemplate {
  readonly name: string;
  readonly template: CfnTemplate;
}

export interface ProjectFile {
  /** With slashes, from the project's folder. */
  readonly path: string;
  readonly text: string;
}

export interface Project {
  readonly files: readonly ProjectFile[];
  /** Which of the files is the first stack's. */
  readonly main: ProjectFile;
  readonly remarks: readonly Words[];
}

/** One stack of a project under its names. */
export interface NamedStack {
  readonly program: StackProgram;
  /** `NetworkStack` */
  readonly className: string;
  /** `Network`: what AWS calls the stack. */
  readonly stackId: string;
  /** `network-stack` */
  readonly fileName: string;
  /** The stacks whose exports it imports. */
  readonly after: readonly NamedStack[];
}

/** The versions of the libraries that the generated code was proven with. */
export const versions = {
  'aws-cdk': '2.1148.1',
  'aws-cdk-lib': '2.276.0',
  constructs: '10.8.1',
  python: { 'aws-cdk-lib': '2.275.0', constructs: '10.8.1' },
} as const;

/** Under names that no two share; those whose exports are imported come first. */
export function namedStacks(templates: readonly NamedTemplate[]): readonly NamedStack[] {
  const pool = createNamePool();
  const named = templates.map(({ name, template }) => {
    // A name in two languages is told by the first, where code can be named after that.
    const [latin = ''] = name.split(/[^\x20-\x7e]/, 1);
    const words = camelCase((/[A-Za-z]/.test(latin) ? latin : name).replace(/[^A-Za-z0-9]+/g, ' '));
    const wanted = capitalized(words.slice(0, 60)).replace(/Stack$/, '');
    const stackId = pool.take(/^[A-Z]/.test(wanted) ? wanted : 'Network');
    const program = readStack(template);
    return {
      program,
      stackId,
      className: `${stackId}Stack`,
      fileName: `${kebabCase(stackId)}-stack`,
      exports: new Set(exportsOf(program)),
      imports: new Set(importsOf(program)),
      after: [] as NamedStack[],
    };
  });
  for (const each of named)
    for (const other of named)
      if (other !== each && [...each.imports].some((name) => other.exports.has(name))) each.after.push(other);
  return inOrderOfImports(named);
}

function inOrderOfImports(stacks: readonly NamedStack[]): readonly NamedStack[] {
  const sorted: NamedStack[] = [];
  const add = (stack: NamedStack, path: ReadonlySet<NamedStack>): void => {
    if (sorted.includes(stack) || path.has(stack)) return;
    for (const before of stack.after) add(before, new Set([...path, stack]));
    sorted.push(stack);
  };
  for (const stack of stacks) add(stack, new Set());
  return sorted;
}

function* exportsOf({ outputs }: StackProgram): Generator<string> {
  for (const { exportName } of outputs) if (exportName !== null) yield JSON.stringify(exportName);
}

function* importsOf({ resources, outputs }: StackProgram): Generator<string> {
  for (const resource of resources) for (const value of valuesOf(resource)) yield* importsIn(value);
  for (const { value } of outputs) yield* importsIn(value);
}

function* importsIn(value: Expression): Generator<string> {
  if (value.is === 'call' && value.function === 'importValue') yield JSON.stringify(value.given[0]);
  for (const part of partsOf(value)) yield* importsIn(part);
}

/** `PrivateLinkConsumer` is `private-link-consumer`. */
function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

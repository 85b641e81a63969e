/** A stack as a class of TypeScript: typed properties for its parameters, constructs for its resources. */
import { commentText } from '../identifiers';
import { lay, type Layout } from '../layout';
import { capitalized, classOf } from '../names';
import { usedIn, type ConditionTest, type StackProgram } from '../stackProgram';
import { stringLiteral, unmarked } from './literals';
import { printExpression } from './printExpression';
import { printMembers, printParameters } from './printParameters';
import { printResource } from './printResource';
import { createStackNames, type StackNames } from './stackNames';
import { createStatements, newElement, page, type Statements } from './statements';

/** `className`: of the stack; the interface of its properties is called after it. */
export function printStack(program: StackProgram, className: string): string {
  const names = createStackNames(program);
  const members = printMembers(names);
  const props = members.length === 0 ? 'cdk.StackProps' : `${className}Props`;
  return [
    ...imports(program),
    '',
    ...(members.length === 0
      ? []
      : [`export interface ${props} extends cdk.StackProps {`, ...members, '}', '']),
    `export class ${className} extends cdk.Stack {`,
    `  constructor(scope: Construct, id: string, props: ${props} = {}) {`,
    `    super(scope, id, ${superProps(program)});`,
    ...printBody(program, names),
    '  }',
    '}',
    '',
  ].join('\n');
}

function imports({ resources }: StackProgram): string[] {
  const modules = new Map<string, string>();
  for (const { type, as } of resources) {
    const found = as === 'class' ? classOf(type) : undefined;
    if (found !== undefined) modules.set(found.service, found.module);
  }
  return [
    "import * as cdk from 'aws-cdk-lib';",
    ...[...modules].map(([alias, module]) => `import * as ${alias} from 'aws-cdk-lib/${module}';`).sort(),
    "import { Construct } from 'constructs';",
  ];
}

function superProps({ description }: StackProgram): string {
  if (description === '') return 'props';
  const items = [`description: ${stringLiteral(unmarked(description))}`, '...props'];
  return lay({ open: '{', items, close: '}', spaced: true }, page, 4, '    super(scope, id, );'.length);
}

function printBody(program: StackProgram, names: StackNames): readonly string[] {
  const statements = createStatements();
  const { say, paragraph } = statements;
  const used = usedIn(program);
  for (const transform of program.transforms) say(`this.addTransform(${stringLiteral(transform)})`);
  paragraph();
  printParameters(program, used, names, statements);
  paragraph();
  for (const { name, mapping } of program.mappings)
    declare('Mapping', name, ['mapping: ', printExpression(mapping, names)]);
  paragraph();
  for (const { name, test } of program.conditions)
    declare('Condition', name, ['expression: ', printTest(test, names)]);
  printResources(program, used, names, statements);
  for (const { name, description, value, exportName, condition } of program.outputs) {
    paragraph();
    say(
      newElement('cdk.CfnOutput', names.construct('Output', name), [
        ['value: ', printExpression(value, names)],
        ...(description === '' ? [] : [`description: ${stringLiteral(unmarked(description))}`]),
        ...(exportName === null ? [] : [['exportName: ', printExpression(exportName, names)]]),
        ...(condition === null ? [] : [`condition: ${names.condition(condition)}`]),
      ]),
    );
  }
  paragraph();
  if (program.metadata !== null)
    say(['this.templateOptions.metadata = ', printExpression(program.metadata, names)]);
  return statements.lines;

  /** An object that resources ask by its variable. */
  function declare(section: 'Mapping' | 'Condition', name: string, props: Layout): void {
    const id = names.construct(section, name);
    const variable = names.newVariable(name);
    names.declare(section, name, variable);
    const isNamed = used.has(name);
    say([isNamed ? `const ${variable} = ` : '', newElement(`cdk.Cfn${section}`, id, [props])]);
  }
}

function printResources(
  { resources }: StackProgram,
  used: ReadonlySet<string>,
  names: StackNames,
  statements: Statements,
): void {
  const hasSections = new Set(resources.map(({ section }) => section)).size > 2;
  let last: string | undefined;
  for (const resource of resources) {
    statements.paragraph();
    const { section } = resource;
    if (hasSections && section !== last)
      statements.comment(section === '' ? 'Across VPCs, and outside of them' : `In ${commentText(section)}`);
    last = section;
    printResource(resource, used, names, statements);
  }
  statements.paragraph();
  for (const { id, dependsOn } of resources)
    for (const other of dependsOn) {
      const [one, two] = [names.resource(id), names.resource(other)];
      if (one !== undefined && two !== undefined)
        statements.say(`${one.variable}.node.addDependency(${two.variable})`);
    }
}

function printTest(test: ConditionTest, names: StackNames): Layout {
  const call = (name: string, items: readonly Layout[]): Layout => ({
    open: `cdk.Fn.condition${capitalized(name)}(`,
    items,
    close: ')',
  });
  switch (test.is) {
    case 'equals':
      return call('equals', [printExpression(test.one, names), printExpression(test.other, names)]);
    case 'not':
      return call('not', [printTest(test.of, names)]);
    case 'named':
      return names.condition(test.name);
    case 'data':
      return ['cdk.Token.asAny(', printExpression(test.value, names), ')'];
    default:
      return call(
        test.is,
        test.of.map((each) => printTest(each, names)),
      );
  }
}

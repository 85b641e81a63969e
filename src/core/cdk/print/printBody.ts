/** The statements that make a stack, in the order of the template's sections; resources by the VPC they belong to. */
import { commentText } from '../identifiers';
import type { Layout } from '../layout';
import { capitalized } from '../names';
import { usedIn, type ConditionTest, type StackProgram } from '../stackProgram';
import { printExpression } from './printExpression';
import { printParameters } from './printParameters';
import { printResource } from './printResource';
import type { StackNames } from './stackNames';
import { createStatements, sayMade, type Statements } from './statements';
import { unmarked } from './unmarked';

export function printBody(program: StackProgram, names: StackNames): readonly string[] {
  const { language } = names;
  const statements = createStatements(language);
  const { say, paragraph } = statements;
  const used = usedIn(program);
  for (const transform of program.transforms)
    say(language.method(language.self, 'addTransform', [language.text(transform)]));
  paragraph();
  printParameters(program, used, names, statements);
  paragraph();
  for (const { name, mapping } of program.mappings)
    declare('Mapping', name, ['Mapping', printExpression(mapping, names)]);
  paragraph();
  for (const { name, test } of program.conditions)
    declare('Condition', name, ['Expression', printTest(test, names)]);
  printResources(program, used, names, statements);
  for (const { name, description, value, exportName, condition } of program.outputs) {
    paragraph();
    const props: (readonly [string, Layout])[] = [
      ['Value', printExpression(value, names)],
      ...(description === '' ? [] : [['Description', language.text(unmarked(description))] as const]),
      ...(exportName === null ? [] : [['ExportName', printExpression(exportName, names)] as const]),
      ...(condition === null ? [] : [['Condition', names.condition(condition)] as const]),
    ];
    const made = { className: 'cdk.CfnOutput', id: names.construct('Output', name), props };
    sayMade(made, language, statements, () => names.newVariable(`${name}Output`), false);
  }
  paragraph();
  if (program.metadata !== null) {
    const options = language.member(language.self, 'templateOptions');
    say(language.assign(language.member(options, 'metadata'), printExpression(program.metadata, names)));
  }
  return statements.lines;

  /** An object that resources ask by its variable. */
  function declare(section: 'Mapping' | 'Condition', name: string, prop: readonly [string, Layout]): void {
    const made = { className: `cdk.Cfn${section}`, id: names.construct(section, name), props: [prop] };
    const variable = (): string => names.newVariable(name);
    const found = sayMade(made, language, statements, variable, used.has(name));
    if (found !== undefined) names.declare(section, name, found);
  }
}

function printResources(
  { resources }: StackProgram,
  used: ReadonlySet<string>,
  names: StackNames,
  statements: Statements,
): void {
  const { language } = names;
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
      if (one === undefined || two === undefined) continue;
      const node = language.member(one.variable, 'node');
      statements.say(language.method(node, 'addDependency', [two.variable]));
    }
}

function printTest(test: ConditionTest, names: StackNames): Layout {
  const { language } = names;
  const call = (name: string, given: readonly Layout[]): Layout =>
    language.method('cdk.Fn', `condition${capitalized(name)}`, given);
  switch (test.is) {
    case 'equals':
      return call('equals', [printExpression(test.one, names), printExpression(test.other, names)]);
    case 'not':
      return call('not', [printTest(test.of, names)]);
    case 'named':
      return names.isDeclared('Condition', test.name)
        ? names.condition(test.name)
        : // CloudFormation refuses conditions that go in a circle; the code says it as the template does.
          language.method('cdk.Token', 'asAny', [language.map([['Condition', language.text(test.name)]])]);
    case 'data':
      return language.method('cdk.Token', 'asAny', [printExpression(test.value, names)]);
    default:
      return call(
        test.is,
        test.of.map((each) => printTest(each, names)),
      );
  }
}

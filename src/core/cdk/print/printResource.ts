/** A resource as a construct: of its own class where the library has one that takes its properties, else of any type. */
import type { Expression } from '../expression';
import type { Layout } from '../layout';
import { classOf } from '../names';
import type { ProgramResource } from '../stackProgram';
import { printExpression } from './printExpression';
import type { StackNames } from './stackNames';
import { sayMade, type Statements } from './statements';
import { unmarked } from './unmarked';

/** `used`: what something else refers to, and so needs a variable. */
export function printResource(
  resource: ProgramResource,
  used: ReadonlySet<string>,
  names: StackNames,
  statements: Statements,
): void {
  const { language } = names;
  const { say } = statements;
  const found = resource.as === 'class' ? classOf(resource.type) : undefined;
  const variable = sayMade(
    {
      className: found === undefined ? 'cdk.CfnResource' : `${found.service}.${found.name}`,
      id: names.constructOf(resource.id),
      props:
        found === undefined
          ? plainProps(resource, names)
          : resource.properties.map(([name, value]) => [name, printExpression(value, names)]),
    },
    language,
    statements,
    () => names.newVariable(resource.id),
    used.has(resource.id) || hasMore(resource),
  );
  if (variable === undefined) return;
  if (resource.condition !== null)
    say(language.assign(optionOf(variable, 'condition', names), names.condition(resource.condition)));
  for (const [name, value] of resource.overrides)
    say(
      language.method(variable, 'addPropertyOverride', [language.text(name), printExpression(value, names)]),
    );
  for (const [name, value] of resource.attributes) say(printAttribute(variable, name, value, names));
  names.declareResource(resource.id, variable, found !== undefined);
}

function plainProps({ type, properties }: ProgramResource, names: StackNames): (readonly [string, Layout])[] {
  return [
    ['Type', names.language.text(unmarked(type))],
    ...(properties.length === 0
      ? []
      : [['Properties', printExpression({ is: 'map', entries: properties }, names)] as const]),
  ];
}

function optionOf(variable: string, option: string, { language }: StackNames): string {
  return language.member(language.member(variable, 'cfnOptions'), option);
}

function printAttribute(variable: string, name: string, value: Expression, names: StackNames): Layout {
  const { language } = names;
  const policy = value.is === 'text' ? deletionPolicies.get(value.text) : undefined;
  const option = policyOptions.get(name);
  return policy !== undefined && option !== undefined
    ? language.assign(optionOf(variable, option, names), `cdk.CfnDeletionPolicy.${policy}`)
    : language.method(variable, 'addOverride', [language.text(name), printExpression(value, names)]);
}

function hasMore({ condition, overrides, attributes, dependsOn }: ProgramResource): boolean {
  return condition !== null || overrides.length > 0 || attributes.length > 0 || dependsOn.length > 0;
}

const policyOptions: ReadonlyMap<string, string> = new Map([
  ['DeletionPolicy', 'deletionPolicy'],
  ['UpdateReplacePolicy', 'updateReplacePolicy'],
]);

const deletionPolicies: ReadonlyMap<string, string> = new Map([
  ['Delete', 'DELETE'],
  ['Retain', 'RETAIN'],
  ['RetainExceptOnCreate', 'RETAIN_EXCEPT_ON_CREATE'],
  ['Snapshot', 'SNAPSHOT'],
]);

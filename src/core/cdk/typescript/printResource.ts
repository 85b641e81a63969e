/** A resource as a construct: of its own class where the library has one that takes its properties, else of any type. */
import type { Entries, Expression } from '../expression';
import type { Layout } from '../layout';
import { classOf, propertyName } from '../names';
import type { ProgramResource } from '../stackProgram';
import { stringLiteral, unmarked } from './literals';
import { printExpression } from './printExpression';
import type { StackNames } from './stackNames';
import { newConstruct, type Statements } from './statements';

/** `used`: what something else refers to, and so needs a variable. */
export function printResource(
  resource: ProgramResource,
  used: ReadonlySet<string>,
  names: StackNames,
  { say }: Statements,
): void {
  const id = names.constructOf(resource.id);
  const found = resource.as === 'class' ? classOf(resource.type) : undefined;
  const made =
    found === undefined
      ? newConstruct('cdk.CfnResource', id, plainProps(resource, names))
      : newConstruct(`${found.service}.${found.name}`, id, typedProps(resource.properties, names));
  const isNamed = used.has(resource.id) || id.logicalId !== null || hasMore(resource);
  if (!isNamed) return say(made);
  const variable = names.newVariable(resource.id);
  say([`const ${variable} = `, made]);
  if (id.logicalId !== null) say(`${variable}.overrideLogicalId(${stringLiteral(id.logicalId)})`);
  if (resource.condition !== null)
    say(`${variable}.cfnOptions.condition = ${names.condition(resource.condition)}`);
  for (const [name, value] of resource.overrides)
    say([`${variable}.addPropertyOverride(${stringLiteral(name)}, `, printExpression(value, names), ')']);
  for (const [name, value] of resource.attributes) say(printAttribute(variable, name, value, names));
  names.declareResource(resource.id, variable, found !== undefined);
}

function typedProps(properties: Entries, names: StackNames): Layout[] {
  return properties.map(([name, value]) => [`${propertyName(name)}: `, printExpression(value, names)]);
}

function plainProps({ type, properties }: ProgramResource, names: StackNames): Layout[] {
  return [
    `type: ${stringLiteral(unmarked(type))}`,
    ...(properties.length === 0
      ? []
      : [['properties: ', printExpression({ is: 'map', entries: properties }, names)]]),
  ];
}

function printAttribute(variable: string, name: string, value: Expression, names: StackNames): Layout {
  const policy = value.is === 'text' ? deletionPolicies.get(value.text) : undefined;
  const option = policyOptions.get(name);
  return policy !== undefined && option !== undefined
    ? `${variable}.cfnOptions.${option} = cdk.CfnDeletionPolicy.${policy}`
    : [`${variable}.addOverride(${stringLiteral(name)}, `, printExpression(value, names), ')'];
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

/** Parameters as properties of the stack, and as what they are in CloudFormation where that must be. */
import type { Layout } from '../layout';
import type { Language } from '../language';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import type { StackNames } from './stackNames';
import { sayMade, type Made, type Statements } from './statements';
import { unmarked } from './unmarked';

/** Makes the value of each parameter known in the constructor. */
export function printParameters(
  { parameters }: StackProgram,
  used: ReadonlySet<string>,
  names: StackNames,
  statements: Statements,
): void {
  const { language } = names;
  const { say } = statements;
  const taken = parameters.flatMap((parameter) => {
    const member = names.members.get(parameter);
    if (member === undefined || parameter.default === undefined || !used.has(parameter.name)) return [];
    const variable = language.propsAreVariables ? member : names.newVariable(parameter.name);
    names.declare('Parameter', parameter.name, variable);
    return [{ member, variable, parameter }];
  });
  for (const statement of language.takeProps(taken)) say(statement);
  for (const parameter of parameters) {
    const member = names.members.get(parameter);
    if (member !== undefined && (parameter.default !== undefined || !used.has(parameter.name))) continue;
    const made: Made = {
      className: 'cdk.CfnParameter',
      id: names.construct('Parameter', parameter.name),
      props: propsOf(parameter, language),
    };
    const value = { text: 'valueAsString', number: 'valueAsNumber', list: 'valueAsList' }[parameter.gives];
    if (member === undefined) {
      const variable = (): string => names.newVariable(parameter.name);
      const name = sayMade(made, language, statements, variable, used.has(parameter.name));
      if (name !== undefined) names.declare('Parameter', parameter.name, language.member(name, value));
      continue;
    }
    // Whoever gives the property needs no parameter.
    const variable = language.propsAreVariables ? member : names.newVariable(parameter.name);
    const created = language.create(made.className, made.id.id, made.props);
    for (const statement of language.takeOr(member, variable, [created, language.member('', value)]))
      say(statement);
    names.declare('Parameter', parameter.name, variable);
  }
}

function propsOf(
  { type, description, default: value, allowed, checks }: ProgramParameter,
  language: Language,
): (readonly [string, Layout])[] {
  const text = (each: string): string => language.text(unmarked(each));
  return [
    ['Type', language.text(type)],
    ...(description === '' ? [] : [['Description', text(description)] as const]),
    ...(value === undefined
      ? []
      : [['Default', typeof value === 'number' ? String(value) : text(value)] as const]),
    ...(allowed === null ? [] : [['AllowedValues', language.list(allowed.map(text))] as const]),
    ...checks.map(([name, check]) => {
      const isText = name === 'AllowedPattern' || name === 'ConstraintDescription';
      return [name, isText ? text(String(check)) : plain(check, language)] as const;
    }),
  ];
}

/** A number or a truth value, which a template may write as a text. */
function plain(value: string | number | boolean, language: Language): string {
  if (value === 'true' || value === 'false' || typeof value === 'boolean')
    return language.truth(String(value) === 'true');
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : '0';
}

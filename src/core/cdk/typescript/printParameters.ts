/** Parameters as typed properties of the stack, and as what they are in CloudFormation where that must be. */
import { commentText } from '../identifiers';
import type { Layout } from '../layout';
import { camelCase } from '../names';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import { stringLiteral, unmarked } from './literals';
import type { StackNames } from './stackNames';
import { newConstruct, type Statements } from './statements';

/** The members of the interface of the stack's properties. */
export function printMembers(names: StackNames): string[] {
  return [...names.members].flatMap(([parameter, name]) => {
    const about = commentText(parameter.description);
    const byDefault =
      parameter.default === undefined ? 'asked for when it is deployed' : defaultOf(parameter);
    return [
      '  /**',
      ...(about === '' ? [] : [`   * ${about}`, '   *']),
      `   * @default ${commentText(byDefault)}`,
      '   */',
      `  readonly ${name}?: ${typeOf(parameter)};`,
    ];
  });
}

/** Makes the value of each parameter known in the constructor. */
export function printParameters(
  { parameters }: StackProgram,
  used: ReadonlySet<string>,
  names: StackNames,
  { say }: Statements,
): void {
  const items: string[] = [];
  for (const parameter of parameters) {
    const member = names.members.get(parameter);
    if (member === undefined || parameter.default === undefined || !used.has(parameter.name)) continue;
    const variable = names.newVariable(member);
    names.declare('Parameter', parameter.name, variable);
    items.push(`${member}${variable === member ? '' : `: ${variable}`} = ${defaultOf(parameter)}`);
  }
  if (items.length > 0) say([{ open: 'const {', items, close: '}', spaced: true }, ' = props']);
  for (const parameter of parameters) {
    const member = names.members.get(parameter);
    if (member !== undefined && (parameter.default !== undefined || !used.has(parameter.name))) continue;
    const id = names.construct('Parameter', parameter.name);
    const made = newConstruct('cdk.CfnParameter', id, propsOf(parameter));
    const value = { text: 'valueAsString', number: 'valueAsNumber', list: 'valueAsList' }[parameter.gives];
    const variable = names.newVariable(parameter.name);
    names.declare('Parameter', parameter.name, member === undefined ? `${variable}.${value}` : variable);
    // Whoever gives the property needs no parameter.
    if (member !== undefined) say([`const ${variable} = props.${member} ?? `, made, `.${value}`]);
    else say([used.has(parameter.name) ? `const ${variable} = ` : '', made]);
  }
}

function typeOf({ gives, allowed }: ProgramParameter): string {
  if (gives === 'list') return 'string[]';
  if (gives === 'number') return 'number';
  return allowed === null ? 'string' : allowed.map(stringLiteral).join(' | ');
}

function defaultOf({ gives, default: value = '' }: ProgramParameter): string {
  const text = unmarked(String(value));
  if (gives === 'list')
    return `[${text
      .split(',')
      .map((each) => stringLiteral(each.trim()))
      .join(', ')}]`;
  const isNumber = gives === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? String(Number(text)) : stringLiteral(text);
}

function propsOf({ type, description, default: value, allowed, checks }: ProgramParameter): Layout[] {
  return [
    `type: ${stringLiteral(type)}`,
    ...(description === '' ? [] : [`description: ${stringLiteral(unmarked(description))}`]),
    ...(value === undefined
      ? []
      : [`default: ${typeof value === 'number' ? String(value) : stringLiteral(unmarked(value))}`]),
    ...(allowed === null
      ? []
      : [
          [
            'allowedValues: ',
            { open: '[', items: allowed.map((each) => stringLiteral(unmarked(each))), close: ']' },
          ] as const,
        ]),
    ...checks.map(([name, check]) => {
      const isText = name === 'AllowedPattern' || name === 'ConstraintDescription';
      return `${camelCase(name)}: ${isText ? stringLiteral(String(check)) : plain(check)}`;
    }),
  ];
}

/** A number or a truth value, which a template may write as a text. */
function plain(value: string | number | boolean): string {
  if (value === 'true' || value === 'false' || typeof value === 'boolean') return String(value);
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : '0';
}

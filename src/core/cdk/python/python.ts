/** Python as a language of CDK programs. https://docs.aws.amazon.com/cdk/v2/guide/work-with-cdk-python.html */
import type { Language } from '../language';
import type { Layout } from '../layout';
import { classOf, propertyName, snakeCase } from '../names';
import { unmarked } from '../print/unmarked';
import type { ProgramParameter } from '../readParameter';
import { formatPart, stringLiteral } from './literals';
import { keywords, reservedNames, stackProperties } from './reserved';

export const python: Language = {
  page: { width: 88, step: 4 },
  indent: 8,
  comment: '# ',
  end: '',
  self: 'self',
  reserved: [...reservedNames, ...stackProperties],
  ofStacks: [],
  propsAreVariables: true,

  variable: snakeCase,
  text: stringLiteral,
  truth: (value) => (value ? 'True' : 'False'),
  list: (items) => ({ open: '[', items, close: ']' }),
  map: (entries) => ({
    open: '{',
    items: entries.map(([name, value]) => [`${stringLiteral(name)}: `, value]),
    close: '}',
  }),
  struct: (of, name, entries) => ({
    open: `${structOf(of, name)}(`,
    items: argumentsOf(entries),
    close: ')',
  }),
  joined(parts) {
    const areNames = parts.every(
      (part) => part.is === 'text' || (typeof part.value === 'string' && /^[\w.]+$/.test(part.value)),
    );
    if (areNames)
      return `f"${parts
        .map((part) => (part.is === 'text' ? formatPart(part.text) : `{${part.value as string}}`))
        .join('')}"`;
    const items = parts.map((part) =>
      part.is === 'text' ? stringLiteral(part.text) : part.isNumber ? ['str(', part.value, ')'] : part.value,
    );
    return { open: '"".join([', items, close: '])' };
  },
  lines: (lines) => ({ open: '"\\n".join([', items: lines, close: '])', tall: true }),
  numberAsText: (value) => ['str(', value, ')'],
  textAsNumber: (value) => ['float(', value, ')'],
  textAsTruth: (value) => [value, ' == "true"'],

  method: (on, name, given) => ({ open: `${on}.${snakeCase(name)}(`, items: given, close: ')' }),
  member: (on, name) => `${on}.${snakeCase(name)}`,
  create: (className, id, props) => ({
    open: `${className}(`,
    items: ['self', stringLiteral(id), ...argumentsOf(props)],
    close: ')',
    tall: props.length > 0,
  }),
  declare: (variable, value) => [`${variable} = `, value],
  assign: (to, value) => [`${to} = `, value],

  // The library takes lists, and a default that everybody shares must be none.
  takeProps: (taken) =>
    taken
      .filter(({ parameter }) => parameter.gives === 'list')
      .map(({ variable, member }) => `${variable} = list(${member})`),
  defaultOf,
  takeOr: (member, variable, otherwise) => [
    [`${variable} = `, otherwise, ` if ${member} is None else ${member}`],
  ],
};

function argumentsOf(entries: readonly (readonly [name: string, value: Layout])[]): Layout[] {
  return entries.map(([name, value]) => [`${argumentName(name)}=`, value]);
}

function argumentName(name: string): string {
  const snake = snakeCase(propertyName(name));
  return keywords.includes(snake) ? `${snake}_` : snake;
}

function structOf(of: string, name: string): string {
  const found = classOf(of);
  return name === 'Tag' || found === undefined
    ? 'cdk.CfnTag'
    : `${found.service}.${found.name}.${name}Property`;
}

function defaultOf({ gives, default: value = '' }: ProgramParameter): string {
  const text = unmarked(String(value));
  if (gives === 'list') {
    const items = text.split(',').map((each) => stringLiteral(each.trim()));
    return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  }
  const isNumber = gives === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? String(Number(text)) : stringLiteral(text);
}

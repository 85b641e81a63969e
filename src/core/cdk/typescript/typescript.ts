/** TypeScript as a language of CDK programs. */
import type { Language } from '../language';
import type { Layout } from '../layout';
import { propertyName } from '../names';
import { unmarked } from '../print/unmarked';
import type { ProgramParameter } from '../readParameter';
import { objectKey, stringLiteral, templatePart } from './literals';
import { reservedNames, stackProperties } from './reserved';

export const typescript: Language = {
  page: { width: 100, step: 2 },
  indent: 4,
  comment: '// ',
  end: ';',
  self: 'this',
  reserved: reservedNames,
  ofStacks: stackProperties,
  propsAreVariables: false,

  variable: (name) => name,
  text: stringLiteral,
  truth: String,
  list: (items) => ({ open: '[', items, close: ']' }),
  map: (entries) => object(entries.map(([name, value]) => [`${objectKey(name)}: `, value])),
  struct: (_of, _name, entries) => object(entries.map(([name, value]) => [`${propertyName(name)}: `, value])),
  joined: (parts) =>
    `\`${parts
      .map((part) => (part.is === 'text' ? templatePart(part.text) : `\${${onOneLine(part.value)}}`))
      .join('')}\``,
  lines: (lines) => ({ open: '[', items: lines, close: "].join('\\n')", tall: true }),
  numberAsText: (value) => ['String(', value, ')'],
  textAsNumber: (value) => ['Number(', value, ')'],
  textAsTruth: (value) => [value, " === 'true'"],

  method: call,
  member: (on, name) => `${on}.${name}`,
  create: (className, id, props) => [
    `new ${className}(this, ${stringLiteral(id)}`,
    ...(props.length === 0
      ? []
      : [
          ', ',
          object(
            props.map(([name, value]) => [`${propertyName(name)}: `, value]),
            true,
          ),
        ]),
    ')',
  ],
  declare: (variable, value) => [`const ${variable} = `, value],
  assign: (to, value) => [`${to} = `, value],

  takeProps(taken) {
    if (taken.length === 0) return [];
    const items = taken.map(({ member, variable, parameter }) => {
      const renamed = variable === member ? '' : `: ${variable}`;
      return `${member}${renamed} = ${defaultOf(parameter)}`;
    });
    return [[{ open: 'const {', items, close: '}', spaced: true }, ' = props']];
  },
  defaultOf,
  takeOr: (member, variable, otherwise) => [[`const ${variable} = props.${member} ?? `, otherwise]],
};

function object(items: readonly Layout[], tall = false): Layout {
  return { open: '{', items, close: '}', spaced: true, tall };
}

/** The last of the things given may begin on the line of the call, when the others are short. */
function call(on: string, name: string, given: readonly Layout[]): Layout {
  const [last, ...others] = given.toReversed();
  if (
    others.length > 0 &&
    last !== undefined &&
    others.every((each) => typeof each === 'string') &&
    name.startsWith('add')
  )
    return [`${on}.${name}(${others.toReversed().join(', ')}, `, last, ')'];
  return { open: `${on}.${name}(`, items: given, close: ')' };
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

/** However long it is. */
function onOneLine(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  if ('open' in layout) {
    const blank = layout.spaced === true && layout.items.length > 0 ? ' ' : '';
    return `${layout.open}${blank}${layout.items.map(onOneLine).join(', ')}${blank}${layout.close}`;
  }
  return layout.map(onOneLine).join('');
}

/** Values in TypeScript. */
import { givesOf, type Entries, type Expression, type PseudoParameter } from '../expression';
import type { Layout } from '../layout';
import { attributeName, propertyName } from '../names';
import { objectKey, stringLiteral, templatePart, unmarked } from './literals';

/** How what is declared is called in the code so far. */
export interface Names {
  /** The variable of a resource, once it is declared; `isClass`: of a class that has getters for its attributes. */
  resource(id: string): { readonly variable: string; readonly isClass: boolean } | undefined;
  /** The logical ID that a resource will have, declared or not. */
  logicalId(id: string): string;
  /** The expression of a parameter's value. */
  parameter(name: string): string;
  condition(name: string): string;
  mapping(name: string): string;
}

export function printExpression(value: Expression, names: Names): Layout {
  const print = (each: Expression): Layout => printExpression(each, names);
  switch (value.is) {
    case 'text':
      return printText(value.text);
    case 'number':
      return numberLiteral(value.value);
    case 'truth':
      return String(value.value);
    case 'list':
      return { open: '[', items: value.items.map(print), close: ']' };
    case 'map':
      return printObject(value.entries, keyOf, names);
    case 'struct':
      return printObject(value.entries, propertyName, names);
    case 'ref': {
      const variable = names.resource(value.id)?.variable;
      return variable === undefined
        ? `cdk.Fn.ref(${stringLiteral(names.logicalId(value.id))})`
        : `${variable}.ref`;
    }
    case 'attribute':
      return printAttribute(value, names);
    case 'parameter':
      return names.parameter(value.name);
    case 'pseudo':
      return `cdk.Aws.${pseudoNames[value.name]}`;
    case 'joined':
      return printJoined(value.parts, names);
    case 'call':
      return { open: `cdk.Fn.${value.function}(`, items: value.given.map(print), close: ')' };
    case 'found-in-map':
      return {
        open: `${names.mapping(value.mapping)}.findInMap(`,
        items: value.keys.map(print),
        close: ')',
      };
    case 'if':
      return {
        open: 'cdk.Fn.conditionIf(',
        items: [`${names.condition(value.condition)}.logicalId`, ...value.given.map(print)],
        close: ')',
      };
    case 'intrinsic':
      return ['cdk.Token.asAny(', printObject(value.entries, keyOf, names), ')'];
    case 'as': {
      if (value.wanted === 'text' && givesOf(value.of) === 'number') return ['String(', print(value.of), ')'];
      return [`cdk.Token.${tokens[value.wanted]}(`, print(value.of), ')'];
    }
  }
}

const tokens = { text: 'asString', number: 'asNumber', list: 'asList', resolvable: 'asAny' } as const;

const pseudoNames: Readonly<Record<PseudoParameter, string>> = {
  'AWS::AccountId': 'ACCOUNT_ID',
  'AWS::NoValue': 'NO_VALUE',
  'AWS::NotificationARNs': 'NOTIFICATION_ARNS',
  'AWS::Partition': 'PARTITION',
  'AWS::Region': 'REGION',
  'AWS::StackId': 'STACK_ID',
  'AWS::StackName': 'STACK_NAME',
  'AWS::URLSuffix': 'URL_SUFFIX',
};

function numberLiteral(value: number): string {
  return Number.isFinite(value) ? String(value) : stringLiteral(String(value));
}

function keyOf(name: string): string {
  return objectKey(unmarked(name));
}

function printObject(entries: Entries, nameOf: (name: string) => string, names: Names): Layout {
  return {
    open: '{',
    items: entries.map(([name, each]) => [`${nameOf(name)}: `, printExpression(each, names)]),
    close: '}',
    spaced: true,
  };
}

function printAttribute(
  { id, name, gives }: Extract<Expression, { readonly is: 'attribute' }>,
  names: Names,
): Layout {
  const owner = names.resource(id);
  if (owner?.isClass === true && gives !== 'resolvable') return `${owner.variable}.${attributeName(name)}`;
  const asked =
    owner === undefined
      ? `cdk.Fn.getAtt(${stringLiteral(names.logicalId(id))}, ${stringLiteral(name)})`
      : `${owner.variable}.getAtt(${stringLiteral(name)})`;
  switch (gives) {
    case 'text':
      return `${asked}.toString()`;
    case 'number':
      return `cdk.Token.asNumber(${asked})`;
    case 'list':
      return `cdk.Token.asList(${asked})`;
    default:
      return asked;
  }
}

/** A text of several lines stands on several lines. */
function printText(text: string): Layout {
  const lines = text.split('\n');
  return lines.length > 2 ? inLines(lines.map(stringLiteral)) : stringLiteral(text);
}

function inLines(lines: readonly string[]): Layout {
  return { open: '[', items: lines, close: "].join('\\n')", tall: true };
}

function printJoined(parts: readonly Expression[], names: Names): Layout {
  const lines: Expression[][] = [[]];
  for (const part of parts) {
    if (part.is !== 'text') {
      lines.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ is: 'text', text });
    }
  }
  if (lines.length > 2) return inLines(lines.map((line) => template([line], names)));
  return template(lines, names);
}

function template(lines: readonly (readonly Expression[])[], names: Names): string {
  const [only, ...others] = lines.flat();
  if (lines.length === 1 && others.length === 0 && (only === undefined || only.is === 'text'))
    return stringLiteral(only?.text ?? '');
  const text = lines.map((line) =>
    line
      .map((part) => (part.is === 'text' ? templatePart(part.text) : `\${${flat(within(part, names))}}`))
      .join(''),
  );
  return `\`${text.join('\\n')}\``;
}

/** A template literal makes a text of anything. */
function within(part: Expression, names: Names): Layout {
  const isNumber = part.is === 'as' && part.wanted === 'text' && givesOf(part.of) === 'number';
  return printExpression(isNumber ? part.of : part, names);
}

/** On one line, however long. */
function flat(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  if ('open' in layout) {
    const blank = layout.spaced === true && layout.items.length > 0 ? ' ' : '';
    return `${layout.open}${blank}${layout.items.map(flat).join(', ')}${blank}${layout.close}`;
  }
  return layout.map(flat).join('');
}

/** Values in the code of a language. */
import { givesOf, partsOf, type Entries, type Expression, type PseudoParameter } from '../expression';
import type { JoinedPart, Language } from '../language';
import type { Layout } from '../layout';
import { attributeName } from '../names';
import { unmarked } from './unmarked';

/** How what is declared is called in the code so far. */
export interface Names {
  readonly language: Language;
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
  const { language } = names;
  const print = (each: Expression): Layout => printExpression(each, names);
  switch (value.is) {
    case 'text':
      return printText(value.text, language);
    case 'number':
      return numberLiteral(value.value, language);
    case 'truth':
      return language.truth(value.value);
    case 'list':
      return language.list(value.items.map(print));
    case 'map':
      return printMap(value.entries, names);
    case 'struct':
      return language.struct(
        value.of,
        value.name,
        value.entries.map(([name, each]) => [name, print(each)] as const),
      );
    case 'ref': {
      const variable = names.resource(value.id)?.variable;
      return variable === undefined
        ? language.method('cdk.Fn', 'ref', [language.text(names.logicalId(value.id))])
        : language.member(variable, 'ref');
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
      return language.method('cdk.Fn', value.function, value.given.map(print));
    case 'found-in-map':
      return language.method(names.mapping(value.mapping), 'findInMap', value.keys.map(print));
    case 'if':
      return language.method('cdk.Fn', 'conditionIf', [
        language.member(names.condition(value.condition), 'logicalId'),
        ...value.given.map(print),
      ]);
    case 'intrinsic':
      return language.method('cdk.Token', 'asAny', [printMap(value.entries, names)]);
    case 'as':
      return value.wanted === 'text' && givesOf(value.of) === 'number'
        ? language.numberAsText(print(value.of))
        : language.method('cdk.Token', tokens[value.wanted], [print(value.of)]);
    case 'parsed':
      return value.as === 'number'
        ? language.textAsNumber(print(value.of))
        : language.textAsTruth(print(value.of));
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

function numberLiteral(value: number, language: Language): string {
  return Number.isFinite(value) ? String(value) : language.text(String(value));
}

function printMap(entries: Entries, names: Names): Layout {
  return names.language.map(
    entries.map(([name, each]) => [unmarked(name), printExpression(each, names)] as const),
  );
}

function printAttribute(
  { id, name, gives }: Extract<Expression, { readonly is: 'attribute' }>,
  names: Names,
): Layout {
  const { language } = names;
  const owner = names.resource(id);
  if (owner?.isClass === true && gives !== 'resolvable')
    return language.member(owner.variable, attributeName(name));
  const asked =
    owner === undefined
      ? language.method('cdk.Fn', 'getAtt', [language.text(names.logicalId(id)), language.text(name)])
      : language.method(owner.variable, 'getAtt', [language.text(name)]);
  return gives === 'text' || gives === 'number' || gives === 'list'
    ? language.method('cdk.Token', tokens[gives], [asked])
    : asked;
}

/** A text of several lines stands on several lines. */
function printText(text: string, language: Language): Layout {
  const lines = text.split('\n');
  return lines.length > 2 ? language.lines(lines.map((line) => language.text(line))) : language.text(text);
}

function printJoined(parts: readonly Expression[], names: Names): Layout {
  const lines: JoinedPart[][] = [[]];
  for (const part of parts) {
    if (part.is !== 'text') {
      lines.at(-1)?.push(within(part, names));
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ is: 'text', text });
    }
  }
  const { language } = names;
  const line = (given: readonly JoinedPart[]): Layout => {
    const texts = given.flatMap((part) => (part.is === 'text' ? [part.text] : []));
    return texts.length === given.length ? language.text(texts.join('')) : language.joined(given);
  };
  if (lines.length > 2) return language.lines(lines.map(line));
  return line(
    lines.flatMap((given, index) => (index === 0 ? given : [{ is: 'text' as const, text: '\n' }, ...given])),
  );
}

function within(part: Expression, names: Names): JoinedPart {
  const [number] = part.is === 'as' && part.wanted === 'text' ? partsOf(part) : [];
  const isNumber = number !== undefined && givesOf(number) === 'number';
  return { is: 'value', value: printExpression(isNumber ? number : part, names), isNumber };
}

/**
 * A parameter as a variable, with all that CloudFormation checks of it.
 * https://developer.hashicorp.com/terraform/language/block/variable
 */
import type { ProgramParameter } from '../cdk/readParameter';
import { address, call, list, number, operation, text, type Hcl, type HclBlock, type HclItem } from './hcl';
import { isLookedUp, type AskedVariable, type ModuleNames } from './moduleNames';
import { isSecret } from './holdsSecret';

export function variableBlock(parameter: ProgramParameter, name: string, names: ModuleNames): HclBlock {
  const isNamed = isLookedUp(parameter.type);
  const gives = isNamed ? 'text' : parameter.gives;
  const ofNumbers = parameter.type === 'List<Number>';
  const type =
    gives === 'list'
      ? call('list', address(ofNumbers ? 'number' : 'string'))
      : address(gives === 'number' ? 'number' : 'string');
  const { description, default: value } = parameter;
  return {
    is: 'block',
    type: 'variable',
    labels: [name],
    body: [
      ...(description === '' ? [] : [attribute('description', text(description))]),
      attribute('type', type),
      ...(value === undefined ? [] : [attribute('default', defaultFor(value, gives, ofNumbers))]),
      ...(isSecret(parameter) ? [attribute('sensitive', { is: 'truth', value: true })] : []),
      ...validations(parameter, name, gives, names),
    ],
  };
}

export function askedVariableBlock({ name, description, type, default: value }: AskedVariable): HclBlock {
  return {
    is: 'block',
    type: 'variable',
    labels: [name],
    body: [
      attribute('description', text(description)),
      attribute('type', type),
      ...(value === undefined ? [] : [attribute('default', value)]),
    ],
  };
}

function defaultFor(value: string | number, gives: ProgramParameter['gives'], ofNumbers: boolean): Hcl {
  if (gives === 'list')
    return list(
      String(value) === ''
        ? []
        : String(value)
            .split(',')
            .map((each) => (ofNumbers ? numeric(each.trim()) : text(each.trim()))),
    );
  return gives === 'number' ? numeric(String(value)) : text(String(value));
}

function numeric(value: string): Hcl {
  return /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? number(Number(value)) : text(value);
}

function validations(
  { name, allowed, checks, gives: given }: ProgramParameter,
  variable: string,
  gives: ProgramParameter['gives'],
  names: ModuleNames,
): readonly HclItem[] {
  const checked = Object.fromEntries(checks);
  const { ConstraintDescription: explained } = checked;
  const each: Hcl = gives === 'list' ? address('each') : address(`var.${variable}`);
  const ofEach = (test: Hcl): Hcl =>
    gives === 'list'
      ? call('alltrue', { is: 'for', variables: ['each'], in: address(`var.${variable}`), gives: test })
      : test;
  const said = (condition: Hcl, otherwise: string): HclItem => ({
    is: 'block',
    type: 'validation',
    labels: [],
    body: [
      attribute('condition', condition),
      attribute('error_message', text(explained === undefined ? otherwise : String(explained))),
    ],
  });
  const bound = (check: string, operator: '>=' | '<=', of: Hcl, words: string): readonly HclItem[] => {
    const limit = checked[check];
    return limit === undefined || !Number.isFinite(Number(limit))
      ? []
      : [
          said(
            ofEach(operation(operator, of, number(Number(limit)))),
            `${variable} ${words} ${String(limit)}.`,
          ),
        ];
  };
  const { AllowedPattern: pattern } = checked;
  if (pattern !== undefined && !isPattern(String(pattern)))
    names.remark({
      en: `${name}: AllowedPattern ${String(pattern)} is no regular expression of Terraform's; it is not checked`,
      ja: `${name}: AllowedPattern ${String(pattern)} は Terraform の正規表現にないため、検証していません`,
    });
  return [
    ...(allowed === null
      ? []
      : [
          said(
            ofEach(
              call(
                'contains',
                list(allowed.map((value) => (gives === 'number' ? numeric(value) : text(value)))),
                each,
              ),
            ),
            `${variable} must be one of: ${allowed.join(', ')}.`,
          ),
        ]),
    ...(pattern === undefined || given === 'number' || !isPattern(String(pattern))
      ? []
      : [
          said(
            ofEach(call('can', call('regex', text(`^(?:${String(pattern)})$`), each))),
            `${variable} must be of the form ${String(pattern)}.`,
          ),
        ]),
    ...bound('MinLength', '>=', call('length', each), 'must have at least this many characters:'),
    ...bound('MaxLength', '<=', call('length', each), 'must have at most this many characters:'),
    ...bound('MinValue', '>=', each, 'must be at least'),
    ...bound('MaxValue', '<=', each, 'must be at most'),
  ];
}

/** What CloudFormation's expressions have and those of RE2 do not: looking around, possessive groups, back references. */
function isPattern(pattern: string): boolean {
  return !/\(\?(?:[=!>]|<[=!])|\\[1-9]|[*+?}]\+/.test(pattern);
}

/** What a variable is if nobody says anything. */
export function defaultOf(variable: HclBlock): Hcl | undefined {
  return valueIn(variable, 'default');
}

export function typeOf(variable: HclBlock): Hcl {
  return valueIn(variable, 'type') ?? address('any');
}

export function valueIn({ body }: HclBlock, name: string): Hcl | undefined {
  const found = body.find((item) => item.is === 'attribute' && item.name === name);
  return found?.is === 'attribute' ? found.value : undefined;
}

function attribute(name: string, value: Hcl): HclItem {
  return { is: 'attribute', name, value };
}

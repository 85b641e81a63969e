/**
 * What CloudFormation lets a parameter be, whether its value is given or its default.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
import { nearest } from '../../lib/nearest';
import { coversWhole } from '../../lib/pattern';
import type { Words } from '../../lib/words';
import { didYouMean } from './faults/templateFault';
import type { SyntaxNode } from './source/syntax';
import { plainValue, valueOf } from './source/syntax';
import type { Stack } from './stack';
import { textOf } from './stack';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostParameters = 200;

/** What is allowed, where a value is not; undefined where it is, or where that cannot be told. */
export function notAllowed({ parameters }: Stack, definition: SyntaxNode, value: string): Words | undefined {
  const type = textOf(valueOf(definition, 'Type')) ?? 'String';
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const items = isList ? value.split(',').map((item) => item.trim()) : [value];
  const wrong =
    notOfType(type, items) ??
    notListed(definition, items, type) ??
    outOfRange(definition, value, type) ??
    wrongLength(definition, value, type) ??
    // An expression takes time: a template that is too large anyway is not worth it.
    (parameters.size > mostParameters ? undefined : notCovered(definition, items, type));
  if (wrong === undefined) return undefined;
  const description = textOf(valueOf(definition, 'ConstraintDescription'))?.trim() ?? '';
  return description === ''
    ? wrong
    : { en: `${wrong.en} (${description})`, ja: `${wrong.ja} (${description})` };
}

/** Values that no template takes, and names that are no parameter's. */
export interface WrongParameter {
  readonly message: Words;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export function* wrongParameters(
  stacks: readonly Stack[],
  given: Readonly<Record<string, string>>,
): Generator<WrongParameter> {
  const known = new Set(stacks.flatMap(({ parameters }) => [...parameters.keys()]));
  for (const [name, value] of Object.entries(given)) {
    if (!known.has(name)) yield { message: noSuchParameter(name, known) };
    for (const stack of stacks) {
      const parameter = stack.parameters.get(name);
      const allowed = parameter === undefined ? undefined : notAllowed(stack, parameter.value, value);
      if (parameter === undefined || allowed === undefined) continue;
      const shown = isSecret(parameter.value) ? '…' : value;
      yield {
        file: stack.file,
        ...stack.source.position(parameter.keyStart),
        message: {
          en: `the parameter ${name} cannot be “${shown}”: ${allowed.en}`,
          ja: `パラメータ ${name} に「${shown}」は指定できません。${allowed.ja}`,
        },
      };
    }
  }
}

/** A value that is not to be shown anywhere. */
export function isSecret(definition: SyntaxNode): boolean {
  const noEcho = valueOf(definition, 'NoEcho');
  return noEcho?.is === 'scalar' && (plainValue(noEcho.text) === true || noEcho.text === '1');
}

function noSuchParameter(name: string, known: ReadonlySet<string>): Words {
  const meant = nearest(name, known);
  const { en, ja } = didYouMean(meant);
  const all = [...known].sort().join(', ');
  const there =
    meant !== undefined
      ? { en, ja }
      : all === ''
        ? { en: '; there are none', ja: '。パラメータは 1 つもありません' }
        : { en: `; there are: ${all}`, ja: `。使えるパラメータ: ${all}` };
  return {
    en: `no template has a parameter “${name}”${there.en}`,
    ja: `パラメータ「${name}」はどのテンプレートにもありません${there.ja}`,
  };
}

function notOfType(type: string, items: readonly string[]): Words | undefined {
  if (type !== 'Number' && type !== 'List<Number>') return undefined;
  if (items.every(isNumber)) return undefined;
  return type === 'Number'
    ? { en: 'it takes a number', ja: '数値を指定してください' }
    : { en: 'it takes numbers, separated by commas', ja: '数値をコンマで区切って指定してください' };
}

function notListed(definition: SyntaxNode, items: readonly string[], type: string): Words | undefined {
  const list = valueOf(definition, 'AllowedValues');
  if (list?.is !== 'list') return undefined;
  const allowed = list.items.flatMap((item) => (item.is === 'scalar' ? [item] : []));
  // A function in the list is none of ours to judge.
  if (allowed.length < list.items.length) return undefined;
  const fits = (value: string): boolean =>
    allowed.some(
      ({ text, plain }) =>
        text === value ||
        // Unquoted, `yes` is a truth value and 1.0 a number.
        (plain && meaningOf(text) === value) ||
        (type === 'Number' && isNumber(text) && Number(text) === Number(value)),
    );
  if (items.every(fits)) return undefined;
  const most = 20;
  const shown = allowed.slice(0, most).map(({ text }) => (text === '' ? '""' : text));
  const all = `${shown.join(', ')}${allowed.length > most ? ', …' : ''}`;
  return items.length > 1
    ? {
        en: `each of its values must be one of ${all}`,
        ja: `どの値も次のいずれかでなければなりません: ${all}`,
      }
    : { en: `it must be one of ${all}`, ja: `次のいずれかを指定してください: ${all}` };
}

function meaningOf(text: string): string {
  const value = plainValue(text);
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : text;
}

function outOfRange(definition: SyntaxNode, value: string, type: string): Words | undefined {
  if (type !== 'Number') return undefined;
  const [least, most] = bounds(definition, 'MinValue', 'MaxValue');
  const number = Number(value);
  if (least !== undefined && number < least)
    return { en: `it must be at least ${least}`, ja: `${least} 以上の値を指定してください` };
  if (most !== undefined && number > most)
    return { en: `it must be at most ${most}`, ja: `${most} 以下の値を指定してください` };
  return undefined;
}

function wrongLength(definition: SyntaxNode, value: string, type: string): Words | undefined {
  if (type !== 'String') return undefined;
  const [least, most] = bounds(definition, 'MinLength', 'MaxLength');
  const length = [...value].length;
  if (least !== undefined && length < least)
    return {
      en: `it must have at least ${least} ${least === 1 ? 'character' : 'characters'}`,
      ja: `${least} 文字以上で指定してください`,
    };
  if (most !== undefined && length > most)
    return {
      en: `it must have at most ${most} ${most === 1 ? 'character' : 'characters'}`,
      ja: `${most} 文字以下で指定してください`,
    };
  return undefined;
}

function notCovered(definition: SyntaxNode, items: readonly string[], type: string): Words | undefined {
  if (type !== 'String' && type !== 'CommaDelimitedList') return undefined;
  const pattern = textOf(valueOf(definition, 'AllowedPattern'));
  if (pattern === undefined || !items.some((item) => coversWhole(pattern, item) === false)) return undefined;
  return items.length > 1
    ? { en: `each of its values must match ${pattern}`, ja: `どの値も ${pattern} に一致しなければなりません` }
    : { en: `it must match ${pattern}`, ja: `${pattern} に一致する値を指定してください` };
}

function bounds(definition: SyntaxNode, least: string, most: string): (number | undefined)[] {
  return [least, most].map((name) => {
    const text = textOf(valueOf(definition, name)) ?? '';
    return isNumber(text) ? Number(text) : undefined;
  });
}

function isNumber(text: string): boolean {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(text);
}

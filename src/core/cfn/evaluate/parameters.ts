import type { SyntaxNode } from '../source/syntax';
import { valueOf } from '../source/syntax';
import { textOf } from '../stack';
import type { Evaluated } from './evaluated';
import { text, unknown } from './evaluated';

/** The value of a parameter: the given one, else its default, else unknown. */
export function parameterValue(name: string, definition: SyntaxNode, given: string | undefined): Evaluated {
  const type = textOf(valueOf(definition, 'Type')) ?? 'String';
  const fallback = valueOf(definition, 'Default');
  const value = given ?? textOf(fallback);
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (type.startsWith('AWS::SSM::Parameter::Value<') && value !== undefined)
    return text(`{{resolve:ssm:${value}}}`, false, {
      en: `the value is read from Systems Manager (${value}) when the stack is made`,
      ja: `値はスタックの作成時に Systems Manager (${value}) から読み込まれます`,
    });
  if (value === undefined) {
    if (fallback?.is === 'list' && isList)
      return { is: 'list', items: fallback.items.map((item) => text(textOf(item) ?? '')) };
    return unknown(
      `parameter ${name} gives it when the stack is made`,
      `スタックの作成時にパラメータ ${name} で指定されます`,
    );
  }
  if (!isList) return text(value);
  return { is: 'list', items: value.split(',').map((item) => text(item.trim())) };
}

import type { SyntaxNode } from '../source/syntax';
import { plainValue, valueOf } from '../source/syntax';
import { textOf } from '../stack';
import type { Evaluated } from './evaluated';
import { splitPieces, text, unknown } from './evaluated';

/** The value of a parameter: the given one, else its default, else unknown. A stack around may give more than a text. */
export function parameterValue(
  name: string,
  definition: SyntaxNode,
  given: string | Evaluated | undefined,
): Evaluated {
  const type = textOf(valueOf(definition, 'Type')) ?? 'String';
  const fallback = valueOf(definition, 'Default');
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (typeof given === 'object' && given.is !== 'text') return isList ? asList(given) : given;
  const value = typeof given === 'object' ? given.text : (given ?? scalarText(fallback));
  if (type.startsWith('AWS::SSM::Parameter::Value<') && value !== undefined)
    return text(`{{resolve:ssm:${value}}}`, false, {
      en: `the value is read from Systems Manager (${value}) when the stack is made`,
      ja: `値はスタックの作成時に Systems Manager (${value}) から読み込まれます`,
    });
  if (value === undefined) {
    if (fallback?.is === 'list' && isList)
      return { is: 'list', items: fallback.items.map((item) => text(scalarText(item) ?? '')) };
    return unknown(
      `parameter ${name} gives it when the stack is made`,
      `スタックの作成時にパラメータ ${name} で指定されます`,
    );
  }
  const assumed = typeof given === 'object' ? given.assumed : undefined;
  if (!isList) return text(value, false, assumed);
  return { is: 'list', items: value.split(',').map((item) => text(item.trim(), false, assumed)) };
}

/** Ids that were put together with commas are a list again. */
function asList(given: Evaluated): Evaluated {
  if (given.is === 'reference') return { is: 'list', items: [given] };
  const items =
    given.is === 'unknown' && given.pieces !== undefined ? splitPieces(given.pieces, ',') : undefined;
  return items === undefined ? given : { is: 'list', items };
}

/** Without quotes, `yes` is a truth value of YAML, which becomes the text `true`. */
function scalarText(node: SyntaxNode | undefined): string | undefined {
  if (node?.is !== 'scalar') return undefined;
  const value = node.plain ? plainValue(node.text) : node.text;
  return typeof value === 'boolean' ? String(value) : node.text;
}

/** Reads the arguments behind a verb. */
import { nearest } from '../lib/nearest';
import type { Words } from '../lib/words';
import { Refusal } from './refusal';

export interface OptionSpec {
  readonly name: string;
  /** What stands for its value in the help; undefined for a switch. */
  readonly value?: string;
  readonly short?: string;
  /** Whether it may be given more than once. */
  readonly many?: boolean;
  /** The values it takes, where that is a closed list. */
  readonly oneOf?: readonly string[];
  readonly about: Words;
}

export interface Given {
  /** What is no option: files, and ids of rules. */
  readonly rest: readonly string[];
  has(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'lang',
    value: 'en|ja',
    oneOf: ['en', 'ja'],
    about: { en: 'language of the answer (default: en)', ja: '出力の言語 (既定は en)' },
  },
  {
    name: 'region',
    value: 'NAME',
    about: {
      en: 'the AWS Region (default: the diagram’s or the one of a template’s zones, else ap-northeast-1)',
      ja: 'AWS リージョン (既定はダイアグラムの設定、またはテンプレートのゾーンのリージョン、なければ ap-northeast-1)',
    },
  },
  {
    name: 'param',
    value: 'NAME=VALUE',
    many: true,
    about: { en: 'a template parameter; may be repeated', ja: 'テンプレートのパラメータ。複数指定できます' },
  },
  { name: 'help', short: 'h', about: { en: 'this help', ja: 'このヘルプを表示' } },
];

export function readOptions(args: readonly string[], specs: readonly OptionSpec[]): Given {
  const rest: string[] = [];
  const found = new Map<string, string[]>();
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      rest.push(...args.slice(index + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      rest.push(arg);
      continue;
    }
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const shown = equals < 0 ? arg : arg.slice(0, equals);
    const spec = specs.find(
      ({ name, short }) => shown === `--${name}` || (short !== undefined && shown === `-${short}`),
    );
    if (spec === undefined) throw unknownOption(shown, specs);
    if (spec.value === undefined) {
      if (equals >= 0)
        throw new Refusal({ en: `${shown} takes no value.`, ja: `${shown} に値は指定できません。` });
      found.set(spec.name, ['']);
      continue;
    }
    const value = equals < 0 ? args[++index] : arg.slice(equals + 1);
    if (value === undefined || (equals < 0 && value.startsWith('--')))
      throw new Refusal({
        en: `${shown} needs a value: ${shown} ${spec.value}`,
        ja: `${shown} には値が必要です: ${shown} ${spec.value}`,
      });
    if (spec.oneOf !== undefined && !spec.oneOf.includes(value))
      throw new Refusal({
        en: `${shown} cannot be “${value}”; it can be: ${spec.oneOf.join(', ')}`,
        ja: `${shown} に「${value}」は指定できません。指定できる値: ${spec.oneOf.join(', ')}`,
      });
    const before = found.get(spec.name);
    if (before !== undefined && spec.many !== true)
      throw new Refusal({ en: `${shown} is given twice.`, ja: `${shown} が 2 回指定されています。` });
    found.set(spec.name, [...(before ?? []), value]);
  }
  return {
    rest,
    has: (name) => found.has(name),
    value: (name) => found.get(name)?.[0],
    values: (name) => found.get(name) ?? [],
  };
}

function unknownOption(shown: string, specs: readonly OptionSpec[]): Refusal {
  const names = specs.map(({ name }) => `--${name}`);
  const meant = nearest(shown, names);
  return new Refusal(
    meant === undefined
      ? {
          en: `There is no option ${shown} here; there are: ${names.join(', ')}`,
          ja: `オプション ${shown} はありません。使えるオプション: ${names.join(', ')}`,
        }
      : {
          en: `There is no option ${shown}; did you mean ${meant}?`,
          ja: `オプション ${shown} はありません。${meant} の誤りではありませんか。`,
        },
  );
}

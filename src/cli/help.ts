import type { Language } from '../lib/words';
import { commonOptions } from './options';
import { aligned } from './print/columns';
import type { Verb } from './verb';

export function overview(verbs: readonly Verb[], language: Language): string {
  const rows = verbs.map(({ name, usage, about }) => [`${name} ${usage}`, about[language]]);
  return language === 'ja'
    ? `使い方: vpcanvas 操作 …\n\n${aligned(rows, '  ')}\n
FILE は vpcanvas のダイアグラム (*.vpcanvas.json) または CloudFormation テンプレート (YAML、JSON) です。
「-」は標準入力を読みます。複数の FILE は 1 つのダイアグラムになります。ネストされたスタックのテンプレートも一緒に指定できます。
各操作の詳細: vpcanvas 操作 --help\n`
    : `Usage: vpcanvas VERB …\n\n${aligned(rows, '  ')}\n
FILE is a vpcanvas diagram (*.vpcanvas.json) or a CloudFormation template in YAML or JSON; “-” reads standard input.
Several FILEs make one diagram; the template of a nested stack may be one of them. More about one verb: vpcanvas VERB --help\n`;
}

export async function helpOf(verb: Verb, language: Language): Promise<string> {
  const { options, notes } = await verb.load();
  const rows = [...options, ...commonOptions].map(({ name, short, value, about }) => [
    `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    about[language],
  ]);
  const title = language === 'ja' ? '使い方' : 'Usage';
  return `${title}: vpcanvas ${verb.name} ${verb.usage}\n\n${verb.about[language]}\n\n${aligned(rows, '  ')}\n\n${notes[language]}\n`;
}

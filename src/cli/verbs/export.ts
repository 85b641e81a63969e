import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Document } from '../../core/model/document';
import type { Words } from '../../lib/words';
import { openInput, printRemarks } from '../openInput';
import { plain } from '../print/columns';
import { Refusal } from '../refusal';
import type { VerbModule } from '../verb';

/** What a design can be written as. One text each, so all of them may go to standard output. */
const formats: Readonly<Record<string, (document: Document) => { text: string; remarks: readonly Words[] }>> =
  {
    cloudformation: (document) => template(document, 'yaml'),
    'cloudformation-json': (document) => template(document, 'json'),
  };

function template(document: Document, format: 'yaml' | 'json'): { text: string; remarks: readonly Words[] } {
  const { template: made, problems } = exportTemplate(catalog, document);
  return { text: templateText(made, format).text, remarks: problems.map(({ message }) => message) };
}

const module: VerbModule = {
  options: [
    {
      name: 'to',
      value: 'FORMAT',
      about: {
        en: `one of: ${Object.keys(formats).join(', ')}`,
        ja: `形式: ${Object.keys(formats).join('、')}`,
      },
    },
    {
      name: 'output',
      short: 'o',
      value: 'OUT',
      about: {
        en: 'the file to write, replaced whole or not at all (default: standard output)',
        ja: '出力ファイル。完全に置き換えるか、何も変えません (既定は標準出力)',
      },
    },
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      about: { en: 'how remarks on standard error are written', ja: '標準エラー出力の注意事項の形式' },
    },
  ],
  notes: {
    en: `Exit status: 0 written, 2 no diagram can be made of the input, or the file cannot be written.
Example: vpcanvas export design.vpcanvas.json --to cloudformation -o network.yaml`,
    ja: `終了コード: 0 出力した、2 入力からダイアグラムを作れない、またはファイルに書き込めない。
例: vpcanvas export design.vpcanvas.json --to cloudformation -o network.yaml`,
  },
  async run(given, { io, language }) {
    const name = given.value('to');
    const write = name !== undefined && Object.hasOwn(formats, name) ? formats[name] : undefined;
    if (write === undefined) {
      const there = Object.keys(formats).join(', ');
      throw new Refusal(
        name === undefined
          ? {
              en: `export needs --to FORMAT, one of: ${there}`,
              ja: `export には --to 形式 が必要です: ${there}`,
            }
          : {
              en: `There is no format “${name}”; there are: ${there}`,
              ja: `形式「${name}」はありません。使える形式: ${there}`,
            },
      );
    }
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const { text, remarks } = write(input.document);
    for (const { problem, file } of input.repairs) io.err(`${file}: ${plain(problem.message[language])}\n`);
    if (given.value('format') === 'json' && remarks.length > 0)
      io.err(`${JSON.stringify({ remarks: remarks.map((words) => words[language]) })}\n`);
    else for (const remark of remarks) io.err(`vpcanvas: ${plain(remark[language])}\n`);
    const output = given.value('output');
    if (output === undefined || output === '-') {
      io.out(text);
      return 0;
    }
    try {
      await io.replaceFile(output, new TextEncoder().encode(text));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refusal(
        {
          en: `cannot be written, and was left as it was: ${why}`,
          ja: `書き込めないため、変更していません: ${why}`,
        },
        { file: output },
      );
    }
    return 0;
  },
};

export const { options, notes, run } = module;

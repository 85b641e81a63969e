import { catalog } from '../../aws';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Document } from '../../core/model/document';
import type { Words } from '../../lib/words';
import { openInput, printRemarks } from '../openInput';
import { plain } from '../print/columns';
import { Refusal } from '../refusal';
import type { VerbModule } from '../verb';

interface Written {
  /** What the file is called when there are several. */
  readonly name: string;
  readonly text: string;
  readonly remarks: readonly Words[];
}

/** What a design can be written as. */
const formats: Readonly<Record<string, (document: Document) => readonly Written[]>> = {
  cloudformation: (document) => templatesOf(document, 'yaml'),
  'cloudformation-json': (document) => templatesOf(document, 'json'),
};

/** The templates that the design came from, with its changes; else the one that makes what is drawn. */
function templatesOf(document: Document, format: 'yaml' | 'json'): readonly Written[] {
  const used = new Set<string>();
  return exportTemplates(catalog, document).map(({ template, exported }) => ({
    name: `${freeName(template?.fileName ?? 'template', used)}.${format}`,
    text: templateText(exported.template, format).text,
    remarks: exported.problems.map(({ message }) => message),
  }));
}

/** The file's name without folder and ending, with a number where two templates have the same one. */
function freeName(fileName: string, used: Set<string>): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  let name = base;
  for (let number = 2; used.has(name); number++) name = `${base}-${number}`;
  used.add(name);
  return name;
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
        en: 'the file to write, replaced whole or not at all (default: standard output); a folder for several templates',
        ja: '出力ファイル。完全に置き換えるか、何も変えません (既定は標準出力)。複数のテンプレートの場合はフォルダー',
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
    const written = write(input.document);
    const remarks = written.flatMap((each) => each.remarks);
    for (const { problem, file } of input.repairs) io.err(`${file}: ${plain(problem.message[language])}\n`);
    if (given.value('format') === 'json' && remarks.length > 0)
      io.err(`${JSON.stringify({ remarks: remarks.map((words) => words[language]) })}\n`);
    else for (const remark of remarks) io.err(`vpcanvas: ${plain(remark[language])}\n`);
    const output = given.value('output');
    const [first, ...others] = written;
    if (output === undefined || output === '-') {
      if (first === undefined || others.length > 0)
        throw new Refusal({
          en: `This makes ${written.length} files; name a folder for them with -o.`,
          ja: `ファイルが ${written.length} 個できます。-o で出力先のフォルダーを指定してください。`,
        });
      io.out(first.text);
      return 0;
    }
    const inFolder = others.length > 0;
    for (const { name: file, text } of written) {
      const path = inFolder ? `${output}/${file}` : output;
      try {
        if (inFolder) await io.makeFolder(output);
        await io.replaceFile(path, new TextEncoder().encode(text));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Refusal(
          {
            en: `cannot be written, and was left as it was: ${why}`,
            ja: `書き込めないため、変更していません: ${why}`,
          },
          { file: path },
        );
      }
    }
    return 0;
  },
};

export const { options, notes, run } = module;

import { catalog } from '../../aws';
import type { ImportReport } from '../../core/cfn/importTemplates';
import { writeDiagram } from '../../core/store/diagramFile';
import type { Language } from '../../lib/words';
import { openInput } from '../openInput';
import { plain } from '../print/columns';
import { Refusal } from '../refusal';
import { replaceFile } from '../replaceFile';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'OUT',
      about: {
        en: 'the diagram file to write, replaced whole or not at all (default: standard output)',
        ja: '出力するダイアグラムファイル。完全に置き換えるか、何も変えません (既定は標準出力)',
      },
    },
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      about: {
        en: 'how the import report is written; json goes to standard output where -o is given',
        ja: 'インポートレポートの形式。-o を指定した場合、json は標準出力に出力',
      },
    },
  ],
  notes: {
    en: `Exit status: 0 written, 2 no diagram can be made of the input, or the file cannot be written.
Example: vpcanvas import net.yaml -o net.vpcanvas.json
A folder with answers of the AWS CLI (aws ec2 describe-vpcs --output json > vpcs.json, …) is a FILE, too.`,
    ja: `終了コード: 0 出力した、2 入力からダイアグラムを作れない、またはファイルに書き込めない。
例: vpcanvas import net.yaml -o net.vpcanvas.json
AWS CLI の結果 (aws ec2 describe-vpcs --output json > vpcs.json など) が入ったフォルダーも FILE として指定できます。`,
  },
  async run(given, { io, language }) {
    const { document, report } = await openInput(given, io);
    if (report === undefined)
      throw new Refusal({
        en: 'import makes a diagram of templates, or of answers of the AWS CLI; one of the FILEs is a diagram already.',
        ja: 'import はテンプレートや AWS CLI の結果からダイアグラムを作成します。指定された FILE の中にダイアグラムがあります。',
      });
    const diagram = writeDiagram(catalog, document);
    const output = given.value('output') ?? '-';
    const isJson = given.value('format') === 'json';
    if (output === '-') io.out(diagram);
    else await replaceFile(output, new TextEncoder().encode(diagram), io);
    if (!isJson) io.err(reportText(report, language));
    else if (output === '-') io.err(`${JSON.stringify(reportJson(report, language))}\n`);
    else io.out(`${JSON.stringify(reportJson(report, language), null, 2)}\n`);
    return 0;
  },
};

function reportJson(
  { understood, passedThrough, problems, commands }: ImportReport,
  language: Language,
): object {
  return {
    understood,
    passedThrough,
    ...(commands === undefined ? {} : { commands }),
    problems: problems.map(({ message, ...where }) => ({ ...where, message: message[language] })),
  };
}

function reportText(
  { understood, passedThrough, problems, commands = [] }: ImportReport,
  language: Language,
): string {
  const counts = {
    en: `${understood.length} understood, ${passedThrough.length} kept as they are${passedThrough.length === 0 ? '' : ` (${passedThrough.join(', ')})`}`,
    ja: `認識 ${understood.length} 件、そのまま保持 ${passedThrough.length} 件${passedThrough.length === 0 ? '' : ` (${passedThrough.join('、')})`}`,
  };
  const lines = problems.map(({ message, file, line, column }) => {
    const where = [file, line, column].filter((each) => each !== undefined).join(':');
    return `${where === '' ? '' : `${where}: `}${plain(message[language])}`;
  });
  const toRun =
    commands.length === 0
      ? ''
      : `${{ en: 'To have the rest, run:', ja: '残りを取得するには、次を実行してください:' }[language]}\n${commands.map((command) => `  ${plain(command)}\n`).join('')}`;
  return [...lines, counts[language]].map((line) => `vpcanvas: ${line}\n`).join('') + toRun;
}

export const { options, notes, run } = module;

import type { Document } from '../../core/model/document';
import type { Words } from '../../lib/words';
import type { Asked, Written, WrittenFile } from '../formats/format';
import type { Io } from '../io';
import { openInput, printRemarks } from '../openInput';
import { pricesGiven, pricesOption } from '../priceOptions';
import { plain } from '../print/columns';
import { Refusal } from '../refusal';
import { refuseFailing, replaceFile } from '../replaceFile';
import type { VerbModule } from '../verb';

/** What a design can be written as; each is loaded when it is asked for. */
const formats: Readonly<Record<string, (document: Document, asked: Asked) => Promise<Written>>> = {
  async cloudformation(document) {
    return (await import('../formats/cloudformation')).writeTemplates(document, 'yaml');
  },
  async 'cloudformation-json'(document) {
    return (await import('../formats/cloudformation')).writeTemplates(document, 'json');
  },
  async 'cdk-typescript'(document) {
    return (await import('../formats/cdk')).writeProject(document, 'typescript');
  },
  async 'cdk-python'(document) {
    return (await import('../formats/cdk')).writeProject(document, 'python');
  },
  async terraform(document) {
    return (await import('../formats/terraform')).writeTerraform(document);
  },
  async 'aws-describe'(document) {
    return (await import('../formats/awsDescribe')).writeAnswers(document);
  },
  async svg(document, asked) {
    return (await import('../formats/picture')).writeSvg(document, asked);
  },
  async png(document, asked) {
    return (await import('../formats/picture')).writePng(document, asked);
  },
  async html(document, asked) {
    return (await import('../formats/player')).writePlayer(document, asked);
  },
  async gif(document, asked) {
    return (await import('../formats/animation')).writeGif(document, asked);
  },
  async pdf(document, asked) {
    return (await import('../formats/publish')).writePdf(document, asked);
  },
  async pptx(document, asked) {
    return (await import('../formats/publish')).writePptx(document, asked);
  },
  async drawio(document, { language }) {
    return (await import('../formats/drawio')).writeDrawio(document, language);
  },
  async mermaid(document, { language }) {
    return (await import('../formats/mermaid')).writeMermaid(document, language);
  },
  async markdown(document, asked) {
    return (await import('../formats/markdown')).writeWalkthrough(document, asked);
  },
};

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
        en: 'the file to write, replaced whole or not at all (default: standard output); for what makes several files, a folder or a .zip file',
        ja: '出力ファイル。完全に置き換えるか、何も変えません (既定は標準出力)。複数のファイルになる場合はフォルダーまたは .zip ファイル',
      },
    },
    {
      name: 'theme',
      value: 'light|dark|auto',
      oneOf: ['light', 'dark', 'auto'],
      about: {
        en: 'of a picture: its ground (default: light; auto, of an SVG: as the reader’s system is, which is the default of html)',
        ja: '画像の配色 (既定は light。auto は SVG と html のみで、閲覧環境の設定に従う。html の既定)',
      },
    },
    {
      name: 'pages',
      value: 'diagram|scenes|frames',
      oneOf: ['diagram', 'scenes', 'frames'],
      about: {
        en: 'of svg, png, pdf, pptx: the whole diagram on a page (default), each scene on one, or each frame; several pictures go to a folder or a .zip file',
        ja: 'svg、png、pdf、pptx のページ: ダイアグラム全体を 1 ページに (既定)、シーンごと、またはフレームごと。複数の画像はフォルダーまたは .zip ファイルに出力',
      },
    },
    {
      name: 'scene',
      value: 'NUMBER|TITLE',
      about: {
        en: 'of the same: only this scene, by its number from 1 on or by its title',
        ja: '同じ形式で、1 から数えた番号またはタイトルで指定したシーンだけを出力',
      },
    },
    {
      name: 'animated',
      about: {
        en: 'of an SVG: dots move along the arrows, as far as their traffic gets',
        ja: 'SVG で、通信が届くところまで矢印に沿って点を動かす',
      },
    },
    {
      name: 'no-source',
      about: {
        en: 'of a picture or html: leave out the diagram, by which the file can be opened again',
        ja: '画像や html にダイアグラムを含めない (含めると、ダイアグラムとして開ける)',
      },
    },
    {
      ...pricesOption,
      about: {
        en: 'of markdown, and of scenes that show costs: prices of your own, as cost takes them',
        ja: 'markdown と、コストを表示するシーンに使用する独自の料金 (cost の --prices と同じ形式)',
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
What was written is read back, and compared with the design; what differs, and each error that a rule finds, is told on
standard error. Of pictures, slides, html, gif, drawio, mermaid and markdown, which are for people to look at, nothing is.
A picture can be opened again, here and in the editor, unless --no-source is given. Its words are in the language of --lang.
Into a folder or a .zip file, markdown goes with its picture; as one file it is text alone.
html is a page that presents the scenes, in both languages and without a network; gif moves dots along the arrows, scene by scene.
Example: vpcanvas export design.vpcanvas.json --to cloudformation -o network.yaml
         vpcanvas export design.vpcanvas.json --to png --theme dark -o design.png
         vpcanvas export design.vpcanvas.json --to pdf --pages scenes -o design.pdf`,
    ja: `終了コード: 0 出力した、2 入力からダイアグラムを作れない、またはファイルに書き込めない。
出力した内容を読み戻して設計と比較し、異なる点とルールのエラーを標準エラー出力に表示します。
閲覧用の画像、スライド、html、gif、drawio、mermaid、markdown は対象外です。
画像は --no-source を指定しない限り、コマンドラインとエディターで再び開けます。画像内の言語は --lang に従います。
markdown はフォルダーまたは .zip ファイルに出力すると画像が付きます。1 つのファイルに出力すると文章だけになります。
html はシーンを提示するページ (日英両方、ネットワーク不要)、gif は矢印に沿って点が動くアニメーション (シーン順) です。
例: vpcanvas export design.vpcanvas.json --to cloudformation -o network.yaml
    vpcanvas export design.vpcanvas.json --to png --theme dark -o design.png
    vpcanvas export design.vpcanvas.json --to pdf --pages scenes -o design.pdf`,
  },
  async run(given, world) {
    const { io, language } = world;
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
    const prices = await pricesGiven(given, io);
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const written = await write(input.document, { ...world, given, prices });
    const unproven = written.isToLookAt === true ? [] : await unprovenOf(input.document, written);
    const remarks = [...written.remarks, ...unproven];
    for (const { problem, file } of input.repairs) io.err(`${file}: ${plain(problem.message[language])}\n`);
    if (given.value('format') === 'json' && remarks.length > 0)
      io.err(`${JSON.stringify({ remarks: remarks.map((words) => words[language]) })}\n`);
    else for (const remark of remarks) io.err(`vpcanvas: ${plain(remark[language])}\n`);
    await put(written, given.value('output') ?? '-', io);
    return 0;
  },
};

/** What is not proven of what was written: it is written all the same, and told. */
async function unprovenOf(
  document: Document,
  { remarks, faults, readBack }: Written,
): Promise<readonly Words[]> {
  const [{ catalog, rules }, { proofOf }] = await Promise.all([
    import('../../aws'),
    import('../../core/proof/proof'),
  ]);
  const told = new Set(remarks.map(({ en }) => en));
  return proofOf(catalog, rules, document, readBack, faults)
    .unproven.map(({ message }) => message)
    .filter(({ en }) => !told.has(en));
}

/** To standard output, a file, an archive or a folder, as the name of the output says. */
async function put(
  { files, main, isFolder, bytes, byteFiles }: Written,
  output: string,
  io: Io,
): Promise<void> {
  if (bytes !== undefined) {
    if (output === '-')
      throw new Refusal({
        en: 'This is not text; name a file for it with -o.',
        ja: 'テキストではないため、-o で出力先のファイルを指定してください。',
      });
    return replaceFile(output, bytes, io);
  }
  if (output === '-') {
    const { length } = byteFiles ?? files;
    if (main === null)
      throw new Refusal({
        en: `This makes ${length} files; name a folder for them with -o, or a .zip file.`,
        ja: `ファイルが ${length} 個できます。-o で出力先のフォルダー、または .zip ファイルを指定してください。`,
      });
    io.out(main.text);
    return;
  }
  if (output.endsWith('.zip') && isFolder) {
    const { zipOf } = await import('../../core/cdk/zip');
    return replaceFile(output, zipOf(byteFiles ?? files), io);
  }
  // The name of one file, and not of a folder.
  if (main !== null && (!isFolder || output.endsWith(endingOf(main))))
    return replaceFile(output, bytesOf(main), io);
  for (const file of byteFiles ?? files) {
    const path = `${output}/${file.path}`;
    await refuseFailing(path, () => io.makeFolder(path.replace(/\/[^/]*$/, '')));
    await replaceFile(path, 'bytes' in file ? file.bytes : bytesOf(file), io);
  }
}

function endingOf({ path }: WrittenFile): string {
  return path.slice(path.lastIndexOf('.'));
}

function bytesOf({ text }: WrittenFile): Uint8Array {
  return new TextEncoder().encode(text);
}

export const { options, notes, run } = module;

/** From the FILEs of a command line to one document, with the names and places that people know. */
import { catalog } from '../aws';
import type { ImportReport } from '../core/cfn/importTemplates';
import type { Finding } from '../core/rules/rule';
import type { Document, ResourceId } from '../core/model/document';
import type { ImportedAnswers } from '../core/describe/importDescribe';
import { maxTextLength, readDiagram, tooLarge } from '../core/store/diagramFile';
import { mergeDocuments } from '../core/store/mergeDocuments';
import { formatOf, saysNothing } from '../core/store/openText';
import type { Problem } from '../core/store/problem';
import { decodeText } from '../lib/decodeText';
import type { Language, Words } from '../lib/words';
import type { Io } from './io';
import { TooLarge } from './io';
import type { Given } from './options';
import { plain } from './print/columns';
import { Refusal } from './refusal';

export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Input {
  readonly document: Document;
  /** Damage that was repaired while a diagram file was read, with the file's name. */
  readonly repairs: readonly { readonly file: string; readonly problem: Problem }[];
  /** What is wrong with the templates as texts. */
  readonly findings: readonly Finding[];
  /** What reading the templates left open: conditions that cannot be evaluated, macros. */
  readonly remarks: readonly Remark[];
  /** What was made of the templates, where every FILE is one. */
  readonly report?: ImportReport;
  /** The logical ID where the file is a template, else the name in the diagram; for flows and scopes, words. */
  readonly nameOf: (id: string) => string;
  /** Where a template says what a finding is about. */
  readonly placeOf: (finding: Finding) => FilePlace | undefined;
  /** The property of a template that a field of a finding stands for; in a diagram, the field itself. */
  readonly propertyOf: (finding: Finding) => string | undefined;
  /** The logical ID of a row of a table that is a resource of its own in the template. */
  readonly rowName: (
    resource: ResourceId,
    field: string | undefined,
    rowKey: string | undefined,
  ) => string | undefined;
}

export interface Remark {
  readonly message: Words;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

interface FileText {
  readonly name: string;
  readonly text: string;
}

export async function openInput(given: Given, io: Io): Promise<Input> {
  const names = given.rest;
  if (names.length === 0)
    throw new Refusal({
      en: 'No FILE was named. Name a vpcanvas diagram, a CloudFormation template or answers of the AWS CLI, or “-” for standard input.',
      ja: 'FILE が指定されていません。vpcanvas のダイアグラム、CloudFormation テンプレート、AWS CLI の結果、または標準入力を表す「-」を指定してください。',
    });
  if (names.filter((name) => name === '-').length > 1)
    throw new Refusal({
      en: 'Standard input (“-”) can be read only once.',
      ja: '標準入力 (「-」) は 1 回しか指定できません。',
    });
  const diagrams: FileText[] = [];
  const templates: FileText[] = [];
  const described: FileText[] = [];
  const strange: { readonly file: FileText; readonly failure: Problem }[] = [];
  let size = 0;
  for (const name of await filesNamed(names, io)) {
    const read = await textOf(name, io);
    if ('failure' in read) throw refusalOf(read.failure, name);
    const file = { name, text: read.text };
    const found = formatOf(file.text);
    if ('failure' in found) {
      strange.push({ file, failure: found.failure });
      continue;
    }
    size += found.format === 'aws-answer' ? file.text.length : 0;
    if (size > maxTextLength) throw new Refusal(tooLarge.message, { file: shownFile(name) });
    ({ diagram: diagrams, template: templates, 'aws-answer': described })[found.format].push(file);
  }

  // A command that failed leaves an empty file among the answers of others.
  for (const { file, failure } of strange)
    if (described.length > 0 && saysNothing(failure, file.text)) described.push(file);
    else throw refusalOf(failure, file.name);

  const parameters = parametersOf(given);
  if (templates.length === 0 && Object.keys(parameters).length > 0)
    throw new Refusal({
      en: '--param sets a parameter of a template, but no FILE is a template.',
      ja: '--param はテンプレートのパラメータを指定しますが、テンプレートの FILE がありません。',
    });

  const documents: Document[] = [];
  const repairs: { file: string; problem: Problem }[] = [];
  for (const { name, text } of diagrams) {
    const read = readDiagram(catalog, text);
    if ('failure' in read) throw refusalOf(read.failure, name);
    documents.push(read.document);
    repairs.push(...read.problems.map((problem) => ({ file: name, problem })));
  }
  const region = given.value('region');
  const live = described.length === 0 ? undefined : await openAnswersOf(described, region);
  if (live !== undefined) documents.push(live.document);
  if (templates.length === 0) {
    const input = inputOf(inRegion(mergeDocuments(catalog, documents), region), repairs);
    if (live !== undefined)
      return {
        ...input,
        remarks: live.report.problems,
        ...(diagrams.length === 0 ? { report: live.report } : {}),
      };
    if (input.document.templates.size === 0) return input;
    // A diagram keeps the templates it came from, with their faults.
    const { templateFindings } = await import('../core/cfn/templateFindings');
    return { ...input, findings: templateFindings(catalog, input.document) };
  }
  // Reading templates needs a YAML parser, which a diagram does without.
  const { openTemplates, templateAnswers } = await import('./openTemplates');
  const opened = openTemplates(templates, parameters, region ?? documents[0]?.settings.region);
  const document = inRegion(mergeDocuments(catalog, [...documents, opened.document]), region);
  const { names: called, ...answers } = templateAnswers(document, opened.document);
  const { findings, remarks, report } = opened;
  const input = inputOf(document, repairs);
  return {
    ...input,
    ...answers,
    findings,
    remarks: [...remarks, ...(live?.report.problems ?? [])],
    ...(diagrams.length === 0 ? { report } : {}),
    nameOf: (id) => called.get(id) ?? input.nameOf(id),
  };
}

/** The files, with those of a folder in its place. */
async function filesNamed(names: readonly string[], io: Io): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    const within = name === '-' ? undefined : await io.filesIn(name);
    const found = within?.filter((path) => path.endsWith('.json'));
    if (found !== undefined && found.length === 0)
      throw new Refusal(
        {
          en: 'there is no .json file in this folder; name a folder with answers of the AWS CLI, or the files themselves.',
          ja: 'フォルダーに .json ファイルがありません。AWS CLI の結果が入ったフォルダーか、ファイルを指定してください。',
        },
        { file: name },
      );
    files.push(...(found ?? [name]));
  }
  return files;
}

/** What reads the answers of the AWS CLI is loaded when there are any. */
async function openAnswersOf(
  files: readonly FileText[],
  region: string | undefined,
): Promise<ImportedAnswers> {
  const [{ importDescribe }, { describeMappings }] = await Promise.all([
    import('../core/describe/importDescribe'),
    import('../awsDescribe'),
  ]);
  const named = files.map(({ name, text }) => ({ name: shownFile(name), text }));
  const imported = importDescribe(catalog, describeMappings, named, region === undefined ? {} : { region });
  const { failure } = imported;
  if (failure !== undefined) throw refusalOf(failure, failure.file);
  return imported;
}

/** The input when no FILE is a template: everything is called as it is in the diagram. */
function inputOf(document: Document, repairs: Input['repairs']): Input {
  return {
    document,
    repairs,
    findings: [],
    remarks: [],
    nameOf: (id) => nameIn(document, id),
    placeOf: () => undefined,
    propertyOf: ({ field }) => field,
    rowName: () => undefined,
  };
}

/** For standard error, since they are no answer to what was asked. */
export function printRemarks({ remarks }: Input, io: Io, language: Language): void {
  for (const { message, file, line, column } of remarks) {
    const where = [file, line, column].filter((each) => each !== undefined).join(':');
    io.err(`vpcanvas: ${where === '' ? '' : `${where}: `}${plain(message[language])}\n`);
  }
}

/** Of a picture of ours, the diagram within it. */
async function textOf(
  name: string,
  io: Io,
): Promise<{ readonly text: string } | { readonly failure: Problem }> {
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? await io.readStandardInput(maxTextLength) : await io.readFile(name, maxTextLength);
  } catch (error) {
    throw new Refusal(whyUnreadable(error), { file: shownFile(name) });
  }
  if (!mayBePicture(bytes)) return { text: decodeText(bytes) };
  const { diagramInPicture } = await import('../core/picture/source');
  return (await diagramInPicture(bytes)) ?? { text: decodeText(bytes) };
}

/** What looks into pictures is loaded where there may be one: what begins with `<`, or as a PNG file does. */
function mayBePicture(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 || bytes.subarray(0, 64).includes(0x3c);
}

export function whyUnreadable(error: unknown): { en: string; ja: string } {
  if (error instanceof TooLarge)
    return {
      en: 'the file is larger than 20 MB, which is more than vpcanvas opens; check that it is the right file.',
      ja: 'ファイルが 20 MB を超えているため、開けません。ファイルが正しいか確認してください。',
    };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { en: 'there is no such file.', ja: 'ファイルがありません。' };
    case 'EISDIR':
      return {
        en: 'this is a folder; name the files in it.',
        ja: 'フォルダーです。中のファイルを指定してください。',
      };
    case 'EACCES':
    case 'EPERM':
      return { en: 'the file may not be read (permission denied).', ja: 'ファイルを読む権限がありません。' };
    default: {
      const why = error instanceof Error ? error.message : String(error);
      return { en: `the file cannot be read: ${why}`, ja: `ファイルを読み込めません: ${why}` };
    }
  }
}

export function refusalOf(problem: Problem, file: string): Refusal {
  const { line, column } = problem;
  return new Refusal(problem.message, {
    file: shownFile(file),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

export function shownFile(name: string): string {
  return name === '-' ? '<stdin>' : name;
}

export function parametersOf(given: Given): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.values('param').map((text) => {
      const equals = text.indexOf('=');
      if (equals < 1)
        throw new Refusal({
          en: `--param takes NAME=VALUE, not “${text}”.`,
          ja: `--param は NAME=VALUE の形で指定してください (「${text}」ではなく)。`,
        });
      return [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
}

/** The design moved to another Region: that of the document, and of its Region box when it has just one. */
function inRegion(document: Document, region: string | undefined): Document {
  if (region === undefined) return document;
  const boxes = [...document.resources.values()].filter(
    ({ kind, props }) =>
      catalog.kind(kind).shape.as === 'container' && 'region' in props && typeof props.region === 'string',
  );
  const resources = new Map(document.resources);
  const only = boxes.length === 1 ? boxes[0] : undefined;
  if (only !== undefined)
    // The prop held a Region's name before, so it may hold another one.
    resources.set(only.id, { ...only, props: { ...only.props, region } } as typeof only);
  return { ...document, resources, settings: { ...document.settings, region } };
}

function nameIn(document: Document, id: string): string {
  const resource = document.resources.get(id);
  if (resource !== undefined) return resource.name === '' ? id : resource.name;
  const flow = document.flows.get(id);
  if (flow !== undefined) return `${nameIn(document, flow.from)} → ${nameIn(document, flow.to)}`;
  return id;
}

/**
 * Off-thread reading of opened files: diagrams, CloudFormation templates with what they need (a YAML reader), and answers of the
 * AWS CLI.
 */
import { catalog } from '../awsKinds';
import { readDiagram } from '../core/store/diagramFile';
import { formatOf, saysNothing } from '../core/store/openText';
import type { Problem } from '../core/store/problem';
import type { OpenAnswer, OpenRequest, Opened, TextFile } from './openProtocol';

self.addEventListener('message', ({ data: { number, files } }: MessageEvent<OpenRequest>) => {
  void opened(files).then((answer) => self.postMessage({ number, opened: answer } satisfies OpenAnswer));
});

async function opened(files: readonly TextFile[]): Promise<Opened> {
  const diagrams: TextFile[] = [];
  const templates: TextFile[] = [];
  const answers: TextFile[] = [];
  const strange: { readonly file: TextFile; readonly failure: Problem }[] = [];
  for (const file of files) {
    const format = formatOf(file.text);
    if ('failure' in format) {
      strange.push({ file, failure: format.failure });
      continue;
    }
    ({ diagram: diagrams, template: templates, 'aws-answer': answers })[format.format].push(file);
  }
  // A command that failed leaves an empty file among the answers of others.
  for (const { file, failure } of strange)
    if (answers.length > 0 && saysNothing(failure, file.text)) answers.push(file);
    else return { as: 'nothing', fileName: file.name, failure };
  const [diagram] = diagrams;
  const [answer] = answers;
  if (answer !== undefined) {
    if (answers.length === files.length) return readAnswers(answers);
    return {
      as: 'nothing',
      fileName: answer.name,
      failure: {
        severity: 'error',
        message: {
          en: 'This is an answer of the AWS CLI. Open answers together with one another, and with nothing else.',
          ja: 'AWS CLI の結果です。AWS CLI の結果だけをまとめて開いてください。',
        },
      },
    };
  }
  if (diagram === undefined) return readTemplates(templates);
  if (files.length > 1)
    return {
      as: 'nothing',
      fileName: diagram.name,
      failure: {
        severity: 'error',
        message: {
          en: 'This is a whole diagram. Open one diagram at a time; only templates can be opened together.',
          ja: 'これは単独のダイアグラムです。ダイアグラムは 1 つずつ開いてください。まとめて開けるのはテンプレートだけです。',
        },
      },
    };
  const read = readDiagram(catalog, diagram.text);
  return 'failure' in read
    ? { as: 'nothing', fileName: diagram.name, failure: read.failure }
    : { as: 'diagram', document: read.document, problems: read.problems };
}

async function readAnswers(answers: readonly TextFile[]): Promise<Opened> {
  const { openAnswers } = await import('./openAnswers');
  return openAnswers(answers);
}

async function readTemplates(templates: readonly TextFile[]): Promise<Opened> {
  const { openTemplates } = await import('./openTemplates');
  return openTemplates(templates);
}

/** Reads answers of the AWS CLI for the editor; loaded when somebody opens some. */
import { describeMappings } from '../awsDescribe';
import { catalog } from '../awsKinds';
import { importDescribe } from '../core/describe/importDescribe';
import type { Opened, OpenedProblem, TextFile } from './openProtocol';

export function openAnswers(files: readonly TextFile[]): Opened {
  const { document, report, failure } = importDescribe(catalog, describeMappings, files);
  if (failure !== undefined) {
    const { file, ...problem } = failure;
    return { as: 'nothing', fileName: file, failure: problem };
  }
  const { commands = [], understood } = report;
  const problems = report.problems.map(({ severity, message, file }): OpenedProblem => ({
    severity,
    message,
    ...(file === undefined ? {} : { path: file }),
  }));
  const toRun = commands.map((command): OpenedProblem => ({
    severity: 'warning',
    message: { en: command, ja: command },
  }));
  const count = understood.length;
  return {
    as: 'templates',
    document,
    summary: {
      en: `Imported ${count === 1 ? '1 resource' : `${count} resources`} from ${files.length === 1 ? '1 file' : `${files.length} files`} of the AWS CLI.`,
      ja: `AWS CLI の結果 ${files.length} ファイルから ${count} 個のリソースをインポートしました。`,
    },
    problems: [...problems, ...toRun],
  };
}

/** Reads CloudFormation templates for the editor; with the YAML reader, so it is loaded when it is needed. */
import { catalog } from '../awsKinds';
import { importTemplates } from '../core/cfn/importTemplates';
import type { Words } from '../lib/words';
import type { Opened, OpenedProblem, TextFile } from './openProtocol';

export function openTemplates(files: readonly TextFile[]): Opened {
  const { document, report, findings, failure } = importTemplates(catalog, files);
  if (failure !== undefined) {
    const { file, ...problem } = failure;
    return { as: 'nothing', fileName: file, failure: { severity: 'error', ...problem } };
  }
  const told = new Set<string>();
  const problems: OpenedProblem[] = [];
  for (const { severity, message, ...place } of [...findings.map(found), ...report.problems]) {
    if (told.has(message.en)) continue;
    told.add(message.en);
    problems.push({
      severity,
      message,
      ...('line' in place && place.line !== undefined ? { line: place.line } : {}),
      ...('column' in place && place.column !== undefined ? { column: place.column } : {}),
    });
  }
  return {
    as: 'templates',
    document,
    summary: summaryOf(files, report.understood.length, report.passedThrough),
    problems,
  };
}

function found({ severity, message }: { readonly severity: string; readonly message: Words }): OpenedProblem {
  return { severity: severity === 'error' ? 'error' : 'warning', message };
}

function summaryOf(files: readonly TextFile[], drawn: number, kept: readonly string[]): Words {
  const name = files.length === 1 ? (files[0]?.name ?? '') : '';
  const from =
    name === ''
      ? { en: `${files.length} templates`, ja: `${files.length} 個のテンプレートから` }
      : { en: name, ja: `${name} から` };
  const most = 5;
  const names = `${kept.slice(0, most).join(', ')}${kept.length > most ? ', …' : ''}`;
  return {
    en: `Imported ${drawn === 1 ? '1 resource' : `${drawn} resources`} from ${from.en}.${
      kept.length === 0 ? '' : ` Kept but not drawn: ${kept.length} (${names}).`
    }`,
    ja: `${from.ja} ${drawn} 個のリソースをインポートしました。${
      kept.length === 0 ? '' : `図に表示せず保持するリソース: ${kept.length} 個 (${names})。`
    }`,
  };
}

/** Exports the diagram as CloudFormation: each template it came from, or the one that makes it, as a downloaded file. */
import { catalog } from '../../awsKinds';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Editor } from '../../editor/editor';
import { download } from '../files/download';
import { tell } from '../shell/messages';
import { templateFileName } from './templateFileName';

export function exportToFile({ store }: Editor, format: 'yaml' | 'json'): void {
  const { document } = store;
  const written = exportTemplates(catalog, document).map(({ template, exported }) => ({
    name: templateFileName(document, template?.id ?? null, format),
    exported,
  }));
  const problems = written.flatMap(({ exported }) => exported.problems);
  for (const { name, exported } of written)
    download(
      name,
      templateText(exported.template, format).text,
      format === 'yaml' ? 'text/yaml' : 'application/json',
    );
  const en = written.map(({ name }) => name).join(', ');
  const ja = written.map(({ name }) => name).join('、');
  tell({
    tone: problems.some(({ severity }) => severity === 'error') ? 'caution' : 'note',
    words:
      problems.length === 0
        ? { en: `Exported ${en}.`, ja: `${ja} をエクスポートしました。` }
        : {
            en: `Exported ${en}. ${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} to be looked at first.`,
            ja: `${ja} をエクスポートしました。使う前に確認が必要な点が ${problems.length} 件あります。`,
          },
    particulars: problems.map(({ message }) => message),
  });
}

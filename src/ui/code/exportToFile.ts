/** Exports the diagram as a CloudFormation template, as a downloaded file. */
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Editor } from '../../editor/editor';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { tell } from '../shell/messages';

export function exportToFile({ catalog, store }: Editor, format: 'yaml' | 'json'): void {
  const { template, problems } = exportTemplate(catalog, store.document);
  const name = `${safeName(store.document.name)}.${format}`;
  download(name, templateText(template, format).text, format === 'yaml' ? 'text/yaml' : 'application/json');
  tell({
    tone: problems.some(({ severity }) => severity === 'error') ? 'caution' : 'note',
    words:
      problems.length === 0
        ? { en: `Exported ${name}.`, ja: `${name} をエクスポートしました。` }
        : {
            en: `Exported ${name}. ${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} to be looked at first.`,
            ja: `${name} をエクスポートしました。使う前に確認が必要な点が ${problems.length} 件あります。`,
          },
    particulars: problems.map(({ message }) => message),
  });
}

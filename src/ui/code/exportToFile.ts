/** Exports the diagram as CloudFormation: each template it came from, or the one that makes it, as a downloaded file. */
import { catalog } from '../../awsKinds';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Editor } from '../../editor/editor';
import { download } from '../files/download';
import { tellExported } from './tellExported';
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
  tellExported(
    written.map(({ name }) => name),
    problems.map(({ message }) => message),
    { isFaulty: problems.some(({ severity }) => severity === 'error') },
  );
}

/** Exports the diagram as a CDK project, downloaded as one archive. */
import { catalog } from '../../awsKinds';
import { exportProject, type ProjectLanguage } from '../../core/cdk/exportProject';
import type { Editor } from '../../editor/editor';
import { zipOf } from '../../core/cdk/zip';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { tellExported } from './tellExported';

export function exportCdk({ store }: Editor, language: ProjectLanguage): void {
  const { document } = store;
  const { files, remarks } = exportProject(catalog, document, language);
  const name = `${safeName(document.name)}-cdk-${language}.zip`;
  download(name, zipOf(files), 'application/zip');
  tellExported([name], remarks, { isFaulty: false });
}

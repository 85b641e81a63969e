/** Exports the diagram as a configuration of Terraform, downloaded as one archive. */
import { catalog } from '../../awsKinds';
import { translationOf } from '../../awsTerraform';
import { zipOf } from '../../core/cdk/zip';
import { exportTerraform as configurationOf } from '../../core/terraform/exportTerraform';
import type { Editor } from '../../editor/editor';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { tellExported } from './tellExported';

export function exportTerraform({ store }: Editor): void {
  const { document } = store;
  const { files, remarks } = configurationOf(catalog, document, translationOf);
  const name = `${safeName(document.name)}-terraform.zip`;
  download(name, zipOf(files), 'application/zip');
  tellExported([name], remarks, { isFaulty: false });
}

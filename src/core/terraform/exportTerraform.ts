/** A diagram as a configuration of Terraform. */
import { baseName } from '../../lib/baseName';
import type { Catalog } from '../catalog/catalog';
import { exportTemplates } from '../cfn/exportTemplate';
import type { Document } from '../model/document';
import { terraformProject, type TerraformProject } from './project';
import type { TranslationOf } from './translation';

/** A module for each template that the diagram came from, or the one that makes what is drawn. */
export function exportTerraform(
  catalog: Catalog,
  document: Document,
  translationOf: TranslationOf,
): TerraformProject {
  const templates = exportTemplates(catalog, document);
  const project = terraformProject(
    templates.map(({ fileName, exported }) => ({
      name: fileName === undefined ? document.name : baseName(fileName),
      file: fileName,
      template: exported.template,
    })),
    translationOf,
    document.settings.region,
  );
  const problems = templates.flatMap(({ exported }) => exported.problems.map(({ message }) => message));
  return { ...project, remarks: [...problems, ...project.remarks] };
}

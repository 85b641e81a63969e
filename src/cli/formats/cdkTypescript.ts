/** A CDK project in TypeScript. */
import { catalog } from '../../aws';
import { typescriptProject } from '../../core/cdk/typescript/project';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import type { Document } from '../../core/model/document';
import { baseName, type Written } from './format';

export function write(document: Document): Written {
  const templates = exportTemplates(catalog, document);
  const project = typescriptProject(
    templates.map(({ template, exported }) => ({
      name: template === undefined ? document.name : baseName(template.fileName),
      template: exported.template,
    })),
    document.settings.region,
  );
  return {
    files: project.files,
    main: templates.length === 1 ? project.main : null,
    isFolder: true,
    remarks: [
      ...templates.flatMap(({ exported }) => exported.problems.map(({ message }) => message)),
      ...project.remarks,
    ],
  };
}

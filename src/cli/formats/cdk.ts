/** A CDK project. */
import { catalog } from '../../aws';
import type { NamedTemplate, Project } from '../../core/cdk/project';
import { pythonProject } from '../../core/cdk/python/project';
import { typescriptProject } from '../../core/cdk/typescript/project';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import type { Document } from '../../core/model/document';
import { baseName, type Written } from './format';

const projects = { typescript: typescriptProject, python: pythonProject } as const satisfies Readonly<
  Record<string, (templates: readonly NamedTemplate[], region: string) => Project>
>;

export function writeProject(document: Document, language: keyof typeof projects): Written {
  const templates = exportTemplates(catalog, document);
  const project = projects[language](
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

/** A diagram as a CDK project. */
import { baseName } from '../../lib/baseName';
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { exportTemplates } from '../cfn/exportTemplate';
import type { Document } from '../model/document';
import type { NamedTemplate, Project } from './project';
import { pythonProject } from './python/project';
import { typescriptProject } from './typescript/project';

const projects = { typescript: typescriptProject, python: pythonProject } as const satisfies Readonly<
  Record<string, (templates: readonly NamedTemplate[], region: string) => Project>
>;

export type ProjectLanguage = keyof typeof projects;

export interface ExportedProject extends Project {
  /** How many stacks it has. */
  readonly stacks: number;
  /** What is to be looked at first: of the templates, and of what code cannot say. */
  readonly remarks: readonly Words[];
}

/** A stack for each template that the diagram came from, or the one that makes what is drawn. */
export function exportProject(
  catalog: Catalog,
  document: Document,
  language: ProjectLanguage,
): ExportedProject {
  const templates = exportTemplates(catalog, document);
  const project = projects[language](
    templates.map(({ fileName, exported }) => ({
      name: fileName === undefined ? document.name : baseName(fileName),
      template: exported.template,
    })),
    document.settings.region,
  );
  return {
    ...project,
    stacks: templates.length,
    remarks: [
      ...templates.flatMap(({ exported }) => exported.problems.map(({ message }) => message)),
      ...project.remarks,
    ],
  };
}

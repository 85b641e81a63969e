import { catalog } from '../../aws';
import { exportProject, type ProjectLanguage } from '../../core/cdk/exportProject';
import type { Document } from '../../core/model/document';
import type { Written } from './format';

/** A CDK project; a single stack can be written alone. */
export function writeProject(document: Document, language: ProjectLanguage): Written {
  const { files, main, stacks, remarks } = exportProject(catalog, document, language);
  return { files, main: stacks === 1 ? main : null, isFolder: true, remarks };
}

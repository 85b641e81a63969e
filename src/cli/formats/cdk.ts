import { catalog } from '../../aws';
import { exportProject, type ProjectLanguage } from '../../core/cdk/exportProject';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../../core/cfn/readBack';
import type { Document } from '../../core/model/document';
import type { Written } from './format';

/** A CDK project; a single stack can be written alone. */
export function writeProject(document: Document, language: ProjectLanguage): Written {
  const { files, main, stacks, remarks } = exportProject(catalog, document, language);
  // A program is proven by the template that it makes.
  const templates = writtenTemplates(catalog, document, 'yaml');
  return {
    files,
    main: stacks === 1 ? main : null,
    isFolder: true,
    remarks,
    faults: faultsOfWriting(templates),
    readBack: readBackTemplates(catalog, document, templates),
  };
}

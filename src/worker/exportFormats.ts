/** What the editor exports, by format: written, and where we can read it, read back. */
import { catalog } from '../aws';
import { exportProject, type ProjectLanguage } from '../core/cdk/exportProject';
import { zipOf } from '../core/cdk/zip';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../core/cfn/readBack';
import type { Document } from '../core/model/document';
import type { ReadBack, Unproven } from '../core/proof/proof';
import type { Words } from '../lib/words';
import type { ExportedFile, ExportFormat } from './exportProtocol';

export interface WrittenExport {
  readonly files: readonly ExportedFile[];
  readonly remarks: readonly Words[];
  /** What writing it has found to be wrong. */
  readonly faults: readonly Unproven[];
  /** Undefined for a format that we do not read. */
  readonly readBack: ReadBack | undefined;
}

export const exportFormats: Readonly<Record<ExportFormat, (document: Document) => WrittenExport>> = {
  yaml: (document) => templates(document, 'yaml'),
  json: (document) => templates(document, 'json'),
  typescript: (document) => project(document, 'typescript'),
  python: (document) => project(document, 'python'),
};

function templates(document: Document, format: 'yaml' | 'json'): WrittenExport {
  const written = writtenTemplates(catalog, document, format);
  return {
    files: written.map(({ template, text }) => ({ template: template?.id ?? null, content: text })),
    remarks: written.flatMap(({ exported }) => exported.problems.map(({ message }) => message)),
    faults: faultsOfWriting(written),
    readBack: readBackTemplates(catalog, document, written),
  };
}

/** A program is proven by the template that it makes, which our tests compare with the one that is written. */
function project(document: Document, language: ProjectLanguage): WrittenExport {
  const { faults, readBack } = templates(document, 'yaml');
  const { files, remarks } = exportProject(catalog, document, language);
  return { files: [{ template: null, content: zipOf(files) }], remarks, faults, readBack };
}

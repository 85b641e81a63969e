/** What the editor exports, by format: written, and where we can read it, read back. */
import { catalog, rules } from '../aws';
import type { ProjectLanguage } from '../core/cdk/exportProject';
import { zipOf } from '../core/cdk/zip';
import {
  faultsOfWriting,
  readBackTemplates,
  writtenTemplates,
  type WrittenTemplate,
} from '../core/cfn/readBack';
import type { Document } from '../core/model/document';
import type { ReadBack, Unproven } from '../core/proof/proof';
import type { Words } from '../lib/words';
import type { ExportedFile, ExportFormat, ExportRequest } from './exportProtocol';

export interface WrittenExport {
  readonly files: readonly ExportedFile[];
  readonly remarks: readonly Words[];
  /** What writing it has found to be wrong. */
  readonly faults: readonly Unproven[];
  /** Undefined for a format that we do not read. */
  readonly readBack: ReadBack | undefined;
  /** It is made from the template, and that is what is read back. */
  readonly isByTemplate?: true;
  /** It is for people to look at: there is nothing to prove of it. */
  readonly isToLookAt?: true;
}

/** What texts and pictures for people ask for beside the design. */
export type WantedExport = Pick<ExportRequest, 'language' | 'prices' | 'picture'>;

/** Each of the larger ones is loaded when it is first used. */
export const exportFormats: Readonly<
  Record<ExportFormat, (document: Document, wanted: WantedExport) => Promise<WrittenExport>>
> = {
  yaml: (document) => Promise.resolve(templates(document, 'yaml')),
  json: (document) => Promise.resolve(templates(document, 'json')),
  typescript: (document) => cdkProject(document, 'typescript'),
  python: (document) => cdkProject(document, 'python'),
  terraform,
  'aws-describe': answersOfAws,
  async drawio(document, { language }) {
    const { exportDrawio } = await import('../core/drawio/exportDrawio');
    const { text, remarks } = exportDrawio(catalog, document, language);
    return picture(text, remarks);
  },
  async mermaid(document, { language }) {
    const { exportMermaid } = await import('../core/mermaid/exportMermaid');
    const { text, remarks } = exportMermaid(catalog, document, language);
    return picture(text, remarks);
  },
  async markdown(document, wanted) {
    const { exportWalkthrough } = await import('../core/walkthrough/exportWalkthrough');
    return picture(exportWalkthrough(catalog, rules, document, wanted));
  },
};

function templates(document: Document, format: 'yaml' | 'json'): WrittenExport {
  const written = writtenTemplates(catalog, document, format);
  return {
    files: filesOf(written),
    remarks: written.flatMap(({ exported }) => exported.problems.map(({ message }) => message)),
    faults: faultsOfWriting(written),
    readBack: readBackTemplates(catalog, document, written),
  };
}

function filesOf(written: readonly WrittenTemplate[]): readonly ExportedFile[] {
  const files = new Map<string, ExportedFile>();
  for (const { template, fileName, text } of written) {
    const key = `${fileName} ${text}`;
    const sharers = files.get(key)?.templates ?? [];
    files.set(key, { templates: [...sharers, template?.id ?? null], fileName, content: text });
  }
  return [...files.values()];
}

async function cdkProject(document: Document, language: ProjectLanguage): Promise<WrittenExport> {
  const { exportProject } = await import('../core/cdk/exportProject');
  return madeFromTemplate(document, exportProject(catalog, document, language));
}

async function terraform(document: Document): Promise<WrittenExport> {
  const [{ exportTerraform }, { translationOf }] = await Promise.all([
    import('../core/terraform/exportTerraform'),
    import('../awsTerraform'),
  ]);
  return madeFromTemplate(document, exportTerraform(catalog, document, translationOf));
}

interface Archive {
  readonly files: Parameters<typeof zipOf>[0];
  readonly remarks: readonly Words[];
}

/** What is made from a template is proven by it: our tests compare what the two deploy. */
function madeFromTemplate(document: Document, { files, remarks }: Archive): WrittenExport {
  const { faults, readBack } = templates(document, 'yaml');
  return {
    files: [{ templates: [null], content: zipOf(files) }],
    remarks,
    faults,
    readBack,
    isByTemplate: true,
  };
}

async function answersOfAws(document: Document): Promise<WrittenExport> {
  const [{ exportAnswers }, { describeMappings }, { answerWritings }] = await Promise.all([
    import('../core/describe/exportAnswers'),
    import('../awsDescribe'),
    import('../awsAnswers'),
  ]);
  const { files, remarks } = exportAnswers(catalog, describeMappings, answerWritings, document);
  return { files: [{ templates: [null], content: zipOf(files) }], remarks, faults: [], readBack: undefined };
}

function picture(content: string, remarks: readonly Words[] = []): WrittenExport {
  return {
    files: [{ templates: [null], content }],
    remarks,
    faults: [],
    readBack: undefined,
    isToLookAt: true,
  };
}

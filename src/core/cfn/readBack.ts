/** The templates that a diagram is written as, read again: what they hold of it, beside what it has. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, TemplateId } from '../model/document';
import type { ReadBack, Unproven } from '../proof/proof';
import { held } from '../proof/held';
import { exportTemplates, type ExportedTemplate } from './exportTemplate';
import { importSources } from './importTemplates';
import { notATemplate } from './notATemplate';
import { parseTemplate, type TemplateSource } from './source/parseTemplate';
import { templateText } from './templateText';

export interface WrittenTemplate extends ExportedTemplate {
  readonly text: string;
}

export function writtenTemplates(
  catalog: Catalog,
  document: Document,
  format: 'yaml' | 'json',
): readonly WrittenTemplate[] {
  return exportTemplates(catalog, document).map((each) => ({
    ...each,
    text: templateText(each.exported.template, format).text,
  }));
}

export function readBackTemplates(
  catalog: Catalog,
  document: Document,
  written: readonly WrittenTemplate[],
): ReadBack {
  const sources: { readonly id: TemplateId; readonly file: string; readonly source: TemplateSource }[] = [];
  for (const { template, fileName, text } of written) {
    const file = fileName ?? drawn;
    const source = parseTemplate(file, text);
    const failure = 'root' in source ? notATemplate(file, source) : source;
    if (failure !== undefined) return { failure: failure.message };
    if ('root' in source) sources.push({ id: template?.id ?? drawn, file, source });
  }
  const readWith = written[0]?.template?.readWith ?? { region: document.settings.region };
  const { document: readBack, findings } = importSources(catalog, sources, readWith);
  const logicalIds = new Map<string, string>();
  for (const { template, exported } of written)
    for (const [id, logicalId] of exported.logicalIds)
      if (!logicalIds.has(id)) logicalIds.set(id, nameIn(template?.id ?? drawn, logicalId));
  const outside = new Set([...document.resources.values()].map(outsideName));
  return {
    written: held(catalog, document, { made: ({ id }) => logicalIds.get(id), outside: outsideName }),
    readBack: held(catalog, readBack, {
      made: readName,
      outside: (resource) => {
        const name = outsideName(resource);
        // A parameter that was written for what the diagram does not have.
        return name === undefined || outside.has(name) ? name : null;
      },
    }),
    findings,
    nameOf: (name) => name.replace(/^[^ ]* /, ''),
  };
}

/** What writing them has found to be wrong. */
export function faultsOfWriting(written: readonly WrittenTemplate[]): readonly Unproven[] {
  return written.flatMap(({ exported }) =>
    exported.problems.flatMap(({ severity, message, on }): Unproven[] =>
      severity === 'error' ? [{ is: 'fault', message, on }] : [],
    ),
  );
}

const drawn = 'template';

function nameIn(template: TemplateId, logicalId: string): string {
  return `${template} ${logicalId}`;
}

function readName({ provenance }: Resource): string | undefined {
  if (provenance === undefined || provenance.outside !== undefined) return undefined;
  return nameIn(provenance.template, provenance.logicalId);
}

/** Of what a template refers to and does not make: the expression that names it. */
function outsideName({ provenance }: Resource): string | undefined {
  return provenance?.outside === undefined ? undefined : nameIn(provenance.template, provenance.outside);
}

/** What a document's templates said when they were read: the diagram that was made of them, before it was changed. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Template } from '../model/document';
import { importSources } from './importTemplates';
import { recallOriginal, rememberOriginal, sourceOf, type Original } from './remembered';
import type { TemplateSource } from './source/parseTemplate';

export function originalOf(catalog: Catalog, { templates }: Document): Original {
  const original = recallOriginal(templates) ?? readAgain(catalog, templates);
  rememberOriginal(templates, original);
  return original;
}

function readAgain(catalog: Catalog, templates: ReadonlyMap<string, Template>): Original {
  const readable: { readonly template: Template; readonly file: string; readonly source: TemplateSource }[] =
    [];
  for (const template of templates.values()) {
    const source = sourceOf(template);
    if (source !== undefined) readable.push({ template, file: template.fileName, source });
  }
  const { document } = importSources(catalog, readable, readable[0]?.template.readWith ?? {});
  const faults = recallOriginal(document.templates)?.faults ?? [];
  // Both are in the order in which the files were given.
  const ids = [...document.templates.keys()];
  return {
    document,
    faults,
    templateOf: (id) => ids[readable.findIndex(({ template }) => template.id === id)],
  };
}

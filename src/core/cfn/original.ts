/** What a document's templates said when they were read: the diagram that was made of them, before it was changed. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { importSources } from './importTemplates';
import { recallOriginal, rememberOriginal, sourceOf, type Original } from './remembered';

export function originalOf(catalog: Catalog, { templates }: Document): Original {
  const original = recallOriginal(templates) ?? readAgain(catalog, templates);
  rememberOriginal(templates, original);
  return original;
}

function readAgain(catalog: Catalog, templates: ReadonlyMap<TemplateId, Template>): Original {
  const readable = [...templates.values()].flatMap((template) => {
    const { id, fileName: file, readWith } = template;
    const source = sourceOf(template);
    return source === undefined ? [] : [{ id, file, readWith, source }];
  });
  const { document } = importSources(catalog, readable, readable[0]?.readWith ?? {});
  return { document, faults: recallOriginal(document.templates)?.faults ?? [] };
}

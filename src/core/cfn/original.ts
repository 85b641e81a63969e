/** What a document's templates said when they were read: the diagram that was made of them, before it was changed. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { assumedReading, wasOnlyText } from './assumedReading';
import { importSources, type ImportOptions } from './importTemplates';
import { recallOriginal, rememberOriginal, sourceOf, type Original } from './remembered';

export function originalOf(catalog: Catalog, document: Document): Original {
  const { templates } = document;
  const original = recallOriginal(templates) ?? asItWasRead(catalog, document);
  rememberOriginal(templates, original);
  return original;
}

/** The document says what its templates were read as. What is wrong with their texts is found by reading them again. */
function asItWasRead(catalog: Catalog, { templates, asRead }: Document): Original {
  const again = readAgain(catalog, templates);
  if (asRead === undefined) return again;
  const resources =
    asRead.assumed === undefined
      ? asRead.resources
      : assumedReading(catalog, asRead, readAgain(catalog, templates, wasOnlyText(asRead)).document);
  return { ...again, document: { ...again.document, resources } };
}

function readAgain(
  catalog: Catalog,
  templates: ReadonlyMap<TemplateId, Template>,
  isOnlyText?: ImportOptions['isOnlyText'],
): Original {
  const readable = [...templates.values()].flatMap((template) => {
    const { id, fileName: file, readWith } = template;
    const source = sourceOf(template);
    return source === undefined ? [] : [{ id, file, readWith, source }];
  });
  const { document } = importSources(catalog, readable, {
    ...readable[0]?.readWith,
    ...(isOnlyText === undefined ? {} : { isOnlyText }),
  });
  return { document, faults: recallOriginal(document.templates)?.faults ?? [] };
}

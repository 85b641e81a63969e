/** What a document's templates said when they were read: the diagram that was made of them, before it was changed. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { importSources } from './importTemplates';
import { sourceOf } from './places';
import type { TemplateSource } from './source/parseTemplate';

export interface Original {
  readonly document: Document;
  /** The template of that document that is one of today's. */
  templateOf(id: TemplateId): TemplateId | undefined;
}

const known = new WeakMap<ReadonlyMap<string, Template>, Original>();

export function originalOf(catalog: Catalog, { templates }: Document): Original {
  let original = known.get(templates);
  if (original === undefined) known.set(templates, (original = readAgain(catalog, templates)));
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
  // Both are in the order in which the files were given.
  const ids = [...document.templates.keys()];
  return {
    document,
    templateOf: (id) => ids[readable.findIndex(({ template }) => template.id === id)],
  };
}

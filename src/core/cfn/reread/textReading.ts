/** A text as it reads in place of one of a diagram's templates, together with the others. */
import type { Catalog } from '../../catalog/catalog';
import type { Document, Template, TemplateId } from '../../model/document';
import { wasOnlyText } from '../assumedReading';
import { importSources } from '../importTemplates';
import { notATemplate } from '../notATemplate';
import { recallOriginal, sourceOf, type FoundInTemplate } from '../remembered';
import { parseTemplate, type ImportFailure, type TemplateSource } from '../source/parseTemplate';

export interface TextReading {
  readonly template: Template;
  readonly source: TemplateSource;
  /** What the text and the other templates are drawn as, under the ids that the import gives. */
  readonly document: Document;
  /** What is wrong with the templates themselves. */
  readonly faults: readonly FoundInTemplate[];
}

/** `fileName`: of a template that the diagram does not have yet. `shared`: the other templates that the text is. */
export function readText(
  catalog: Catalog,
  document: Document,
  id: TemplateId,
  fileName: string,
  text: string,
  shared: readonly TemplateId[] = [],
): TextReading | ImportFailure {
  const own = document.templates.get(id);
  const file = own?.fileName ?? fileName;
  const source = parseTemplate(file, text);
  const failure = 'root' in source ? notATemplate(file, source) : source;
  if (failure !== undefined || !('root' in source)) return failure ?? { file, message: unread };
  const sources = [...document.templates.values()].flatMap((template) => {
    const other = template.id === id || shared.includes(template.id) ? source : sourceOf(template);
    return other === undefined ? [] : [{ id: template.id, file: template.fileName, source: other }];
  });
  if (own === undefined) sources.push({ id, file, source });
  const [first] = document.templates.values();
  const readWith = own?.readWith ?? first?.readWith ?? { parameters: {}, region: document.settings.region };
  const { assumed } = document.asRead ?? {};
  const isOnlyText = document.asRead === undefined ? undefined : wasOnlyText(document.asRead);
  const { document: drawn } = importSources(catalog, sources, {
    ...readWith,
    // What an older program kept as text stays text, but in the template that is read anew.
    ...(isOnlyText === undefined || assumed === undefined
      ? {}
      : {
          isOnlyText: (of, each) =>
            of !== id && !shared.includes(of) && assumed[of] === true && isOnlyText(of, each),
        }),
  });
  const template = drawn.templates.get(id);
  if (template === undefined) return { file, message: unread };
  return { template, source, document: drawn, faults: recallOriginal(drawn.templates)?.faults ?? [] };
}

/** What this reading is not meant to come to. */
const unread = {
  en: 'the template could not be read',
  ja: 'テンプレートを読み込めませんでした',
};

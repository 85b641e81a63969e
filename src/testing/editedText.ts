/** A diagram and its text, as somebody edits it. */
import { catalog } from '../aws';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { beginEdit, reread, type EditBase } from '../core/cfn/reread/reread';
import { templateText } from '../core/cfn/templateText';
import type { Document, TemplateId } from '../core/model/document';

export interface EditedText {
  readonly base: EditBase;
  /** What the diagram says. */
  readonly text: string;
  /** The diagram after an edit; throws where the text cannot be read. */
  after(text: string, current?: Document): Document;
}

export function textToEdit(
  document: Document,
  format: 'yaml' | 'json' = 'yaml',
  id: TemplateId | null = document.templates.keys().next().value ?? null,
): EditedText {
  const text = templateText(exportTemplate(catalog, document, id ?? undefined).template, format).text;
  const base = beginEdit(catalog, document, id, `network.${format}`, text);
  if (!('read' in base)) throw new Error(base.message.en);
  return {
    base,
    text,
    after(next, current = document) {
      const read = reread(catalog, base, current, next);
      if (!('document' in read)) throw new Error(read.message.en);
      return read.document;
    },
  };
}

export function shownText(document: Document, format: 'yaml' | 'json' = 'yaml', id?: TemplateId): string {
  return templateText(exportTemplate(catalog, document, id).template, format).text;
}

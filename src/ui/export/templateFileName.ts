import type { Document, TemplateId } from '../../core/model/document';
import { baseName } from '../../lib/baseName';
import { safeName } from '../files/saveDiagram';

/** What a written template is called: as the one it was read from where there are several, else as the diagram. */
export function templateFileName(
  { name, templates }: Document,
  id: TemplateId | null,
  format: 'yaml' | 'json',
): string {
  const template = templates.size > 1 ? templates.get(id ?? '') : undefined;
  return `${safeName(template === undefined ? name : baseName(template.fileName))}.${format}`;
}

import type { Document } from '../../core/model/document';
import { baseName } from '../../lib/baseName';
import { safeName } from '../files/saveDiagram';

/** What a written template is called: as the file it was read from where there are several, else as the diagram. */
export function templateFileName(
  { name, templates }: Document,
  fileName: string | undefined,
  format: 'yaml' | 'json',
): string {
  const own = templates.size > 1 ? fileName : undefined;
  return `${safeName(own === undefined ? name : baseName(own))}.${format}`;
}

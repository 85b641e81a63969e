import { catalog } from '../../aws';
import { exportDrawio } from '../../core/drawio/exportDrawio';
import type { Document } from '../../core/model/document';
import type { Language } from '../../lib/words';
import type { Written } from './format';

export function writeDrawio(document: Document, language: Language): Written {
  const { text, remarks } = exportDrawio(catalog, document, language);
  const file = { path: 'diagram.drawio', text };
  return { files: [file], main: file, isFolder: false, remarks, isToLookAt: true };
}

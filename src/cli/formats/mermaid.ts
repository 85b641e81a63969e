import { catalog } from '../../aws';
import { exportMermaid } from '../../core/mermaid/exportMermaid';
import type { Document } from '../../core/model/document';
import type { Language } from '../../lib/words';
import type { Written } from './format';

export function writeMermaid(document: Document, language: Language): Written {
  const { text, remarks } = exportMermaid(catalog, document, language);
  const file = { path: 'diagram.mmd', text };
  return { files: [file], main: file, isFolder: false, remarks, isToLookAt: true };
}

import { catalog, rules } from '../../aws';
import { exportWalkthrough } from '../../core/walkthrough/exportWalkthrough';
import type { Document } from '../../core/model/document';
import type { Language } from '../../lib/words';
import type { Written } from './format';

export function writeWalkthrough(document: Document, language: Language): Written {
  const file = { path: 'diagram.md', text: exportWalkthrough(catalog, rules, document, language) };
  return { files: [file], main: file, isFolder: false, remarks: [], isToLookAt: true };
}

/** The templates that the design came from, with its changes; else the one that makes what is drawn. */
import { catalog } from '../../aws';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../../core/cfn/readBack';
import type { Document } from '../../core/model/document';
import { baseName } from '../../lib/baseName';
import type { Written } from './format';

export function writeTemplates(document: Document, format: 'yaml' | 'json'): Written {
  const used = new Set<string>();
  const templates = writtenTemplates(catalog, document, format);
  // Several stacks may be made of one file.
  const texts = new Map(templates.map(({ fileName = 'template', text }) => [fileName, text]));
  const files = [...texts].map(([fileName, text]) => ({
    path: `${freeName(baseName(fileName), used)}.${format}`,
    text,
  }));
  return {
    files,
    main: files.length === 1 ? (files[0] ?? null) : null,
    isFolder: files.length > 1,
    remarks: templates.flatMap(({ exported }) => exported.problems.map(({ message }) => message)),
    faults: faultsOfWriting(templates),
    readBack: readBackTemplates(catalog, document, templates),
  };
}

/** With a number where two templates have the same one. */
function freeName(base: string, used: Set<string>): string {
  let name = base;
  for (let number = 2; used.has(name); number++) name = `${base}-${number}`;
  used.add(name);
  return name;
}

/** What AWS's validator is given of a diagram: its templates, with the diagram's changes. */
import type { Catalog } from '../../catalog/catalog';
import type { Document, ResourceId } from '../../model/document';
import { exportTemplates } from '../exportTemplate';
import { sourceOf } from '../remembered';
import { templateText } from '../templateText';

export interface TextToValidate {
  readonly text: string;
  /** Where it is the text that somebody wrote, unchanged: its file, in which places mean something. */
  readonly file: string | undefined;
  /** Whose a logical ID is, where it is drawn. */
  ownerOf(logicalId: string): ResourceId | undefined;
}

/** None where nothing is drawn that goes into a template (notes and pictures, say): that is no template at fault. */
export function textsToValidate(catalog: Catalog, document: Document): readonly TextToValidate[] {
  return exportTemplates(catalog, document).flatMap(({ template, exported }) => {
    if (template === undefined && Object.keys(exported.template.Resources ?? {}).length === 0) return [];
    const format = (template === undefined ? undefined : sourceOf(template)?.format) ?? 'yaml';
    const { text } = templateText(exported.template, format);
    return {
      text,
      file: template !== undefined && template.text === text ? template.fileName : undefined,
      ownerOf: (logicalId) => exported.owners.get(logicalId),
    };
  });
}

/** The templates of a diagram as they were read: what is at fault in them may be nothing that a diagram can hold. */
export function textsAsRead({ templates, resources }: Document): readonly TextToValidate[] {
  return [...templates.values()].map((template) => {
    const owners = new Map<string, ResourceId>();
    for (const { id, provenance } of resources.values())
      if (provenance?.template === template.id)
        for (const each of [...Object.values(provenance.satellites ?? {}), provenance.logicalId])
          owners.set(each, id);
    return { text: template.text, file: template.fileName, ownerOf: (logicalId) => owners.get(logicalId) };
  });
}

import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { exportBack } from './exportBack';
import { ownersOf, resourceOf, tooMany, type Exported } from './exported';
import { sourceOf } from './remembered';
import { render } from './render';
import { toValue } from './source/syntax';
import type { CfnResource } from './template';

export type { Exported, ExportProblem } from './exported';

/** `id`: which of the diagram's templates, the first one if not said. A diagram drawn from nothing has one without id. */
export function exportTemplate(catalog: Catalog, document: Document, id?: TemplateId): Exported {
  const template = document.templates.get(id ?? document.templates.keys().next().value ?? '');
  const source = template === undefined ? undefined : sourceOf(template);
  if (template === undefined || source === undefined) return exportDrawn(catalog, document);
  return exportBack(catalog, document, template, toValue(source.root));
}

/** All templates of a diagram: those it came from, else the one that makes what is drawn. */
export function exportTemplates(
  catalog: Catalog,
  document: Document,
): readonly { readonly template: Template | undefined; readonly exported: Exported }[] {
  if (document.templates.size === 0)
    return [{ template: undefined, exported: exportTemplate(catalog, document) }];
  return [...document.templates.values()].map((template) => ({
    template,
    exported: exportTemplate(catalog, document, template.id),
  }));
}

function exportDrawn(catalog: Catalog, document: Document): Exported {
  const rendered = render(catalog, document);
  const resources: Record<string, CfnResource> = {};
  for (const [logicalId, entry] of rendered.entries) resources[logicalId] = resourceOf(entry);
  const description = document.name.trim();
  return {
    template: {
      // CloudFormation takes a description of 1,024 bytes.
      ...(description === '' ? {} : { Description: description.slice(0, 300) }),
      Parameters: Object.fromEntries(rendered.parameters),
      Resources: resources,
      Outputs: Object.fromEntries(rendered.outputs),
    },
    logicalIds: rendered.logicalIds,
    owners: ownersOf(rendered),
    problems: tooMany(rendered.entries.size),
  };
}

import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { exportBack } from './exportBack';
import { ownersOf, resourceOf, tooMany, type Exported, type ExportProblem } from './exported';
import { filesApart } from './nested/filesApart';
import { originalOf } from './original';
import { rootOf, sourceOf } from './remembered';
import { render } from './render';
import { toValue, valueOf } from './source/syntax';
import type { CfnResource } from './template';

export type { Exported, ExportProblem } from './exported';

/** `id`: which of the diagram's templates, the first one if not said. A diagram drawn from nothing has one without id. */
export function exportTemplate(catalog: Catalog, document: Document, id?: TemplateId): Exported {
  const template = document.templates.get(id ?? document.templates.keys().next().value ?? '');
  const source = template === undefined ? undefined : sourceOf(template);
  if (template === undefined || source === undefined) return exportDrawn(catalog, document);
  const exported = exportBack(catalog, document, template, toValue(source.root));
  const root = rootOf(template);
  if (root === undefined || root === source.root || !isLoopChanged(catalog, document, template, exported))
    return exported;
  // A loop cannot say that one of its turns is different.
  const apart = exportBack(catalog, document, template, toValue(root));
  return { ...apart, problems: [writtenOut, ...apart.problems] };
}

const writtenOut: ExportProblem = {
  severity: 'warning',
  on: null,
  message: {
    en: 'What the loops (Fn::ForEach) make is written out one by one, since the diagram changes a part of it',
    ja: 'ダイアグラムでその一部が変更されたため、Fn::ForEach の繰り返しを 1 つずつ書き出しています',
  },
};

/** Whether something that a loop makes was changed, or deleted from the diagram. */
function isLoopChanged(
  catalog: Catalog,
  document: Document,
  template: Template,
  { template: { Resources } }: Exported,
): boolean {
  const [own, whole] = [sourceOf(template)?.root, rootOf(template)].map((root) => valueOf(root, 'Resources'));
  if (whole?.is !== 'map') return false;
  const made = new Set(whole.entries.keys());
  if (own?.is === 'map') for (const key of own.entries.keys()) made.delete(key);
  for (const logicalId of made) if (Object.hasOwn(Resources, logicalId)) return true;
  for (const { id, provenance } of originalOf(catalog, document).document.resources.values())
    if (provenance?.template === template.id && made.has(provenance.logicalId) && !document.resources.has(id))
      return true;
  return false;
}

export interface ExportedTemplate {
  /** The one that the diagram came from; undefined for one that is drawn. */
  readonly template: Template | undefined;
  /** Its file: the one it was read from, or one of its own where stacks of one file have come to differ. */
  readonly fileName: string | undefined;
  readonly exported: Exported;
}

/** All templates of a diagram: those it came from, else the one that makes what is drawn. */
export function exportTemplates(catalog: Catalog, document: Document): readonly ExportedTemplate[] {
  if (document.templates.size === 0)
    return [{ template: undefined, fileName: undefined, exported: exportTemplate(catalog, document) }];
  return filesApart(
    [...document.templates.values()].map((template) => ({
      template,
      exported: exportTemplate(catalog, document, template.id),
    })),
  );
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

import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { exportBack } from './exportBack';
import { ownersOf, resourceOf, tooMany, type Exported } from './exported';
import { withLoops } from './exportLoops';
import { filesApart } from './nested/filesApart';
import { originalOf } from './original';
import { sourceOf, wholeOf } from './remembered';
import { render } from './render';
import { toValue } from './source/syntax';
import type { CfnResource } from './template';
import { rememberText } from './templateText';

export type { Exported, ExportProblem } from './exported';

/** `id`: which of the diagram's templates, the first one if not said. A diagram drawn from nothing has one without id. */
export function exportTemplate(catalog: Catalog, document: Document, id?: TemplateId): Exported {
  const template = document.templates.get(id ?? document.templates.keys().next().value ?? '');
  const source = template === undefined ? undefined : sourceOf(template);
  if (template === undefined || source === undefined) return exportDrawn(catalog, document);
  const exported = exportBack(catalog, document, template, toValue(source.root));
  const loops = wholeOf(template)?.loops;
  if (loops === undefined || loops.root === source.root || !isChanged(catalog, document)) return exported;
  const apart = exportBack(catalog, document, template, toValue(loops.root));
  const written = withLoops(source.root, loops, exported, apart);
  rememberText(written.template, template);
  return written;
}

function isChanged(catalog: Catalog, document: Document): boolean {
  return originalOf(catalog, document).document.resources !== document.resources;
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

import type { Catalog } from '../catalog/catalog';
import type { Document, Template, TemplateId } from '../model/document';
import { exportBack } from './exportBack';
import { ownersOf, resourceOf, tooMany, type Exported } from './exported';
import { withLoops } from './exportLoops';
import { hasGlobals, noLongerGiven, saidWithGlobals } from './globals/saidWithGlobals';
import { filesApart } from './nested/filesApart';
import { originalOf } from './original';
import { sourceOf, wholeOf, type WholeText } from './remembered';
import { render } from './render';
import { toValue, type SyntaxNode } from './source/syntax';
import { withGlobals } from './source/withGlobals';
import type { CfnResource } from './template';
import { rememberText } from './templateText';

export type { Exported, ExportProblem } from './exported';

/** `id`: which of the diagram's templates, the first one if not said. A diagram drawn from nothing has one without id. */
export function exportTemplate(catalog: Catalog, document: Document, id?: TemplateId): Exported {
  const template = document.templates.get(id ?? document.templates.keys().next().value ?? '');
  const source = template === undefined ? undefined : sourceOf(template);
  if (template === undefined || source === undefined) return exportDrawn(catalog, document);
  const whole = wholeOf(template);
  if (whole === undefined || whole.root === source.root || !isChanged(catalog, document))
    return exportBack(catalog, document, template, toValue(source.root));
  const written = exportTakenApart(catalog, document, template, source.root, whole);
  rememberText(written.template, template);
  return written;
}

/** A template with loops, or with Globals of SAM: written back into what these make, and said with them again. */
function exportTakenApart(
  catalog: Catalog,
  document: Document,
  template: Template,
  source: SyntaxNode,
  { loops, root }: WholeText,
): Exported {
  const into = (text: SyntaxNode): Exported => exportBack(catalog, document, template, toValue(text));
  const isGiven = hasGlobals(loops.root);
  const whole = into(root);
  const moved = isGiven ? noLongerGiven(loops.root, whole) : [];
  const apart = isGiven ? saidWithGlobals(loops.root, whole, moved) : whole;
  if (loops.root === source) return apart;
  const kept = into(withGlobals(source));
  return withLoops(source, loops, isGiven ? saidWithGlobals(source, kept, moved) : kept, apart);
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

/**
 * A diagram that came from a template, written back into it: what was not changed stays as its author wrote it, with its
 * expressions, its unknown resources and its other sections.
 */
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, ResourceId, Template, TemplateId } from '../model/document';
import { ancestors } from '../model/queries';
import { ownersOf, resourceOf, tooMany, type Exported, type ExportProblem } from './exported';
import { conditionsOf } from './chosenBranch';
import { foreignRows, type ForeignRows } from './foreignRows';
import { refersTo } from './refersTo';
import { keptResource, sameEntry, type TakenBy } from './keptResource';
import { mendedTemplate } from './mended';
import { originalOf } from './original';
import { render, type Rendered } from './render';
import type { CfnOutput, CfnParameter, CfnResource, CfnTemplate, CfnValue } from './template';
import { rememberText } from './templateText';

export function exportBack(
  catalog: Catalog,
  document: Document,
  template: Template,
  text: CfnValue,
): Exported {
  const read = originalOf(catalog, document);
  const mended = mendedTemplate(catalog, read, document, template, text);
  const { original } = mended;
  const written = sectionsOf(mended.text);
  const options = { reserved: reservedIn(original, template.id, written), parameters: written.Parameters };
  const renderApart = (of: Document, apart: ReadonlySet<string>): Rendered =>
    render(catalog, of, { ...options, apart, written: (each) => belongsTo(of, each) === template.id });
  const nobody: ReadonlySet<string> = new Set();
  let before = renderApart(original, nobody);
  let after = before;
  let superseded = nobody;
  if (read.document.resources !== document.resources) {
    const renders = [before];
    const isWritten = (id: string): boolean => renders.every(({ entries }) => entries.has(id));
    const findRows = (): ForeignRows | undefined => foreignRows(original, document, template.id, isWritten);
    let rows = findRows();
    // Without some rows others may be written inside their owner, too.
    for (let found = 0; rows !== undefined && rows.count > found; rows = findRows()) {
      found = rows.count;
      before = renderApart(rows.original, rows.apart);
      renders.push(before);
    }
    superseded = rows?.superseded ?? nobody;
    const apart = new Set([...(rows?.apart ?? [])].filter((id) => !superseded.has(id)));
    after = renderApart(rows?.document ?? document, apart);
  }

  const resources = new Map<string, CfnResource>();
  const dropped = new Map<string, CfnResource>();
  const absorbed = absorbedIn(original, template.id);
  const takenBy: TakenBy = (owner, type) => {
    const kind = document.resources.get(owner)?.kind;
    return (kind === undefined ? undefined : catalog.kind(kind).cfn?.takes?.[type]) ?? {};
  };
  const fresh = new Map<string, CfnResource>();
  const holds = conditionsOf(read.document.templates.get(template.id));
  for (const [logicalId, own] of Object.entries(written.Resources)) {
    const kept = keptResource(logicalId, own, before, after, absorbed, superseded, holds, takenBy);
    if (kept !== undefined) resources.set(logicalId, kept);
    // What an author wrote as a resource is one, or is written back as it was.
    else if (absorbed.has(logicalId) && !superseded.has(logicalId))
      dropped.set(logicalId, own as unknown as CfnResource);
  }
  for (const [logicalId, entry] of after.entries)
    if (!Object.hasOwn(written.Resources, logicalId) && !sameEntry(before.entries.get(logicalId), entry))
      fresh.set(logicalId, resourceOf(entry));
  for (const [logicalId, resource] of fresh)
    if (
      !before.entries.has(logicalId) ||
      isConnected(logicalId, resource, [...resources.values(), ...fresh.values()], after)
    )
      resources.set(logicalId, resource);
  const inOrder = withStillNeeded(Object.keys(written.Resources), resources, dropped);

  const present = new Set(inOrder.map(([logicalId]) => logicalId));
  const gone = new Set(Object.keys(written.Resources).filter((logicalId) => !present.has(logicalId)));
  const outputs = withNew(written.Outputs, before.outputs, after.outputs).filter(
    ([, output]) => !refersTo(output, gone),
  );
  const result: CfnTemplate = {
    ...(written.Description === undefined ? {} : { Description: written.Description }),
    // What an author wrote in these sections has their shape, or is written back as it was.
    Parameters: Object.fromEntries([
      ...Object.entries(written.Parameters),
      ...neededIn(inOrder, after.parameters),
    ]) as unknown as Readonly<Record<string, CfnParameter>>,
    Resources: Object.fromEntries(inOrder),
    Outputs: Object.fromEntries(outputs) as unknown as Readonly<Record<string, CfnOutput>>,
    others: written.others,
  };
  rememberText(result, template);
  return {
    template: result,
    logicalIds: after.logicalIds,
    owners: new Map([...ownersOf(after), ...absorbedOwners(document, template.id)]),
    problems: [...tooMany(inOrder.length), ...dangling(result, gone)],
  };
}

interface Sections {
  readonly Description: string | undefined;
  readonly Parameters: Readonly<Record<string, CfnValue>>;
  readonly Resources: Readonly<Record<string, CfnValue>>;
  readonly Outputs: Readonly<Record<string, CfnValue>>;
  readonly others: Readonly<Record<string, CfnValue>>;
}

function sectionsOf(text: CfnValue): Sections {
  const {
    AWSTemplateFormatVersion: _,
    Description,
    Parameters,
    Resources,
    Outputs,
    ...others
  } = fieldsOf(text);
  return {
    Description: typeof Description === 'string' ? Description : undefined,
    Parameters: fieldsOf(Parameters),
    Resources: fieldsOf(Resources),
    Outputs: fieldsOf(Outputs),
    others,
  };
}

function fieldsOf(value: CfnValue | undefined): Readonly<Record<string, CfnValue>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const fields: [string, CfnValue][] = [];
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) fields.push([key, inner]);
  return Object.fromEntries(fields);
}

/** The template that a resource is written to: its own, else that of the nearest box that has one, else the first. */
function belongsTo(document: Document, resource: Resource): TemplateId | undefined {
  for (const each of [resource, ...ancestors(document, resource.id)]) {
    const id = each.provenance?.template;
    if (id !== undefined && document.templates.has(id)) return id;
  }
  return document.templates.keys().next().value;
}

/** The names in a template that no resource of the diagram has. */
function reservedIn(
  document: Document,
  template: TemplateId | undefined,
  { Resources, Parameters }: Sections,
): readonly string[] {
  const drawn = new Set<string>();
  for (const { provenance } of document.resources.values()) {
    if (provenance === undefined || provenance.template !== template) continue;
    drawn.add(provenance.logicalId);
    for (const satellite of Object.values(provenance.satellites ?? {})) drawn.add(satellite);
  }
  return [...Object.keys(Parameters), ...Object.keys(Resources).filter((logicalId) => !drawn.has(logicalId))];
}

/** For each satellite of a template, the logical IDs of its owners. */
function absorbedIn(
  document: Document,
  template: TemplateId | undefined,
): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { provenance } of document.resources.values()) {
    if (provenance === undefined || provenance.template !== template) continue;
    for (const satellite of Object.values(provenance.satellites ?? {}))
      owners.set(satellite, [...(owners.get(satellite) ?? []), provenance.logicalId]);
  }
  return owners;
}

function absorbedOwners(document: Document, template: TemplateId): (readonly [string, ResourceId])[] {
  return [...document.resources.values()].flatMap(({ id, provenance }) =>
    provenance?.template === template
      ? Object.values(provenance.satellites ?? {}).map((satellite) => [satellite, id] as const)
      : [],
  );
}

/**
 * Whether a resource has to do with others. What the author’s text does without, such as a role that SAM makes for a function,
 * it need not have because it would be another one now.
 */
function isConnected(
  logicalId: string,
  resource: CfnResource,
  all: readonly CfnResource[],
  { entries }: Rendered,
): boolean {
  const itself = new Set([logicalId]);
  return (
    refersTo(resource as unknown as CfnValue, entries) !== undefined ||
    all.some((each) => each !== resource && refersTo(each as unknown as CfnValue, itself) !== undefined)
  );
}

/** The resources in the author's order, new ones last, with satellites to which something that stays refers. */
function withStillNeeded(
  order: readonly string[],
  resources: Map<string, CfnResource>,
  dropped: Map<string, CfnResource>,
): (readonly [string, CfnResource])[] {
  for (let waiting = [...resources.values()]; waiting.length > 0 && dropped.size > 0;) {
    const needed: CfnResource[] = [];
    for (const resource of waiting)
      for (
        let id = refersTo(resource as unknown as CfnValue, dropped);
        id !== undefined;
        id = refersTo(resource as unknown as CfnValue, dropped)
      ) {
        const satellite = dropped.get(id);
        dropped.delete(id);
        if (satellite === undefined) continue;
        resources.set(id, satellite);
        needed.push(satellite);
      }
    waiting = needed;
  }
  const old = order.flatMap((id): (readonly [string, CfnResource])[] => {
    const resource = resources.get(id);
    return resource === undefined ? [] : [[id, resource]];
  });
  const written = new Set(order);
  return [...old, ...[...resources].filter(([id]) => !written.has(id))];
}

/** The parameters to which the resources refer; others are asked for by what stays as its author wrote it. */
function neededIn(
  resources: readonly (readonly [string, CfnResource])[],
  parameters: ReadonlyMap<string, CfnParameter>,
): (readonly [string, CfnParameter])[] {
  return [...parameters].filter(([name]) => {
    const only = new Set([name]);
    return resources.some(([, resource]) => refersTo(resource as unknown as CfnValue, only) !== undefined);
  });
}

/** The author's entries, with those that the diagram has come to need. */
function withNew(
  written: Readonly<Record<string, CfnValue>>,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): (readonly [string, CfnValue])[] {
  const fresh = [...after].filter(([name]) => !before.has(name) && !Object.hasOwn(written, name));
  // Parameters and outputs are plain records of CfnValues.
  return [...Object.entries(written), ...(fresh as [string, CfnValue][])];
}

/** What is left of a template may refer to what was deleted from the diagram. */
function dangling({ Resources }: CfnTemplate, gone: ReadonlySet<string>): ExportProblem[] {
  if (gone.size === 0) return [];
  return Object.entries(Resources).flatMap(([logicalId, resource]): ExportProblem[] => {
    const target = refersTo(resource as unknown as CfnValue, gone);
    return target === undefined
      ? []
      : [
          {
            severity: 'error',
            on: null,
            message: {
              en: `${logicalId} refers to ${target}, which was deleted from the diagram`,
              ja: `${logicalId} が、図から削除された ${target} を参照しています`,
            },
          },
        ];
  });
}

/**
 * A diagram whose template's text somebody edited: what the edit changed, and nothing else, is changed in the diagram. What a
 * template cannot hold (places, sizes, flows, notes, scenes, scopes, suppressed findings) stays with what is still there.
 */
import { sameJson } from '../../../lib/sameJson';
import type { Catalog } from '../../catalog/catalog';
import type { Document, Resource, ResourceId, Template, TemplateId } from '../../model/document';
import { exportTemplate } from '../exportTemplate';
import { sharersOf } from '../nested/filesApart';
import { recallOriginal, rememberAs, rememberOriginal } from '../remembered';
import type { ImportFailure } from '../source/parseTemplate';
import { templateText } from '../templateText';
import { logicalKey } from './identities';
import { inDiagram, type Before, type InDiagram } from './inDiagram';
import { mergedEdit } from './mergeEdit';
import { asReadOf, readAs } from './readAs';
import { renamedIds } from './renames';
import { readText, type TextReading } from './textReading';

/** The state in which an edit of a text begins. */
export interface EditBase {
  readonly template: TemplateId;
  /** The other templates that are the same file and say the same: what is edited is their text as well. */
  readonly shared: readonly TemplateId[];
  readonly text: string;
  readonly document: Document;
  /** Whether the diagram says what the text says, and no more. */
  readonly isExact: boolean;
  readonly read: InDiagram;
}

export interface Reread {
  readonly document: Document;
  /** From which the next edit can go on. */
  readonly base: EditBase;
}

/**
 * `text`: what the diagram says, as it is shown to whoever edits it. `id`: the template that it is; null for a diagram that
 * has none, which gets one of that file name by the first edit.
 */
export function beginEdit(
  catalog: Catalog,
  document: Document,
  id: TemplateId | null,
  fileName: string,
  text: string,
): EditBase | ImportFailure {
  const template = id ?? fileName;
  const shared = sharersOf(document, template)
    .map((each) => each.id)
    .filter((each) => textOf(catalog, document, each) === text);
  const reading = readText(catalog, document, template, fileName, text, shared);
  if (!('template' in reading)) return reading;
  return {
    template,
    shared,
    text,
    document,
    isExact: true,
    read: inDiagram(catalog, reading, document, asDrawn(catalog, document, [template, ...shared])),
  };
}

/**
 * The diagram after the edit: `current`, in which more may have changed since the edit began. The very same diagram for the
 * very same text. Never throws; a text that cannot be read is a failure with its place.
 */
export function reread(
  catalog: Catalog,
  base: EditBase,
  current: Document,
  text: string,
): Reread | ImportFailure {
  const isExact = base.isExact && current === base.document;
  if (text === base.text) return { document: current, base: { ...base, document: current, isExact } };
  const { template, shared, document, read } = base;
  const reading = readText(catalog, document, template, read.reading.template.fileName, text, shared);
  return 'template' in reading ? followed(catalog, base, current, reading, text) : reading;
}

/**
 * The diagram as it is when its templates are given other values of their parameters (by name; a parameter that is not named
 * has its default). What the diagram changed of them stays changed. Never throws.
 */
export function withParameters(
  catalog: Catalog,
  document: Document,
  parameters: Readonly<Record<string, string>>,
): Document | ImportFailure {
  const [first] = document.templates.values();
  if (first === undefined) return document;
  const { id, fileName } = first;
  const text = textOf(catalog, document, id);
  const base = beginEdit(catalog, document, id, fileName, text);
  if (!('read' in base)) return base;
  const given = (template: Template): Template => {
    const { region } = template.readWith ?? document.settings;
    return { ...template, readWith: { parameters, region } };
  };
  const asked = { ...document, templates: mapped(document.templates, given) };
  const reading = readText(catalog, asked, id, fileName, text, base.shared);
  if (!('template' in reading)) return reading;
  const next = followed(catalog, base, document, reading, text).document;
  // The other templates are read with the same values.
  const templates = mapped(next.templates, given);
  const original = recallOriginal(next.templates);
  if (original !== undefined) rememberOriginal(templates, original);
  return { ...next, templates };
}

function mapped(
  templates: ReadonlyMap<TemplateId, Template>,
  to: (template: Template) => Template,
): ReadonlyMap<TemplateId, Template> {
  return new Map([...templates].map(([id, template]) => [id, to(template)]));
}

function followed(
  catalog: Catalog,
  base: EditBase,
  current: Document,
  reading: TextReading,
  text: string,
): Reread {
  const isExact = base.isExact && current === base.document;
  const { template: id, shared } = base;
  const own = new Set([id, ...shared]);
  const read = inDiagram(catalog, reading, base.document, {
    known: withRenames(base.read, reading, own),
    rowsOf: (each) => base.read.resources.get(each),
    rowKeys: base.read.rowKeys,
  });
  const edit = { start: base.document, before: base.read, after: read };
  let merged = mergedEdit(catalog, current, edit);
  let document = withTemplates(catalog, merged, current, read, base.read, own);
  if (isExact && [...own].some((each) => textOf(catalog, document, each) !== text)) {
    // Of something the diagram says more or else than the text does, which would be written over what was typed.
    merged = { ...merged, resources: asSaid(merged.resources, read) };
    document = withTemplates(catalog, merged, current, read, base.read, own);
  }
  return { document, base: { template: id, shared, text, document, isExact, read } };
}

/** The text of a template, in the format of its author. */
export function textOf(catalog: Catalog, document: Document, id: TemplateId): string {
  const text = document.templates.get(id)?.text ?? '';
  const format = /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml';
  return templateText(exportTemplate(catalog, document, id).template, format).text;
}

/** Who is who where a text is what the diagram says. */
function asDrawn(catalog: Catalog, document: Document, ids: readonly TemplateId[]): Before {
  const logical = new Map<string, ResourceId>();
  const outside = new Map<string, ResourceId>();
  for (const { id: own, kind, provenance } of document.resources.values()) {
    if (provenance === undefined) continue;
    if (provenance.logicalId !== '') logical.set(logicalKey(provenance.template, provenance.logicalId), own);
    else if (provenance.outside !== undefined)
      outside.set(`${kind} ${provenance.template} ${provenance.outside}`, own);
  }
  for (const id of ids) {
    const { logicalIds } = exportTemplate(catalog, document, document.templates.has(id) ? id : undefined);
    for (const [own, logicalId] of logicalIds)
      if (document.resources.has(own)) logical.set(logicalKey(id, logicalId), own);
  }
  return { known: { logical, outside }, rowsOf: (own) => document.resources.get(own), rowKeys: new Map() };
}

function withRenames(
  { known, reading: before }: InDiagram,
  after: TextReading,
  ids: ReadonlySet<TemplateId>,
): Before['known'] {
  const renamed = renamedIds(before.source.root, after.source.root);
  if (renamed.size === 0) return known;
  const logical = new Map(known.logical);
  for (const id of ids)
    for (const [now, was] of renamed) {
      const own = known.logical.get(logicalKey(id, was));
      if (own === undefined) continue;
      logical.delete(logicalKey(id, was));
      logical.set(logicalKey(id, now), own);
    }
  return { ...known, logical };
}

/** The diagram with its templates, and what these were read as. */
function withTemplates(
  catalog: Catalog,
  merged: Document,
  current: Document,
  after: InDiagram,
  before: InDiagram,
  ids: ReadonlySet<TemplateId>,
): Document {
  const templates = new Map<TemplateId, Template>();
  for (const [id, template] of current.templates) templates.set(id, sameOr(template, after));
  for (const id of ids) {
    const read = after.reading.document.templates.get(id) ?? after.reading.template;
    const own = moved(read, after);
    rememberAs(own, read);
    templates.set(id, own);
  }
  const name =
    before.reading.document.name === after.reading.document.name ? merged.name : after.reading.document.name;
  const resources = readAs(catalog, merged, current, after, before, ids);
  const { asRead } = current;
  const next: Document = {
    ...merged,
    name,
    templates,
    asRead: asReadOf(asRead, resources, ids),
  };
  rememberOriginal(templates, {
    document: { ...after.reading.document, resources },
    faults: after.reading.faults,
  });
  return next;
}

function moved(template: Template, { to }: InDiagram): Template {
  const { unmodelled } = template;
  return unmodelled === undefined
    ? template
    : { ...template, unmodelled: unmodelled.map((each) => ({ ...each, on: to(each.on) ?? each.on })) };
}

function sameOr(template: Template, after: InDiagram): Template {
  const read = after.reading.document.templates.get(template.id);
  if (read === undefined) return template;
  const { unmodelled } = moved(read, after);
  if (sameJson(unmodelled, template.unmodelled)) return template;
  const { unmodelled: _, ...rest } = template;
  return unmodelled === undefined ? rest : { ...rest, unmodelled };
}

/** Every resource of the templates with the name and props that the text says. */
function asSaid(
  resources: ReadonlyMap<ResourceId, Resource>,
  { resources: read }: InDiagram,
): ReadonlyMap<ResourceId, Resource> {
  const said = new Map(resources);
  for (const { id, kind, name, props, provenance } of read.values()) {
    const own = said.get(id);
    if (own === undefined || provenance === undefined || own.kind !== kind) continue;
    said.set(id, { ...own, name, props } as unknown as Resource); // the kind is the same
  }
  return said;
}

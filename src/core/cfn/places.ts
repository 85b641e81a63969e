/** Where in its template's text a resource, or a field of one, stands. */
import type { Document, Provenance, ResourceId, TemplateId } from '../model/document';
import { rootOf, sourceOf, type TemplatePlace } from './remembered';
import { offsetOf, type Path } from './source/syntax';

export { sourceOf, type TemplatePlace } from './remembered';

/**
 * The place of a resource that came from a template: of the property behind a field (`cidr`, `routes.<row>.target`) where
 * the template states it, else of the resource itself.
 */
export function placeOf(document: Document, id: ResourceId, field?: string): TemplatePlace | undefined {
  const found = pathIn(document, id, field);
  const template = found === undefined ? undefined : document.templates.get(found.template);
  const source = template === undefined ? undefined : sourceOf(template);
  const root = template === undefined ? undefined : rootOf(template);
  if (found === undefined || template === undefined || source === undefined || root === undefined)
    return undefined;
  return { file: template.fileName, ...source.position(offsetOf(root, found.path)) };
}

/** The same as a template with the path of keys in it, whatever the template's text is. */
export function pathIn(
  document: Pick<Document, 'resources'>,
  id: ResourceId,
  field?: string,
): { readonly template: TemplateId; readonly path: Path } | undefined {
  const provenance = provenanceFor(document, id, field);
  if (provenance === undefined) return undefined;
  const path = pathOf(provenance, field) ?? ownPath(provenance.logicalId);
  return path === undefined ? undefined : { template: provenance.template, path };
}

/** The name of the CloudFormation property that a field was read from, or would be written to. */
export function propertyOf(
  document: Document,
  id: ResourceId,
  field: string,
  fallback?: string,
): string | undefined {
  const provenance = provenanceFor(document, id, field);
  const path = provenance === undefined ? undefined : pathOf(provenance, field);
  // A resource as a whole is no name for what it does not say.
  return (path === undefined || path.length < 4 ? undefined : propertyAt(path)) ?? fallback;
}

/** A box that no template has was made of what the resources in it say of themselves: a zone, of its subnets' zone. */
function provenanceFor(
  { resources }: Pick<Document, 'resources'>,
  id: ResourceId,
  field: string | undefined,
): Provenance | undefined {
  const own = resources.get(id);
  if (own === undefined || own.provenance !== undefined || field === undefined) return own?.provenance;
  const inside = [...resources.values()]
    .filter(({ parentId }) => parentId === id)
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  return inside.find(({ provenance }) => provenance?.places?.[field] !== undefined)?.provenance;
}

/** The property in which a path ends, or within which a function stands there; undefined for a whole resource or section. */
export function propertyAt(path: Path): string | undefined {
  let property: string | undefined;
  for (const step of path.slice(2)) {
    if (typeof step === 'number') continue;
    // Either branch of a condition stands where the whole stands; what other functions hold is no property.
    if (step === 'Fn::If') continue;
    if (step.startsWith('Fn::') || step === 'Ref') break;
    property = step;
  }
  return property;
}

/** The path of a field; of the row, or of the table, where the field itself is not stated. */
function pathOf({ logicalId, places = {} }: Provenance, field: string | undefined): Path | undefined {
  if (field === undefined) return undefined;
  const exact = places[field];
  if (exact !== undefined) return exact;
  const within = (name: string): Path | undefined =>
    Object.entries(places).find(([prop]) => prop === name || prop.startsWith(`${name}.`))?.[1];
  const row = field.slice(0, Math.max(0, field.lastIndexOf('.')));
  const inRow = row.includes('.') ? within(row) : undefined;
  if (inRow !== undefined) return places[row] ?? aroundIt(inRow);
  const inTable = within(field.split('.', 1)[0] ?? '');
  // Rows that are resources of their own have no table around them.
  if (inTable === undefined || inTable[1] !== logicalId) return undefined;
  const isItem = (step: string | number | undefined): boolean =>
    typeof step === 'number' || step === 'Fn::If';
  let table = aroundIt(inTable);
  while (isItem(table.at(-1))) table = table.slice(0, -1);
  return table;
}

/** The object that a property stands in; the resource, for one of its own properties. */
function aroundIt(path: Path): Path {
  return path.slice(0, path.length === 4 ? 2 : -1);
}

function ownPath(logicalId: string): Path | undefined {
  return logicalId === '' ? undefined : ['Resources', logicalId];
}

/** Where in its template's text a resource, or a field of one, stands. */
import type { Document, ResourceId } from '../model/document';
import { sourceOf, type TemplatePlace } from './remembered';
import { offsetOf, type Path } from './source/syntax';

export { sourceOf, type TemplatePlace } from './remembered';

/**
 * The place of a resource that came from a template: of the property behind a field (`cidr`, `routes.<row>.target`) where
 * the template states it, else of the resource itself.
 */
export function placeOf(document: Document, id: ResourceId, field?: string): TemplatePlace | undefined {
  const provenance = document.resources.get(id)?.provenance;
  const template = provenance === undefined ? undefined : document.templates.get(provenance.template);
  const source = template === undefined ? undefined : sourceOf(template);
  if (provenance === undefined || template === undefined || source === undefined) return undefined;
  const path = pathOf(provenance.places ?? {}, field) ?? ownPath(provenance.logicalId);
  if (path === undefined) return undefined;
  return { file: template.fileName, ...source.position(offsetOf(source.root, path)) };
}

/** The name of the CloudFormation property that a field was read from, or would be written to. */
export function propertyOf(
  document: Document,
  id: ResourceId,
  field: string,
  fallback?: string,
): string | undefined {
  const path = pathOf(document.resources.get(id)?.provenance?.places ?? {}, field);
  // Of a row that says nothing of the field, the properties as a whole are no name for it.
  return (path === undefined || path.length < 4 ? undefined : propertyAt(path)) ?? fallback;
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
function pathOf(places: Readonly<Record<string, Path>>, field: string | undefined): Path | undefined {
  if (field === undefined) return undefined;
  const exact = places[field];
  if (exact !== undefined) return exact;
  for (let name = field; name.includes('.');) {
    name = name.slice(0, name.lastIndexOf('.'));
    const inside = Object.entries(places).find(([prop]) => prop === name || prop.startsWith(`${name}.`));
    if (inside !== undefined) return inside[0] === name ? inside[1] : inside[1].slice(0, -1);
  }
  const within = Object.entries(places).find(([prop]) => prop.startsWith(`${field}.`));
  return within?.[1].slice(0, -1);
}

function ownPath(logicalId: string): Path | undefined {
  return logicalId === '' ? undefined : ['Resources', logicalId];
}

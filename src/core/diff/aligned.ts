import type { Catalog } from '../catalog/catalog';
import { movedProvenance } from '../catalog/movedProvenance';
import { replaceReferences } from '../catalog/references';
import type { Document, Resource, ResourceId, Template } from '../model/document';
import { sameResources } from './sameResources';

/** The second of two designs under the ids of the first. */
export interface Aligned {
  readonly document: Document;
  /** The id that a resource has in the second design itself. */
  readonly ownId: (id: ResourceId) => ResourceId;
}

/** What is the same resource has the same id then, and nothing else has. Scopes and scenes are left out. */
export function alignedWith(catalog: Catalog, before: Document, after: Document): Aligned {
  const pairs = sameResources(catalog, before, after);
  const ids = new Map<ResourceId, ResourceId>();
  const own = new Map<ResourceId, ResourceId>();
  const taken = new Set([...before.resources.keys(), ...pairs.values()]);
  for (const id of after.resources.keys()) {
    let aligned = pairs.get(id) ?? id;
    if (!pairs.has(id)) for (let n = 2; taken.has(aligned); n++) aligned = `${id} ${n}`;
    taken.add(aligned);
    ids.set(id, aligned);
    own.set(aligned, id);
  }
  const to = (id: ResourceId): ResourceId => ids.get(id) ?? id;
  const resources = new Map(
    [...after.resources.values()].map((resource): [ResourceId, Resource] => {
      const { id, parentId, provenance } = resource;
      const props = replaceReferences(catalog, resource, to);
      const moved = {
        ...resource,
        id: to(id),
        parentId: parentId === null ? null : to(parentId),
        props,
        ...(provenance === undefined ? {} : { provenance: movedProvenance(provenance, to) }),
      };
      // The same record under another id.
      return [moved.id, moved as Resource];
    }),
  );
  const flows = new Map(
    [...after.flows].map(([id, flow]) => [id, { ...flow, from: to(flow.from), to: to(flow.to) }] as const),
  );
  const templates = new Map([...after.templates].map(([id, each]) => [id, withOn(each, to)] as const));
  const document = { ...after, resources, flows, templates, scopes: new Map(), scenes: new Map() };
  return { document, ownId: (id) => own.get(id) ?? id };
}

function withOn(template: Template, to: (id: ResourceId) => ResourceId): Template {
  const { unmodelled } = template;
  return unmodelled === undefined
    ? template
    : { ...template, unmodelled: unmodelled.map((each) => ({ ...each, on: to(each.on) })) };
}

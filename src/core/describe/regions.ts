/** Networks of other Regions than the one that most are in: each gets a box of its Region, and all is laid out again. */
import { ordersAfter } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { tidy } from '../layout/tidy';
import type { Document, Resource, ResourceId } from '../model/document';

/** `regions`: of resources, where their records say it. */
export function placeAndRegion(
  catalog: Catalog,
  document: Document,
  regions: ReadonlyMap<ResourceId, string>,
): Document {
  const resources = new Map(document.resources);
  const isBox = ({ kind }: Resource): boolean => {
    const { boxFor, parents } = catalog.kind(kind);
    return boxFor !== undefined && parents.includes('canvas');
  };
  const [main] = [...resources.values()].filter(isBox);
  const boxes = new Map<string, Resource>();
  for (const resource of document.resources.values()) {
    const region = regions.get(resource.id);
    if (region === undefined || region === document.settings.region) continue;
    if (main === undefined || resource.parentId !== main.id) continue;
    let box = boxes.get(region);
    if (box === undefined) {
      const props = catalog.kind(main.kind).boxFor?.(resource, region);
      if (props === undefined) continue;
      let id = region;
      for (let number = 2; resources.has(id); number++) id = `${region}-${number}`;
      const [order = 'U'] = ordersAfter(
        [...resources.values()]
          .map((each) => each.order)
          .sort()
          .at(-1) ?? null,
        1,
      );
      box = { ...main, id, order, ...props } as unknown as Resource; // the props are those of the box's own kind
      boxes.set(region, box);
      resources.set(id, box);
    }
    resources.set(resource.id, { ...resource, parentId: box.id });
  }
  const whole = { ...document, resources };
  const places = tidy(catalog, whole, null);
  return {
    ...whole,
    resources: new Map([...resources].map(([id, resource]) => [id, { ...resource, ...places[id] }])),
  };
}

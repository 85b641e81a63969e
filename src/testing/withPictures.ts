/** Random pictures over a design: of every kind that only says something to people, anywhere it may stand. */
import fc from 'fast-check';
import type { Catalog } from '../core/catalog/catalog';
import { newResource } from '../core/catalog/newResource';
import type { Document, Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { tinyImage } from './tinyImage';

/** The design with pictures on it, of which some stand in its boxes and bear the names of its resources. */
export function withPictures(catalog: Catalog, document: Document): fc.Arbitrary<Document> {
  const kinds = [...catalog.kinds.values()].filter(({ isAnnotation }) => isAnnotation === true);
  const names = ['Vpc', 'Picture', '', ...[...document.resources.values()].map(({ name }) => name)];
  const picture = fc.record({
    kind: fc.constantFrom(...kinds),
    name: fc.constantFrom(...names),
    within: fc.nat(),
    order: fc.constantFrom('0', 'U', 'zz'),
    place: fc.record({ x: coordinate, y: coordinate, w: size, h: size }),
    icon: fc.constantFrom('resource/User', 'architecture-service/AWSLambda', 'no such icon'),
    number: fc.integer({ min: -5, max: 5000 }),
    grouped: fc.boolean(),
  });
  return fc.array(picture, { minLength: 1, maxLength: 8 }).map((pictures) => {
    const resources = new Map<ResourceId, Resource>(document.resources);
    pictures.forEach(({ kind, name, within, order, place, icon, number, grouped }, index) => {
      const homes = [null, ...document.resources.values()].filter(
        (home) => home === null || kind.parents.includes(home.kind),
      );
      const id = `picture-${index}`;
      const parentId = homes[within % homes.length]?.id ?? null;
      // Names of the catalog's kinds are kind names.
      const key = `${order}${index + 1}`;
      const fresh = newResource(catalog, { kind: kind.kind as KindName, id, name, parentId, order: key });
      const props: Record<string, unknown> = { ...fresh.props };
      for (const [prop, field] of catalog.fields(kind.kind)) {
        if (field.control === 'art') props[prop] = field.of === 'image' ? tinyImage : icon;
        if (field.control === 'number') props[prop] = number;
      }
      // Each value was made for the field that describes it.
      resources.set(id, {
        ...fresh,
        ...place,
        props,
        ...(grouped ? { group: 'g' } : {}),
      } as unknown as Resource);
    });
    return { ...document, resources };
  });
}

const coordinate = fc.integer({ min: -2000, max: 2000 });
const size = fc.integer({ min: 1, max: 1000 });

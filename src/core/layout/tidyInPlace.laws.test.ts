/** Laws of Tidy over drawings that somebody made in a hurry: things overlap, stick out of their boxes and are nearly in line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { overlaps, type Rect } from '../../lib/rect';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { fromSketch } from '../catalog/fromSketch';
import { call, runCommand } from '../commands';
import type { Document, Resource, ResourceId } from '../model/document';
import { box, sketch, type Box } from '../model/sketch';
import { standsOnBorder } from './border';
import { padding, titleRoom } from './fit';
import { tidyInPlace } from './tidyInPlace';

const isLocked = ({ locked }: Resource): boolean => locked === true;

function tidied(document: Document, container: ResourceId | null = null): Document {
  const places = tidyInPlace(catalog, document, { container, isHeld: isLocked });
  return runCommand({ catalog }, document, call('placeResources', { places }));
}

/** A VPC with subnets of instances, all thrown about. */
const messy: fc.Arbitrary<Document> = fc
  .record({
    subnets: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
    hasGateway: fc.boolean(),
    places: fc.infiniteStream(
      fc.tuple(fc.integer({ min: -40, max: 420 }), fc.integer({ min: -40, max: 320 })),
    ),
    held: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  })
  .map(({ subnets, hasGateway, places, held }) => {
    const boxes = subnets.map((count, index): Box =>
      box(
        'subnet',
        `Subnet${index}`,
        {},
        ...Array.from({ length: count }, (_, number) => box('instance', `Web${index}x${number}`)),
      ),
    );
    const drawn = fromSketch(
      catalog,
      sketch(
        box('internet', 'Internet'),
        box('vpc', 'Vpc', {}, ...(hasGateway ? [box('internet-gateway', 'Igw')] : []), ...boxes),
      ),
    );
    const resources = new Map<ResourceId, Resource>();
    for (const [id, resource] of drawn.resources) {
      const [x, y] = places.next().value as [number, number]; // the stream never ends
      const onBorder = resource.kind === 'internet-gateway' ? { y: -24 } : {};
      const isHeld = (held.next().value as number) === 0 && resource.kind === 'instance';
      resources.set(id, { ...resource, x, y, ...onBorder, ...(isHeld ? { locked: true } : {}) });
    }
    return { ...drawn, resources };
  });

const rectOf = ({ x, y, w, h }: Resource): Rect => ({ x, y, w, h });
const parentOf = (document: Document, { parentId }: Resource): Resource | undefined =>
  parentId === null ? undefined : document.resources.get(parentId);
const isOnBorder = (document: Document, resource: Resource): boolean =>
  standsOnBorder(catalog, resource.kind, parentOf(document, resource)?.kind);

function siblings(document: Document): (readonly [Resource, Resource])[] {
  const all = [...document.resources.values()].filter(({ w }) => w > 0);
  return all.flatMap((a) =>
    all.filter((b) => a.id < b.id && a.parentId === b.parentId).map((b) => [a, b] as const),
  );
}

describe('Tidy', () => {
  test('moves nothing a second time', () => {
    fc.assert(
      fc.property(messy, (document) => {
        const once = tidied(document);

        expect(tidied(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves no two siblings over one another, but those that are both held', () => {
    fc.assert(
      fc.property(messy, (document) => {
        const after = tidied(document);

        for (const [a, b] of siblings(after))
          if (!(isLocked(a) && isLocked(b)))
            expect(overlaps(rectOf(a), rectOf(b)), `${a.id} and ${b.id}`).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves what is held where it is', () => {
    fc.assert(
      fc.property(messy, (document) => {
        const after = tidied(document);

        for (const resource of document.resources.values())
          if (isLocked(resource)) expect(after.resources.get(resource.id)).toBe(resource);
      }),
    );
  });

  test('keeps what it moves inside its box, below the title, and boxes large enough', () => {
    fc.assert(
      fc.property(messy, (document) => {
        const after = tidied(document);

        for (const resource of after.resources.values()) {
          const parent = parentOf(after, resource);
          if (parent === undefined || resource.w === 0 || isLocked(resource) || isOnBorder(after, resource))
            continue;
          expect(resource.x).toBeGreaterThanOrEqual(padding);
          expect(resource.y).toBeGreaterThanOrEqual(titleRoom);
          expect(resource.x + resource.w).toBeLessThanOrEqual(parent.w - padding);
          expect(resource.y + resource.h).toBeLessThanOrEqual(parent.h - padding);
        }
      }),
    );
  });

  test('keeps a gateway on the border of its box', () => {
    fc.assert(
      fc.property(messy, (document) => {
        const after = tidied(document);

        const gateway = after.resources.get('Igw');
        if (gateway !== undefined) expect(gateway.y).toBe(-24);
      }),
    );
  });

  test.each(gallery)('moves nothing in $id, which is tidy', (example) => {
    const document = documentOf(catalog, example);

    expect(tidyInPlace(catalog, document, { container: null, isHeld: isLocked })).toEqual({});
  });
});

const pair = (x: number, y: number): Document => {
  const drawn = fromSketch(
    catalog,
    sketch(box('vpc', 'Vpc', {}, box('instance', 'One'), box('instance', 'Two'), box('instance', 'Far'))),
  );
  const at = (id: string, places: Partial<Resource>): readonly [string, Resource] => {
    const resource = drawn.resources.get(id);
    if (resource === undefined) throw new Error(`nothing is named ${id}`);
    return [id, { ...resource, ...places } as Resource]; // only its place
  };
  return {
    ...drawn,
    resources: new Map([
      at('Vpc', { x: 0, y: 0, w: 700, h: 500 }),
      at('One', { x: 40, y: 60 }),
      at('Two', { x, y }),
      at('Far', { x: 500, y: 300 }),
    ]),
  };
};

describe('what Tidy moves', () => {
  test('is only what overlaps or is nearly in line: the rest stays', () => {
    const before = pair(60, 66);

    const places = tidyInPlace(catalog, before, { container: null, isHeld: isLocked });

    expect(Object.keys(places)).toHaveLength(2);
    expect(places).not.toHaveProperty('Far');
    expect(places).not.toHaveProperty('Vpc');
  });

  test('comes into line where it nearly is', () => {
    const after = tidied(pair(46, 260));

    expect(after.resources.get('Two')?.x).toBe(after.resources.get('One')?.x);
    expect(after.resources.get('Two')?.y).toBe(260);
  });

  test('stays left of what it stood left of', () => {
    const after = tidied(pair(90, 60));

    expect((after.resources.get('One')?.x ?? 0) < (after.resources.get('Two')?.x ?? 0)).toBe(true);
  });

  test('is only what was chosen, where some were', () => {
    const before = pair(60, 66);

    const places = tidyInPlace(catalog, before, {
      container: 'Vpc',
      only: new Set(['Two']),
      isHeld: isLocked,
    });

    expect(Object.keys(places)).toEqual(['Two']);
  });
});

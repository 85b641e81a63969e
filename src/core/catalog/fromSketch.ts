import { ordersAfter } from '../../lib/order';
import type { Document, Flow, Resource, ResourceId, Scope } from '../model/document';
import { emptyDocument } from '../model/document';
import type { Box, Sketch } from '../model/sketch';
import type { Catalog } from './catalog';
import { newResource } from './newResource';

/** The document that a sketch means. Throws when two boxes have one name: a programmer's error. */
export function fromSketch(catalog: Catalog, sketch: Sketch): Document {
  const resources = new Map<ResourceId, Resource>();
  const place = (boxes: readonly Box[], parentId: ResourceId | null): void => {
    const orders = ordersAfter(null, boxes.length);
    boxes.forEach((box, index) => {
      if (resources.has(box.name)) throw new Error(`two boxes are named ${box.name}`);
      const base = newResource(catalog, {
        kind: box.box,
        id: box.name,
        name: box.name,
        parentId,
        order: orders[index] ?? 'U',
      });
      // The sketch was checked against the kind when it was written (`box`).
      resources.set(box.name, {
        ...base,
        x: 20 + index * 40,
        y: 40 + index * 40,
        props: { ...base.props, ...box.props },
      } as Resource);
      place(box.inside, box.name);
    });
  };
  place(sketch.boxes, null);

  const flowOrders = ordersAfter(null, sketch.flows.length);
  const flows = new Map<string, Flow>();
  sketch.flows.forEach(({ flow, ...rest }, index) => {
    const order = flowOrders[index] ?? 'U';
    flows.set(flow, {
      protocol: 'tcp',
      port: 443,
      gbPerMonth: null,
      expect: 'reachable',
      label: '',
      bends: {},
      order,
      ...rest,
      id: flow,
    });
  });

  const scopeOrders = ordersAfter(null, sketch.scopes.length);
  const scopes = new Map<string, Scope>();
  sketch.scopes.forEach(({ scope, ...rest }, index) =>
    scopes.set(scope, { ...rest, id: scope, order: scopeOrders[index] ?? 'U' }),
  );

  return { ...emptyDocument, resources, flows, scopes, settings: { region: sketch.region } };
}

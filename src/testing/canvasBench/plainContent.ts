/** A diagram as the plain React Flow canvas is given it. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Document } from '../../core/model/document';
import { createBoxes } from '../../core/drawing/boxes';
import { createLooks } from '../../core/drawing/looks';
import type { PlainContent, PlainNode } from '../plainFlow/content';

export function plainContent(catalog: Catalog, document: Document): PlainContent {
  const boxes = createBoxes(catalog)(document);
  const looks = createLooks(catalog)(document);
  const nodes = [...boxes].map(([id, { resource }]): PlainNode => {
    const { shape, icon } = catalog.kind(resource.kind);
    const look = looks.look(id);
    const hanging = shape.as === 'container' ? looks.chips(id) : looks.shields(id);
    const { parentId, x, y, w, h, name } = resource;
    return {
      id,
      parentId: parentId !== null && boxes.has(parentId) ? parentId : null,
      x,
      y,
      w,
      h,
      isContainer: shape.as === 'container',
      name,
      detail: look.detail ?? '',
      colour: look.colour ?? (shape.as === 'container' ? shape.border.colour : ''),
      icon: look.icon ?? icon,
      chips: hanging.map((each) => each.resource.name),
    };
  });
  const edges = [...document.flows.values()].map(({ id, from, to, protocol, port }) => ({
    id,
    source: from,
    target: to,
    label: `${protocol.toUpperCase()} ${port ?? ''}`,
  }));
  return { nodes, edges };
}

/**
 * The document as React Flow shows it: flat nodes in absolute coordinates. An unchanged resource gives the very same node
 * object, since that is what decides how much React Flow does again.
 */
import type { Catalog } from '../core/catalog/catalog';
import type { Look, Shape } from '../core/catalog/kind';
import { isCollapsed } from '../core/layout/collapsed';
import type { Resource, ResourceId } from '../core/model/document';
import type { Box, Boxes } from '../core/drawing/boxes';
import type { Hanging, Looks } from '../core/drawing/looks';
import { layerOf } from '../core/drawing/layers';

/** The part of React Flow's node type that we fill in. */
export interface CanvasNode {
  readonly id: ResourceId;
  readonly type: Shape['as'] | 'collapsed';
  readonly position: { readonly x: number; readonly y: number };
  /** Given, and never measured: a node that waits for its measure stays hidden. */
  readonly width: number;
  readonly height: number;
  readonly measured: { readonly width: number; readonly height: number };
  readonly handles: never[];
  readonly zIndex: number;
  readonly data: NodeData;
  readonly domAttributes: typeof plainWrapper;
}

/** React Flow types node data as an open record, which only a type alias satisfies. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- see above
export type NodeData = {
  readonly resource: Resource;
  readonly look: Look;
  readonly chips: readonly Hanging[];
  readonly shields: readonly Hanging[];
  readonly w: number;
  readonly h: number;
};

/** React Flow calls its wrapper a "node" to screen readers; the name and role are on what is in it. */
const plainWrapper = { 'aria-roledescription': undefined } as const;

export function createProjector(catalog: Catalog): (boxes: Boxes, looks: Looks) => readonly CanvasNode[] {
  let cache = new Map<ResourceId, { readonly box: Box; readonly node: CanvasNode }>();
  let last:
    { readonly boxes: Boxes; readonly looks: Looks; readonly nodes: readonly CanvasNode[] } | undefined;

  return (boxes, looks) => {
    if (last?.boxes === boxes && last.looks === looks) return last.nodes;
    const next: typeof cache = new Map();
    const nodes: CanvasNode[] = [];
    for (const [id, box] of boxes) {
      const look = looks.look(id);
      const chips = looks.chips(id);
      const shields = looks.shields(id);
      const before = cache.get(id);
      const data = before?.node.data;
      const node =
        before?.box === box && data?.look === look && data.chips === chips && data.shields === shields
          ? before.node
          : nodeFor(catalog, box, { look, chips, shields }, data);
      next.set(id, { box, node });
      nodes.push(node);
    }
    cache = next;
    last = { boxes, looks, nodes };
    return nodes;
  };
}

function nodeFor(
  catalog: Catalog,
  box: Box,
  parts: Pick<NodeData, 'look' | 'chips' | 'shields'>,
  before: NodeData | undefined,
): CanvasNode {
  const { resource, x, y, w, h } = box;
  const type = isCollapsed(catalog, resource) ? 'collapsed' : catalog.kind(resource.kind).shape.as;
  // The data stays the same object while only the position differs, so that the drawing is not made again.
  const data =
    before?.resource === resource &&
    before.look === parts.look &&
    before.chips === parts.chips &&
    before.shields === parts.shields &&
    before.w === w &&
    before.h === h
      ? before
      : { resource, ...parts, w, h };
  return {
    id: resource.id,
    type,
    position: { x, y },
    width: w,
    height: h,
    measured: { width: w, height: h },
    handles: [],
    zIndex: layerOf(catalog, box),
    data,
    domAttributes: plainWrapper,
  };
}

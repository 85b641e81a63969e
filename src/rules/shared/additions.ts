/** New resources that fixes add: a free id and name, the last place among their siblings, a free spot on the canvas. */
import { call, type CommandCall } from '../../core/commands';
import { sizeOf } from '../../core/catalog/newResource';
import type { Size } from '../../core/catalog/kind';
import type { Point, Resource, ResourceId } from '../../core/model/document';
import type { KindName, PropsOf } from '../../core/model/kinds';
import { isDrawnOver } from '../../core/layout/drawnOver';
import type { RuleContext } from '../../core/rules/rule';
import { ordersAfter } from '../../lib/order';

export interface Addition {
  readonly id: ResourceId;
  readonly name: string;
  readonly call: CommandCall;
}

/** A new resource inside a container. `name` is what it is called, with a number behind it when that is taken. */
export function addition<K extends KindName>(
  context: RuleContext,
  kind: K,
  parent: Resource,
  name: string,
  props: Partial<PropsOf<K>>,
): Addition {
  const free = context.freeName(name);
  const id = context.freshId(free);
  const siblings = context.inside(parent.id);
  const size = sizeOf(context.catalog, kind);
  const order = ordersAfter(siblings.at(-1)?.order ?? null, 1)[0] ?? 'U';
  const shape = context.catalog.kind(kind).shape;
  const place =
    shape.as === 'icon' && shape.onBorder === true
      ? spotOnBorder(context, parent, siblings, size, kind.endsWith('endpoint') ? 'right' : 'top')
      : freeSpot(context, parent, siblings, size);
  return {
    id,
    name: free,
    // The props are some of the kind's own, as the signature says.
    call: call('addResource', {
      kind,
      id,
      name: free,
      parentId: parent.id,
      order,
      ...place,
      props: { ...props },
    }),
  };
}

/** A new resource beside another one, in the same container or on the bare canvas, to the right of all there. */
export function additionBeside<K extends KindName>(
  context: RuleContext,
  kind: K,
  beside: Resource,
  name: string,
  props: Partial<PropsOf<K>>,
): Addition {
  const parent = context.resource(beside.parentId);
  if (parent !== undefined) return addition(context, kind, parent, name, props);
  const free = context.freeName(name);
  const id = context.freshId(free);
  const siblings = context.inside(null);
  const right = Math.max(0, ...siblings.map(({ x, w }) => x + w));
  return {
    id,
    name: free,
    call: call('addResource', {
      kind,
      id,
      name: free,
      parentId: null,
      order: ordersAfter(siblings.at(-1)?.order ?? null, 1)[0] ?? 'U',
      x: right + 5 * grid,
      y: beside.y,
      props: { ...props },
    }),
  };
}

/** The call that moves a resource into another container, to a free spot there. */
export function moveInto(context: RuleContext, resource: Resource, parent: Resource): CommandCall {
  const siblings = context.inside(parent.id);
  const shape = context.catalog.kind(resource.kind).shape;
  const place =
    shape.as === 'icon' && shape.onBorder === true
      ? spotOnBorder(context, parent, siblings, resource, 'top')
      : freeSpot(context, parent, siblings, resource);
  const order = ordersAfter(siblings.at(-1)?.order ?? null, 1)[0] ?? 'U';
  return call('moveResources', { moves: [{ id: resource.id, parentId: parent.id, ...place, order }] });
}

const grid = 8;
const titleHeight = 40;

/** The first free spot from the upper left, row by row; below everything when the container is full. */
function freeSpot({ catalog }: RuleContext, parent: Size, siblings: readonly Resource[], size: Size): Point {
  const boxes = siblings.filter(({ kind, w, h }) => w > 0 && h > 0 && !isDrawnOver(catalog, kind));
  for (let y = titleHeight; y + size.h + grid <= parent.h; y += grid)
    for (let x = 2 * grid; x + size.w + grid <= parent.w; x += grid)
      if (boxes.every((box) => apart(box, { x, y, ...size }))) return { x, y };
  return { x: 2 * grid, y: Math.max(titleHeight, ...boxes.map((box) => box.y + box.h + grid)) };
}

/** A place with its middle on the border, beside what stands there already. */
function spotOnBorder(
  context: RuleContext,
  parent: Resource,
  siblings: readonly Resource[],
  size: Size,
  side: 'top' | 'right',
): Point {
  const there = siblings.filter((each) => {
    const shape = context.catalog.kind(each.kind).shape;
    return shape.as === 'icon' && shape.onBorder === true;
  });
  const along = side === 'top' ? parent.w - size.w : parent.h - size.h;
  const at = (offset: number): Point =>
    side === 'top' ? { x: offset, y: -size.h / 2 } : { x: parent.w - size.w / 2, y: offset };
  const middle = Math.round(along / 2);
  for (let away = 0; away <= middle; away += grid)
    for (const offset of [middle + away, middle - away])
      if (there.every((box) => apart(box, { ...at(offset), ...size }))) return at(offset);
  return at(middle);
}

function apart(a: Point & Size, b: Point & Size): boolean {
  return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
}

/**
 * Tidy: a layout for AWS diagrams. Availability Zones stand as columns, subnet tiers as rows that line up across the zones, gateways
 * on the border of their VPC, services at the Region's right. What a resource's place is among its siblings comes from
 * its kind (`TidyPlace`); here is only the arithmetic. The same document always gives the same layout.
 */
import type { Catalog } from '../catalog/catalog';
import type { TidyPlace } from '../catalog/kind';
import { surroundingsOf } from '../catalog/surroundings';
import type { Placement } from '../commands/placeResources';
import type { Document, Resource, ResourceId } from '../model/document';
import { childrenByParent } from '../model/queries';
import { isCollapsed } from './collapsed';
import { isDrawnOver } from './drawnOver';
import { titleWidthOf } from './titleWidth';
import { grid, noOutset, spacing, type Child, type Grid, type Measured, type Placed } from './grid';

export type Placements = Readonly<Record<ResourceId, Placement>>;

/**
 * New places and sizes, relative to their parents, for everything inside a container (null: for the whole canvas), and the
 * container's own size. Locked resources keep their place and size.
 */
export function tidy(catalog: Catalog, document: Document, container: ResourceId | null): Placements {
  const byParent = childrenByParent(document);
  const measure = measurer(catalog, document, byParent);
  const placements: Record<ResourceId, Placement> = {};

  const place = (parentId: ResourceId | null, measured: Measured): void => {
    for (const { resource, x, y, size } of measured.items) {
      if (resource.locked !== true) placements[resource.id] = { x, y, w: size.w, h: size.h };
      place(resource.id, size);
    }
    const parent = parentId === null ? undefined : document.resources.get(parentId);
    if (parent !== undefined && parent.locked !== true && parentId === container)
      placements[parent.id] = { x: parent.x, y: parent.y, w: measured.w, h: measured.h };
  };
  const top = container === null ? undefined : document.resources.get(container);
  place(container, measure(top ?? null, byParent.get(container) ?? [], new Map()));
  return placements;
}

type Measure = (
  parent: Resource | null,
  children: readonly Resource[],
  rowHeights: ReadonlyMap<number, number>,
) => Measured;

function measurer(
  catalog: Catalog,
  document: Document,
  byParent: ReadonlyMap<ResourceId | null, readonly Resource[]>,
): Measure {
  const placeOf = (resource: Resource): TidyPlace =>
    catalog.kind(resource.kind).tidy?.(resource, surroundingsOf(document, resource.id)) ?? {};

  const takesRoom = ({ kind }: Resource): boolean => {
    const { as } = catalog.kind(kind).shape;
    return as !== 'chip' && as !== 'badge' && !isDrawnOver(catalog, kind);
  };

  const sizeOf = (resource: Resource, rowHeights: ReadonlyMap<number, number>): Measured => {
    const { shape } = catalog.kind(resource.kind);
    if (shape.as === 'container' && !isCollapsed(catalog, resource))
      return measure(resource, byParent.get(resource.id) ?? [], rowHeights);
    const size = shape.as === 'icon' ? shape.size : { w: resource.w, h: resource.h };
    return { ...size, isBox: false, outset: noOutset, items: [], rows: new Map() };
  };

  const measure: Measure = (parent, resources, rowHeights) => {
    const visible = resources.filter(takesRoom).sort(byPosition);
    const places = new Map(visible.map((resource) => [resource, placeOf(resource)]));
    const alone = new Map(visible.map((resource) => [resource, sizeOf(resource, new Map())]));
    // Columns side by side line up their rows: a second measurement with the tallest of each row.
    const shared = new Map<number, number>();
    const inColumns = visible.filter(
      (resource) => places.get(resource)?.column !== undefined && (alone.get(resource)?.rows.size ?? 0) > 0,
    );
    if (new Set(inColumns.map((resource) => places.get(resource)?.column)).size > 1)
      for (const resource of inColumns)
        for (const [row, height] of alone.get(resource)?.rows ?? [])
          shared.set(row, Math.max(shared.get(row) ?? 0, height));
    const children = visible.map((resource): Child => {
      const place = places.get(resource) ?? {};
      const own = alone.get(resource) ?? sizeOf(resource, new Map());
      const again = place.column !== undefined && own.rows.size > 0 && shared.size > 0;
      return { resource, place, size: again ? sizeOf(resource, shared) : own };
    });
    const onBorder = children.filter(({ place }) => place.border !== undefined);
    const inside = children.filter(({ place }) => place.border === undefined);
    const title = parent === null ? 0 : titleWidthOf(catalog, document, parent);
    return frame(catalog, parent, title, grid(inside, rowHeights, parent === null), onBorder);
  };
  return measure;
}

/** Puts a container's border and title around a grid, and the gateways onto the border. */
function frame(
  catalog: Catalog,
  parent: Resource | null,
  title: number,
  inner: Grid,
  onBorder: readonly Child[],
): Measured {
  if (parent === null) return { ...inner, isBox: true, outset: noOutset };
  const { shape } = catalog.kind(parent.kind);
  const minimum = shape.as === 'container' ? shape.minSize : { w: 0, h: 0 };
  const onSide = (side: TidyPlace['border']): readonly Child[] =>
    onBorder.filter(({ place }) => place.border === side);
  const [above, right, below, left] = [onSide('top'), onSide('right'), onSide('bottom'), onSide('left')];
  const half = Math.max(0, ...onBorder.map(({ size }) => size.w / 2));
  const inset = {
    top: spacing.title + (above.length > 0 ? spacing.borderLabel - spacing.iconMiddle : 0),
    right: spacing.padding + (right.length > 0 ? half : 0),
    bottom: spacing.padding + (below.length > 0 ? spacing.iconMiddle : 0),
    left: spacing.padding + (left.length > 0 ? half : 0),
  };
  const along = (children: readonly Child[], by: 'w' | 'h'): number =>
    children.reduce((sum, { size }) => sum + size[by] + spacing.iconGap, spacing.iconGap);
  const wide = Math.max(
    minimum.w,
    title,
    inset.left + inner.w + inset.right,
    2 * along(above, 'w'),
    along(below, 'w'),
  );
  // What stands on the upper border is spread over all of it, or beside the title that its icons would cover.
  const clear = wide / (above.length + 1) - spacing.iconMiddle >= title ? 0 : title;
  const w = above.length === 0 ? wide : Math.max(wide, clear + along(above, 'w'));
  const h = Math.max(
    minimum.h,
    inset.top + inner.h + inset.bottom,
    spacing.title + along(right, 'h'),
    spacing.title + along(left, 'h'),
  );
  const items: Placed[] = inner.items.map((item) => ({
    ...item,
    x: item.x + inset.left,
    y: item.y + inset.top,
  }));
  const spread = (
    children: readonly Child[],
    at: (fraction: number, size: Measured) => { x: number; y: number },
  ): void => {
    children.forEach(({ resource, size }, index) => {
      const { x, y } = at((index + 1) / (children.length + 1), size);
      items.push({ resource, size, x: Math.round(x), y: Math.round(y) });
    });
  };
  spread(above, (fraction, size) => ({
    x: clear + (w - clear) * fraction - size.w / 2,
    y: -spacing.iconMiddle,
  }));
  spread(below, (fraction, size) => ({ x: w * fraction - size.w / 2, y: h - spacing.iconMiddle }));
  const middle = (fraction: number): number =>
    spacing.title + (h - spacing.title) * fraction - spacing.iconMiddle;
  spread(right, (fraction, size) => ({ x: w - size.w / 2, y: middle(fraction) }));
  spread(left, (fraction, size) => ({ x: -size.w / 2, y: middle(fraction) }));
  const outset = {
    top: above.length > 0 ? spacing.iconMiddle : 0,
    right: right.length > 0 ? half : 0,
    bottom: below.length > 0 ? spacing.borderLabel - spacing.iconMiddle : 0,
    left: left.length > 0 ? half : 0,
  };
  return { w: Math.round(w), h: Math.round(h), isBox: true, outset, items, rows: inner.rows };
}

/** As they stand now: from top to bottom, then left to right; by order where they stand on one spot, as after an import. */
function byPosition(a: Resource, b: Resource): number {
  return a.y - b.y || a.x - b.x || (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1);
}

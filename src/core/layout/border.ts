/** What stands on the border of its parent and not inside: gateways. */
import type { Catalog } from '../catalog/catalog';
import type { KindName } from '../model/kinds';
import { clamp, type Point, type Rect } from '../../lib/rect';

/** The middle of an icon below its box's upper edge, in px. */
export const iconMiddle = 24;

/** Whether one of a kind stands on the border of that parent. It does on its first home's; in others it stands free. */
export function standsOnBorder(
  catalog: Catalog,
  kindName: KindName,
  parentKind: KindName | undefined,
): boolean {
  const { shape, parents } = catalog.kind(kindName);
  return (
    shape.as === 'icon' && shape.onBorder === true && parentKind !== undefined && parents[0] === parentKind
  );
}

/** The nearest place on a container's border for something whose middle stands there; its upper left corner. */
export function onBorder(
  container: Rect,
  size: { readonly w: number; readonly h: number },
  at: Point,
): Point {
  const x = clamp(at.x, container.x + size.w / 2, container.x + container.w - size.w / 2);
  const y = clamp(at.y, container.y + size.h / 2, container.y + container.h - size.h / 2);
  const right = container.x + container.w;
  const bottom = container.y + container.h;
  const sides: readonly (Point & { readonly far: number })[] = [
    { x, y: container.y, far: Math.abs(at.y - container.y) },
    { x: right, y, far: Math.abs(at.x - right) },
    { x, y: bottom, far: Math.abs(at.y - bottom) },
    { x: container.x, y, far: Math.abs(at.x - container.x) },
  ];
  const nearest = sides.reduce((best, side) => (side.far < best.far ? side : best));
  return { x: Math.round(nearest.x - size.w / 2), y: Math.round(nearest.y - iconMiddle) };
}

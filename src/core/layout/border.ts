/** What stands on the border of its parent and not inside: gateways. */
import type { Catalog } from '../catalog/catalog';
import type { KindName } from '../model/kinds';

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

/** What is drawn above what, which is also what a press at a point means first. */
import type { Catalog } from '../catalog/catalog';
import { isCollapsed } from '../layout/collapsed';
import type { Box } from './boxes';

/** Frames < containers < flow arrows < images < plain lines < resources and notes < handles < numbers and badges. */
export const band = {
  container: 0,
  arrow: 1000,
  image: 1500,
  line: 1600,
  resource: 2000,
  handle: 4000,
  number: 4500,
  badge: 5000,
};

/** Its z-index. What stands deeper, in more containers, stands above. */
export function layerOf(catalog: Catalog, { resource, depth }: Pick<Box, 'resource' | 'depth'>): number {
  const { shape } = catalog.kind(resource.kind);
  if (shape.as === 'container' && !isCollapsed(catalog, resource)) return band.container + depth;
  if (shape.as !== 'picture') return band.resource + depth;
  // On the box around it, and below the boxes that stand in that beside it.
  return shape.draws === 'frame' ? band.container + depth - 1 : band[shape.draws] + depth;
}

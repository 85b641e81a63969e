/** How each shape of a kind is drawn. What is not here is drawn as a box with its name. */
import type { Shape } from '../../catalog/kind';
import { isCollapsed } from '../../layout/collapsed';
import type { Layer } from '../picture';
import { drawCollapsed } from './collapsed';
import { drawContainer } from './container';
import type { Drawer } from './drawing';
import { drawIcon } from './icon';
import { drawNote } from './note';
import { drawPictureShape, layerOfPicture } from './picture';
import { drawPlain } from './plain';

interface DrawnShape {
  readonly layer: Layer;
  readonly draw: Drawer;
}

const drawn: Readonly<Partial<Record<Shape['as'], DrawnShape>>> = {
  container: {
    layer: 'containers',
    draw: (standing, drawing) => drawContainer(standing, drawing),
  },
  icon: { layer: 'resources', draw: drawIcon },
  note: { layer: 'resources', draw: drawNote },
};

const collapsed: DrawnShape = { layer: 'resources', draw: drawCollapsed };
const plain: DrawnShape = { layer: 'resources', draw: drawPlain };

export function shapeOf(...[{ resource }, { catalog }]: Parameters<Drawer>): DrawnShape {
  if (isCollapsed(catalog, resource)) return collapsed;
  const { shape } = catalog.kind(resource.kind);
  if (shape.as === 'picture') return { layer: layerOfPicture[shape.draws], draw: drawPictureShape };
  return drawn[shape.as] ?? plain;
}

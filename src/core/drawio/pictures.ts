/** Frames, images, plain lines and the numbers of call-outs, as draw.io has shapes. */
import type { PictureShape } from '../catalog/kind';
import { propWhere } from '../catalog/propWhere';
import type { Catalog } from '../catalog/catalog';
import type { Box } from '../drawing/boxes';
import { lineOnCanvas } from '../drawing/plainLines';
import type { Look } from '../catalog/kind';
import { known } from '../model/value';
import { valuesOf } from '../model/queries';
import { keptImage } from '../../lib/imageData';
import { groupIconOf } from './awsShapes';
import { frameStyle, imageStyle, numberStyle, plainLineStyle } from './styles';
import { element, type XmlElement } from './xml';

/** What is drawn in a box. */
export interface PictureCell {
  readonly style: string;
  readonly value: string;
}

export function pictureCell(
  catalog: Catalog,
  { resource }: Box,
  shape: PictureShape,
  look: Look,
): PictureCell {
  switch (shape.draws) {
    case 'frame':
      return { style: frameStyle(look.border, look.icon && groupIconOf(look.icon)), value: resource.name };
    case 'number':
      return { style: numberStyle, value: look.detail ?? '' };
    case 'image': {
      const value = known(valuesOf(resource)[propWhere(catalog, resource.kind, 'art')]);
      const image = typeof value === 'string' ? value : '';
      // Only what was found to be an image by its bytes gets into a style.
      const isSound = typeof keptImage(image) === 'object';
      return { style: imageStyle(isSound ? image : undefined), value: isSound ? '' : resource.name };
    }
    case 'line':
      return { style: '', value: '' };
  }
}

/** An arrow that connects nothing. */
export function plainLineCell(
  catalog: Catalog,
  box: Box,
  shape: Extract<PictureShape, { readonly draws: 'line' }>,
  id: string,
): XmlElement {
  const values = valuesOf(box.resource);
  const { heads, dashed } = shape.line(values);
  const points = lineOnCanvas(shape, box);
  const label = known(values[propWhere(catalog, box.resource.kind, 'text')]);
  const [start, end] = [points[0] ?? box, points.at(-1) ?? box];
  const value = typeof label === 'string' ? label : '';
  return element('mxCell', { id, value, style: plainLineStyle(heads, dashed), edge: 1, parent: '1' }, [
    element('mxGeometry', { relative: 1, as: 'geometry' }, [
      element('mxPoint', { x: start.x, y: start.y, as: 'sourcePoint' }),
      element('mxPoint', { x: end.x, y: end.y, as: 'targetPoint' }),
      element(
        'Array',
        { as: 'points' },
        points.slice(1, -1).map(({ x, y }) => element('mxPoint', { x, y })),
      ),
    ]),
  ]);
}

import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { drawn } from '../../../testing/kindFacts';
import { pictureOf, readStrictly, svgFile, textsIn } from '../../../testing/pictures';
import { tinyImage } from '../../../testing/tinyImage';
import { box } from '../../model/sketch';
import type { Part, Picture } from '../picture';

const partsOf = (picture: Picture): readonly Part[] => picture.groups.flatMap(({ parts }) => parts);

describe('what stands beside the model is in the picture:', () => {
  test('an image, whole and undistorted in the middle of its box', () => {
    const picture = pictureOf(drawn(catalog, box('image', 'Logo', { image: tinyImage })));

    const raster = partsOf(picture).find((part) => part.draw === 'raster');

    expect(raster?.base64).toBe(tinyImage.slice(tinyImage.indexOf(',') + 1));
    // The image is as high as it is wide, and its box is not.
    expect(raster?.w).toBe(raster?.h);
  });

  test('a box with its name in place of an image that cannot be shown', () => {
    const picture = pictureOf(
      drawn(catalog, box('image', 'Logo', { image: 'data:image/svg+xml;base64,PHN2Zy8+' })),
    );

    expect(partsOf(picture).some((part) => part.draw === 'raster')).toBe(false);
    expect(textsIn(picture)).toContain('Logo');
  });

  test('a plain arrow with its label, dashes and heads', () => {
    const of = (props: object): readonly Part[] =>
      partsOf(pictureOf(drawn(catalog, box('plain-line', 'Line', props))));

    expect(of({ heads: 'both' }).filter((part) => part.draw === 'outline')).toHaveLength(2);
    expect(of({ heads: 'none' }).filter((part) => part.draw === 'outline')).toEqual([]);
    expect(of({ dashed: true }).some((part) => part.draw === 'line' && part.stroke.dash !== undefined)).toBe(
      true,
    );
    expect(
      of({ label: 'replicates' }).some((part) => part.draw === 'text' && part.text === 'replicates'),
    ).toBe(true);
  });

  test('the number of a call-out, above everything else', () => {
    const picture = pictureOf(drawn(catalog, box('call-out', 'Step', { number: 12 }), box('vpc', 'Vpc')));

    expect(picture.groups.at(-1)).toMatchObject({
      layer: 'numbers',
      name: expect.stringContaining('Step') as string,
    });
    expect(textsIn(picture)).toContain('12');
  });

  test('a frame, with the border and the icon of the group that it stands for', () => {
    const picture = pictureOf(drawn(catalog, box('frame', 'Team', { group: 'auto-scaling' })));

    expect(partsOf(picture)).toContainEqual(
      expect.objectContaining({ draw: 'box', stroke: expect.objectContaining({ ink: '#ED7100' }) as object }),
    );
    expect(partsOf(picture).some((part) => part.draw === 'icon')).toBe(true);
    expect(textsIn(picture)).toContain('Team');
  });
});

test('an SVG file of a diagram with every sort of picture is well-formed', () => {
  const everySort = [
    box('image', '<b>', { image: tinyImage }),
    box('plain-line', '&', { label: '<i>' }),
    box('call-out', '"'),
    box('frame', ']]>', { group: 'cloud' }),
  ];

  const svg = svgFile(pictureOf(drawn(catalog, ...everySort)));

  expect(() => readStrictly(svg)).not.toThrow();
  expect(svg).not.toContain('<b>');
});

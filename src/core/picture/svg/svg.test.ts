import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { gallery } from '../../../testing/gallery';
import { documentOf } from '../../../testing/gallery/example';
import { drawn } from '../../../testing/kindFacts';
import { pictureOf, readStrictly, svgFile } from '../../../testing/pictures';
import { box } from '../../model/sketch';
import { tints } from '../../lenses/lens';
import { palettes } from '../palettes';
import type { Picture } from '../picture';
import { iconsIn } from './svg';

const [threePaths] = gallery;
if (threePaths === undefined) throw new Error('expected an example');
const picture = pictureOf(documentOf(catalog, threePaths));

test('the file has a name, a description and a language, and so has each resource and each flow', () => {
  const svg = svgFile(picture);

  expect(svg).toMatch(/<svg [^>]*role="img" lang="en"/);
  expect(svg).toContain('>Three paths to a service / サービスへの 3 つの経路</title>');
  expect(svg).toContain('<title>Public subnet PublicSubnet, 10.0.0.0/24</title>');
  expect(svg).toContain('<title>Isolated → S3, TCP 443: blocked</title>');
});

test('every word is text', () => {
  expect(svgFile(picture)).toMatch(/<text [^>]*>PublicSubnet<\/text>/);
});

describe('the icons', () => {
  test('are in the file once each, as the icon pack has them', () => {
    const svg = svgFile(picture);

    for (const icon of iconsIn(picture)) {
      const text = readFileSync(`node_modules/aws-icons/icons/${icon}.svg`, 'utf8').trim();
      expect(svg.split(text.replace(/^<svg/, '')), icon).toHaveLength(2);
    }
  });

  test('come with the name of their author and the licence', () => {
    expect(svgFile(picture)).toContain(
      'Amazon Web Services, Inc. or its affiliates, unmodified, under CC BY-ND 2.0',
    );
    expect(svgFile(pictureOf(drawn(catalog)))).not.toContain('CC BY-ND');
  });

  test('with ids of their own are images within the image, so that no two have the same id', () => {
    const withId = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><clipPath id="a"/></svg>';
    const artwork = new Map(iconsIn(picture).map((icon) => [icon, withId]));

    const svg = svgFile(picture, { artwork });

    expect(svg).not.toContain('id="a"');
    expect(svg).toContain(btoa(withId));
    readStrictly(svg);
  });

  test('that are not there leave their plate empty', () => {
    const svg = svgFile(picture, { artwork: new Map() });

    expect(svg).not.toContain('<use');
    readStrictly(svg);
  });
});

describe('the theme', () => {
  test('is one of light and dark', () => {
    expect(svgFile(picture, { theme: 'dark' })).toContain(palettes.dark.canvas);
    expect(svgFile(picture, { theme: 'light' })).not.toContain(palettes.dark.canvas);
    expect(svgFile(picture, { theme: 'light' })).not.toContain('<style>');
  });

  test('or follows the reader, and is light where style sheets are not allowed', () => {
    const svg = svgFile(picture, { theme: 'auto' });

    expect(svg).toContain('@media (prefers-color-scheme:dark){');
    expect(svg).toMatch(/<rect [^>]*class="[\w-]+-f-canvas" fill="#fafbfc"/);
  });

  test('has the colours of the canvas, and those of its lenses', () => {
    const css = (file: string): readonly string[] =>
      readFileSync(file, 'utf8').split(":root[data-theme='dark']");
    const files = [css('src/ui/theme.css'), css('src/ui/lenses/lenses.css')];
    const [light = '', dark = ''] = [0, 1].map((at) => files.map((parts) => parts[at]).join(''));
    const tinted = Array.from({ length: tints }, (_, at): readonly [string, string] => [
      `tint-${at}`,
      `tint-${at}`,
    ]);
    const names: Readonly<Record<string, string>> = {
      ...Object.fromEntries(tinted),
      canvas: 'canvas',
      surface: 'surface-raised',
      text: 'text',
      quiet: 'text-quiet',
      line: 'line',
      strong: 'line-strong',
      plate: 'icon-plate',
      arrives: 'arrives',
      blocked: 'blocked',
      caution: 'caution',
      unsure: 'cannot-say',
    };

    for (const [ink, name] of Object.entries(names))
      for (const [theme, text] of [
        ['light', light],
        ['dark', dark],
      ] as const) {
        const said = new RegExp(`--${name}: ([^;]+);`).exec(text)?.[1];
        expect(
          palettes[theme][ink as keyof (typeof palettes)['light']] ?? 'transparent',
          `${theme} ${ink}`,
        ).toBe(said);
      }
  });
});

describe('the dots', () => {
  const svg = svgFile(picture, { animated: true });

  test('move along every arrow, as far as its traffic gets, and are not there without being asked for', () => {
    expect(svg.match(/<animateMotion/g)).toHaveLength(picture.journeys.length);
    expect(svgFile(picture)).not.toContain('animate');
  });

  test('are not seen by those who want less motion', () => {
    expect(svg).toMatch(/@media \(prefers-reduced-motion:reduce\)\{\.[\w-]+-dots\{display:none\}\}/);
  });

  test('never move an icon', () => {
    expect(svg).not.toMatch(/<(?:use|image)[^>]*>\s*<animate/);
  });
});

test('an image of the user’s is embedded', () => {
  const image = {
    draw: 'raster',
    type: 'image/png',
    base64: 'AAAA"><script>',
    x: 0,
    y: 0,
    w: 9,
    h: 9,
  } as const;
  const withImage: Picture = {
    ...picture,
    groups: [{ id: 'image', layer: 'resources', parts: [image] }],
  };

  expect(svgFile(withImage)).toContain('<image href="data:image/png;base64,AAAAscript" ');
});

test('two pictures in one page have no id in common', () => {
  const other = pictureOf(drawn(catalog, box('vpc', 'Vpc', {}, box('instance', 'Web'))));
  const idsIn = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

  const ids = idsIn(svgFile(picture));

  expect(new Set(ids).size).toBe(ids.length);
  expect(idsIn(svgFile(other)).filter((id) => ids.includes(id))).toEqual([]);
});

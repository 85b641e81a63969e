import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { drawn } from '../../testing/kindFacts';
import { pictureOf, svgFile } from '../../testing/pictures';
import { box } from '../model/sketch';
import { readDiagram } from '../store/diagramFile';
import { finishedPng } from './png';
import { diagramInPicture, embeddable } from './source';

const document = drawn(catalog, box('vpc', 'Vpc <&>', { cidr: '10.0.0.0/16' }, box('instance', 'Web')));
const picture = pictureOf(document);
const source = (await embeddable(catalog, document)) ?? '';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A PNG file of one pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);
const svg = svgFile(picture, { source });
const png = finishedPng(pixel, picture, { scale: 2, source });

describe('a picture of ours opens as the diagram', () => {
  test.each([
    ['SVG', bytesOf(svg)],
    ['PNG', png],
    ['SVG in UTF-16', utf16(svg)],
    ['SVG that another program has written again', bytesOf(rewritten(svg))],
  ])('%s', async (_, bytes) => {
    const found = await diagramInPicture(bytes);

    if (found === undefined || !('text' in found)) throw new Error(JSON.stringify(found));
    const read = readDiagram(catalog, found.text);
    expect('document' in read && read.document.resources).toEqual(document.resources);
  });
});

describe('a picture without a diagram says so', () => {
  test.each([
    ['an SVG file of somebody else', readFileSync('public/favicon.svg')],
    ['a PNG file of somebody else', readFileSync('examples/three-paths/three-paths.png')],
    ['one of ours that was made without it', bytesOf(svgFile(picture))],
    ['one in which a name looks like one', bytesOf(svgFile(pictureOf(drawn(catalog, box('vpc', source)))))],
  ])('%s', async (_, bytes) => {
    expect(await diagramInPicture(bytes)).toMatchObject({
      failure: { message: { en: expect.stringMatching(/^This picture holds no diagram\./) as string } },
    });
  });

  test('and a diagram that was damaged or cut says that', async () => {
    const damaged = svg.replace(/(#d=1\.\w+\.[\w-]{6}\.[\w-]{20})./, '$1_');
    const cut = svg.replace(/(#d=1\.\w+\.[\w-]{6}\.[\w-]{20})[\w-]*/, '$1');

    for (const text of [damaged, cut])
      expect(await diagramInPicture(bytesOf(text))).toMatchObject({
        failure: {
          message: { en: expect.stringMatching(/^The diagram in this picture is damaged\./) as string },
        },
      });
  });
});

test.each([
  ['a diagram file', '{"vpcanvas":1}'],
  ['a template', 'Resources: {}\n# <svg>'],
  ['a page', '<!doctype html><svg></svg>'],
  ['nothing', ''],
])('%s is no picture', async (_, text) => {
  expect(await diagramInPicture(bytesOf(text))).toBeUndefined();
});

test('a PNG file that ends anywhere, or lies about its lengths, never throws', async () => {
  for (let end = 0; end < png.length; end += 7) await diagramInPicture(png.subarray(0, end));
  for (let at = 8; at < 200; at++) {
    const changed = png.slice();
    changed[at] = 0xff;
    await diagramInPicture(changed);
  }
  expect(await diagramInPicture(png.subarray(0, 8))).toHaveProperty('failure');
});

// Looked through to its end from each beginning, it would outlast the time that a test has.
test('an SVG file of nothing but beginnings is read in one go', async () => {
  const opened = `<svg>${'<a:diagram '.repeat(100_000)}${'<diagram x="'.repeat(100_000)}`;

  expect(await diagramInPicture(bytesOf(opened))).toHaveProperty('failure');
  expect(await diagramInPicture(bytesOf(`${'<!--'.repeat(100_000)}<svg>`))).toBeUndefined();
});

/** Inkscape breaks lines and may choose another prefix. */
function rewritten(text: string): string {
  return text
    .replace(
      '<vpcanvas:diagram xmlns:vpcanvas="urn:vpcanvas">',
      '<ns1:diagram\n   xmlns:ns1="urn:vpcanvas">\n  ',
    )
    .replace('</vpcanvas:diagram>', '\n</ns1:diagram>')
    .replace(/([\w-]{76})(?=[\w-])/g, '$1\n');
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes.set([code & 0xff, code >> 8], 2 + index * 2);
  }
  return bytes;
}

import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { textIn } from '../lib/png';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';
import { readStrictly } from '../testing/pictures';

const files = { 'o.json': open };

describe('export to a picture', () => {
  it('writes an SVG file to standard output, in the language and the theme that were asked for', async () => {
    const plain = await vpcanvas('export o.json --to svg', files);
    const dark = await vpcanvas('export o.json --to svg --theme dark --lang ja', files);

    expect(plain).toMatchObject({ status: 0, err: '' });
    readStrictly(plain.out);
    expect(plain.out).toContain('lang="en"');
    expect(plain.out).toContain('>Arrives</text>');
    expect(dark.out).toContain('>到達</text>');
    expect(dark.out).toContain('#12161c');
  });

  it('writes a PNG file of twice the size, and asks for a file', async () => {
    const { bytes, err, status } = await vpcanvas('export o.json --to png -o o.png', files);
    const asked = await vpcanvas('export o.json --to png', files);

    const png = bytes.get('o.png') ?? new Uint8Array();
    const svg = await vpcanvas('export o.json --to svg', files);
    expect({ err, status }).toEqual({ err: '', status: 0 });
    expect(new DataView(png.buffer).getUint32(16)).toBe(2 * new Resvg(svg.out).width);
    expect(textIn(png, 'Copyright')).toContain('CC BY-ND 2.0');
    expect(asked).toMatchObject({ status: 2, out: '' });
    expect(asked.err).toContain('name a file for it with -o');
  });

  it('puts the diagram into it, which the command line opens again', async () => {
    const svg = await vpcanvas('export o.json --to svg', files);
    const png = await vpcanvas('export o.json --to png -o o.png', files);

    for (const content of [svg.out, png.bytes.get('o.png') ?? '']) {
      const traced = await vpcanvas('trace picture --from internet --to Web', { picture: content });
      expect(traced).toMatchObject({ status: 0, err: '' });
    }
  });

  it('leaves the diagram out where nobody is to have it, and says so when it is opened', async () => {
    const { out } = await vpcanvas('export o.json --to svg --no-source', files);

    const ran = await vpcanvas('check picture.svg', { 'picture.svg': out });

    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/^vpcanvas: picture\.svg: This picture holds no diagram\./);
  });

  it('has Japanese letters on a machine without Japanese fonts', async () => {
    const named = open.replaceAll('"name": "Web"', '"name": "ウェブサーバー"');
    const { bytes, err } = await vpcanvas('export o.json --to png -o o.png', { 'o.json': named });
    const without = await vpcanvas('export o.json --to png -o o.png', files);

    expect(err).toBe('');
    expect(bytes.get('o.png')).not.toEqual(without.bytes.get('o.png'));
  });

  it('says plainly which letters are those of the system, or missing', async () => {
    const named = open.replaceAll('"name": "Web"', '"name": "한글"');

    const { err, status } = await vpcanvas('export o.json --to png -o o.png', { 'o.json': named });

    expect(status).toBe(0);
    expect(err).toMatch(/where it has none, they are missing: 글 한\n$/);
  });

  it('refuses what a PNG file cannot be', async () => {
    const ran = await vpcanvas('export o.json --to png --theme auto -o o.png', files);

    expect(ran.status).toBe(2);
    expect(ran.err).toContain('A PNG file cannot follow the reader’s system');
  });

  it('moves dots along the arrows of an SVG file where that is asked for', async () => {
    const { out } = await vpcanvas('export o.json --to svg --animated', files);

    expect(out).toContain('<animateMotion');
  });

  it('draws a template as it is laid out', async () => {
    const { out, status } = await vpcanvas('export net.yaml --to svg', { 'net.yaml': template });

    expect(status).toBe(0);
    expect(out).toContain('>the server</text>');
  });
});

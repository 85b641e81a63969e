import { deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { crc32 } from '../../lib/checksum';
import { emptyDocument } from '../model/document';
import { maxTextLength, readDiagram } from './diagramFile';
import { linkFragment, maxLinkLength, textOfLink } from './shareLink';

const threePaths = 'examples/three-paths/three-paths.vpcanvas.json';

function linkAround(bytes: Uint8Array): string {
  const payload = Buffer.from(bytes).toString('base64url');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(Buffer.from(payload)));
  return `#d=1.${payload.length.toString(36)}.${checksum.toString('base64url')}.${payload}`;
}

describe('the link of a diagram', () => {
  it('holds only what an address takes as it is', async () => {
    const read = readDiagram(catalog, readFileSync(threePaths, 'utf8'));
    const link = 'document' in read ? await linkFragment(catalog, read.document) : '';

    expect(link).toMatch(/^#d=1\.[\da-z]+\.[\w-]{6}\.[\w-]+$/);
    expect(link.length).toBeGreaterThan(1000);
    expect(link.length).toBeLessThan(maxLinkLength / 3);
  });

  it('is read without the mark, in quotes, with its marks encoded and from mail that was not decoded', async () => {
    const link = await linkFragment(catalog, { ...emptyDocument, name: 'Shared' });
    const want = await textOfLink(link);

    for (const given of [
      link.slice(1),
      `“${link}”`,
      `<https://example.org/#x>, then ${link}`,
      link.replaceAll('.', '%2E').replace('#', '%23'),
      `${link}&utm_source=mail`,
      `https://example.org/${link.replace('d=', 'd=3D').replace(/.{60}/g, '$&=\r\n')}`,
    ])
      expect(await textOfLink(given), given).toEqual(want);
    expect(want).toEqual({ text: expect.stringContaining('"name":"Shared"') as unknown });
  });
});

describe('a bad link', () => {
  it('of another version says so, even where nothing else of it can be read', async () => {
    expect(await textOfLink('https://example.org/#d=2!whatever')).toEqual({ fault: 'other-version' });
  });

  it('that is none of ours says so', async () => {
    for (const given of [
      '',
      'Remember the milk',
      'https://example.org/?d=1.2.3#top',
      '#d=',
      '#d=x.1',
      'id=1.0.a.b',
    ])
      expect(await textOfLink(given), given).toEqual({ fault: 'no-link' });
  });

  it('whose end was lost while other text follows is not taken for a whole one', async () => {
    const link = await linkFragment(catalog, emptyDocument);

    const read = await textOfLink(`${link.slice(0, -20)}… is what I drew, have a look at it`);

    expect(read).toEqual({ fault: 'cut' });
  });

  it('that unfolds into more than a file may hold is stopped on the way', async () => {
    // DEFLATE makes a thousandth of zeros: 20 MB fit into a link that a chat takes.
    const bomb = deflateRawSync(Buffer.alloc(maxTextLength + 1), { level: 9 });
    const full = deflateRawSync(Buffer.alloc(maxTextLength - 1, ' '), { level: 9 });

    expect(bomb.length).toBeLessThan(maxLinkLength);
    expect(await textOfLink(linkAround(bomb))).toEqual({ fault: 'too-large' });
    expect(await textOfLink(linkAround(full))).toHaveProperty('text.length', maxTextLength - 1);
  });

  it('that is longer than any browser takes is refused unread', async () => {
    const length = (2_000_001).toString(36);

    expect(await textOfLink(`#d=1.${length}.AAAAAA.${'A'.repeat(2_000_001)}`)).toEqual({
      fault: 'too-large',
    });
  });

  it('with bytes that are no text, or that end before their end, is damaged', async () => {
    const noText = deflateRawSync(Uint8Array.of(0xff, 0xfe));
    const whole = deflateRawSync('{ "vpcanvas": 1 }'.repeat(100));

    expect(await textOfLink(linkAround(noText))).toEqual({ fault: 'damaged' });
    expect(await textOfLink(linkAround(whole.subarray(0, -3)))).toEqual({ fault: 'damaged' });
  });
});

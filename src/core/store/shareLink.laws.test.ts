import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { crc32 } from '../../lib/checksum';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { readDiagram } from './diagramFile';
import { linkFragment, textOfLink } from './shareLink';

const address = 'https://example.org/vpcanvas/';
let link = '';

beforeAll(async () => {
  const document = fromSketch(catalog, sketch(box('vpc', 'ネットワーク', {}, box('subnet', 'Private'))));
  link = await linkFragment(catalog, document);
});

/** A link in our form, with right length and checksum, around any bytes. */
function linkAround(bytes: Uint8Array): string {
  const payload = Buffer.from(bytes).toString('base64url');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(Buffer.from(payload)));
  return `#d=1.${payload.length.toString(36)}.${checksum.toString('base64url')}.${payload}`;
}

describe('a link', () => {
  it('gives back any diagram it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(catalog), async (document) => {
        const read = await textOfLink(address + (await linkFragment(catalog, document)));

        expect('text' in read && readDiagram(catalog, read.text)).toEqual({ document, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused wherever it was cut', async () => {
    for (let length = 0; length < link.length; length++) {
      const read = await textOfLink(address + link.slice(0, length));

      expect(read).toEqual({ fault: length < '#d=1'.length ? 'no-link' : 'cut' });
    }
  });

  it('is refused whichever character was changed, unless it says the same all the same', async () => {
    const want = await textOfLink(link);
    const characters = fc.constantFrom(...'ABCXYZabcxyz0129-_.#=%&+/ >é。\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(), characters, async (place, character) => {
        const at = place % link.length;
        fc.pre(link[at] !== character);
        const read = await textOfLink(`${link.slice(0, at)}${character}${link.slice(at + 1)}`);

        // Marks may be missing, and blanks stand in it, as mails leave them: never is it another diagram.
        if ('text' in read) expect(read).toEqual(want);
        if (/[\w.]/.test(character) && /\w/.test(link[at] ?? '')) expect(read).toHaveProperty('fault');
      }),
      { numRuns: 1000 },
    );
  });

  it('is found in any text around it, however that is broken into lines', async () => {
    const around = fc.string({ unit: fc.constantFrom(...'abc d=1. <>"\'()[]、。\n\t') });
    const breaks = fc.constantFrom('\n', '\r\n', '\n> ', '\n>> ', '\r\n\r\n', ' ', '\u200b');
    const want = await textOfLink(link);
    expect(want).toHaveProperty('text');
    await fc.assert(
      fc.asyncProperty(around, around, breaks, fc.integer({ min: 20, max: 90 }), async (a, b, gap, width) => {
        const lines = (address + link).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

        expect(await textOfLink(`${a}<${lines.join(gap)}>${b}`)).toEqual(want);
      }),
      { numRuns: 300 },
    );
  });

  it('never breaks its reader, whatever bytes are in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const read = await textOfLink(linkAround(bytes));

        if ('text' in read) expect(deflateRawSync(read.text).length).toBeGreaterThan(0);
        else expect(read.fault).toBe('damaged');
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks its reader, whatever text is given for one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (text, isMarked) => {
        expect(await textOfLink(isMarked ? `#d=1.${text}` : text)).toHaveProperty('fault');
      }),
      { numRuns: 1000 },
    );
  });
});

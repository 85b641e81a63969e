import { expect, describe, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open } from '../testing/commandLineFiles';
import { readPdf } from '../testing/pdf';

const files = { 'o.json': open };

describe('export to PDF', () => {
  it('writes a page of the whole diagram, in the language that was asked for', async () => {
    const { bytes, err, status } = await vpcanvas('export o.json --to pdf --lang ja -o o.pdf', files);

    expect({ err, status }).toEqual({ err: '', status: 0 });
    const { pages, language } = await readPdf(bytes.get('o.pdf') ?? new Uint8Array());
    expect(language).toBe('ja');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.texts).toEqual(expect.arrayContaining(['Web', '到達']));
  });

  it('writes one page of a diagram without scenes, where those are asked for', async () => {
    const { bytes, status } = await vpcanvas('export o.json --to pdf --pages scenes -o o.pdf', files);

    expect(status).toBe(0);
    expect((await readPdf(bytes.get('o.pdf') ?? new Uint8Array())).pages).toHaveLength(1);
  });

  it('asks for a file, and refuses what a PDF file cannot be', async () => {
    const asked = await vpcanvas('export o.json --to pdf', files);
    const following = await vpcanvas('export o.json --to pdf --theme auto -o o.pdf', files);
    const pages = await vpcanvas('export o.json --to pdf --pages slides -o o.pdf', files);

    expect(asked).toMatchObject({ status: 2, out: '' });
    expect(asked.err).toContain('name a file for it with -o');
    expect(following.status).toBe(2);
    expect(following.err).toContain('A PDF file cannot follow the reader’s system');
    expect(pages.status).toBe(2);
    expect(pages.err).toContain('it can be: diagram, scenes, frames');
  });

  it('says plainly which letters it has not', async () => {
    const named = open.replaceAll('"name": "Web"', '"name": "한글"');

    const { err, status } = await vpcanvas('export o.json --to pdf -o o.pdf', { 'o.json': named });

    expect(status).toBe(0);
    expect(err).toMatch(/an empty square stands for each: 글 한\n$/);
  });
});

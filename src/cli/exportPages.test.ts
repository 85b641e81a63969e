import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open } from '../testing/commandLineFiles';
import { readPdf } from '../testing/pdf';
import { readStrictly } from '../testing/pictures';

const design = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
const files = { 'd.json': design, 'o.json': open };

describe('the pages of an export', () => {
  it('are a picture for each scene, in a folder or an archive, in the order of the scenes', async () => {
    const folder = await vpcanvas('export d.json --to svg --pages scenes -o pictures', files);
    const archive = await vpcanvas('export d.json --to svg --pages scenes -o p.zip', files);

    expect(folder).toMatchObject({ status: 0, err: '' });
    const names = [...folder.written.keys()];
    expect(names[0]).toBe('pictures/01-One-VPC-one-question.svg');
    expect(names).toHaveLength(10);
    for (const text of folder.written.values()) readStrictly(text);
    const zipped = unzipSync(archive.bytes.get('p.zip') ?? new Uint8Array());
    expect(Object.keys(zipped).map((name) => `pictures/${name}`)).toEqual(names);
  });

  it('are one scene where that is named, by its number or its title, and one picture is one file', async () => {
    const numbered = await vpcanvas('export d.json --to svg --scene 2', files);
    const titled = await vpcanvas('export d.json --to png --scene=最終確認 -o a.png', files);
    const pdf = await vpcanvas('export d.json --to pdf --scene 2 -o a.pdf', files);

    expect(numbered.status).toBe(0);
    expect(numbered.out).toContain('Isolated');
    expect(numbered.out).not.toContain('>WorkerSubnet<');
    expect(titled.status).toBe(2);
    expect(titled.err).toMatch(/There is no scene “最終確認”; there are: 1 One VPC, one question, 2 /);
    expect((await readPdf(pdf.bytes.get('a.pdf') ?? new Uint8Array())).pages).toHaveLength(1);
  });

  it('ask for a folder where they are several pictures, and for scenes where there are none', async () => {
    const several = await vpcanvas('export d.json --to svg --pages scenes', files);
    const none = await vpcanvas('export o.json --to svg --scene 1 --lang ja', files);

    expect(several.status).toBe(2);
    expect(several.err).toContain('This makes 10 files; name a folder for them with -o, or a .zip file.');
    expect(none.status).toBe(2);
    expect(none.err).toContain('このダイアグラムにシーンはありません。');
  });
});

describe('export to PowerPoint', () => {
  it('writes a slide for each scene with its title, in the language that was asked for', async () => {
    const ran = await vpcanvas('export d.json --to pptx --pages scenes --lang ja -o d.pptx', files);

    expect(ran).toMatchObject({ status: 0, err: '' });
    const parts = unzipSync(ran.bytes.get('d.pptx') ?? new Uint8Array());
    expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(10);
    expect(strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array())).toContain('1 つの VPC、1 つの問い');
  });

  it('asks for a file, and refuses what PowerPoint cannot be', async () => {
    const asked = await vpcanvas('export o.json --to pptx', files);
    const following = await vpcanvas('export o.json --to pptx --theme auto -o o.pptx', files);

    expect(asked.err).toContain('name a file for it with -o');
    expect(following.status).toBe(2);
    expect(following.err).toContain('A PowerPoint file cannot follow the reader’s system');
  });
});

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open } from '../testing/commandLineFiles';

describe('export to what people look at', () => {
  it('writes a draw.io file, to standard output or to a file', async () => {
    const shown = await vpcanvas('export o.json --to drawio', { 'o.json': open });
    const kept = await vpcanvas('export o.json --to drawio -o net.drawio', { 'o.json': open });

    expect(shown).toMatchObject({ status: 0, err: '' });
    expect(shown.out).toMatch(/^<mxfile host="vpcanvas"/);
    expect(kept).toMatchObject({ status: 0, out: '', err: '' });
    expect(kept.written.get('net.drawio')).toBe(shown.out);
  });

  it('writes a Mermaid flowchart, in either language', async () => {
    const english = await vpcanvas('export o.json --to mermaid', { 'o.json': open });
    const japanese = await vpcanvas('export o.json --to mermaid --lang ja', { 'o.json': open });

    expect(english).toMatchObject({ status: 0, err: '' });
    expect(english.out).toContain('flowchart TB');
    expect(japanese.out).toContain('EC2 インスタンス');
  });

  it('writes a walk-through in Markdown, in either language', async () => {
    const english = await vpcanvas('export o.json --to markdown', { 'o.json': open });
    const japanese = await vpcanvas('export o.json --to markdown --lang ja -o net.md', { 'o.json': open });

    expect(english).toMatchObject({ status: 0, err: '' });
    expect(english.out).toContain('## What it is made of');
    expect(japanese.written.get('net.md')).toContain('## 構成');
  });

  it('lets a walk-through name a picture only where the picture goes with it', async () => {
    const alone = await vpcanvas('export o.json --to markdown -o net.md', { 'o.json': open });
    const folder = await vpcanvas('export o.json --to markdown -o net', { 'o.json': open });
    const archive = await vpcanvas('export o.json --to markdown -o net.zip', { 'o.json': open });

    expect(alone.written.get('net.md')).not.toContain('![');
    expect([...alone.written.keys()]).toEqual(['net.md']);
    expect([...folder.written.keys()]).toEqual(['net/diagram.md', 'net/diagram.svg']);
    expect(folder.written.get('net/diagram.md')).toMatch(/!\[[^\]]{20,}\]\(<diagram\.svg>\)/);
    expect(folder.written.get('net/diagram.svg')).toContain('<svg ');
    expect(Object.keys(unzipSync(archive.bytes.get('net.zip') ?? new Uint8Array()))).toEqual([
      'diagram.md',
      'diagram.svg',
    ]);
  });

  it('does not read a draw.io file, and says which one it reads', async () => {
    const ran = await vpcanvas('trace net.drawio --from A --to B', {
      'net.drawio': '<mxfile host="app.diagrams.net"><diagram/></mxfile>',
    });

    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toMatch(/net\.drawio: This is a draw\.io diagram, .*\*\.vpcanvas\.json/);
  });
});

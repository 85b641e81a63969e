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

  it('says what a design costs by one’s own prices, in a walk-through', async () => {
    const given = {
      'net.yaml': `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, ConnectivityType: private } }
`,
      'p.json': '{ "nat-gateway": { "hour": 1 } }',
      'bad.json': '{ "nat-gatway": { "hour": 1 } }',
    };
    const own = await vpcanvas('export net.yaml --to markdown --prices p.json', given);
    const bad = await vpcanvas('export net.yaml --to markdown --prices bad.json', given);

    expect(own.out).toContain('About USD 730.00 a month with own prices in place of list prices.');
    expect(bad).toMatchObject({ status: 2, out: '' });
    expect(bad.err).toContain('did you mean nat-gateway?');
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

import { describe, expect, it } from 'vitest';
import { catalog } from '../aws';
import { readDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

const withBucket = `${template}  Bucket:\n    Type: AWS::S3::Bucket\n`;

describe('import', () => {
  it('writes a diagram that holds the template, and says on standard error what was made of it', async () => {
    const ran = await vpcanvas('import net.yaml -o net.vpcanvas.json', { 'net.yaml': withBucket });

    expect(ran).toMatchObject({ status: 0, out: '' });
    expect(ran.err).toMatch(/understood, 1 kept as they are \(Bucket\)\n$/);
    const read = readDiagram(catalog, ran.written.get('net.vpcanvas.json') ?? '');
    if ('failure' in read) throw new Error(read.failure.message.en);
    expect([...read.document.templates.values()].map(({ text }) => text)).toEqual([withBucket]);
    expect(read.problems).toEqual([]);
  });

  it('gives back the template byte for byte when the diagram is exported', async () => {
    const { out } = await vpcanvas('import net.yaml', { 'net.yaml': withBucket });

    const exported = await vpcanvas('export d.vpcanvas.json --to cloudformation', { 'd.vpcanvas.json': out });

    expect(exported.out).toBe(withBucket);
  });

  it('prints the report as data where the diagram goes to a file', async () => {
    const files = { 'net.yaml': withBucket };
    const toFile = await vpcanvas('import net.yaml --format json -o out.json', files);
    const toOutput = await vpcanvas('import net.yaml --format json', files);

    expect(toFile.json).toMatchObject({ passedThrough: ['Bucket'], problems: [] });
    expect(toOutput.out).toMatch(/^\{\s*"vpcanvas"/);
    expect(JSON.parse(toOutput.err)).toMatchObject({ passedThrough: ['Bucket'] });
  });

  it('tells of a conflict with its place', async () => {
    const faulty = template.replace('AWS::EC2::VPC\n', 'AWS::EC2::VPC\n    Condition: Gone\n');

    const ran = await vpcanvas('import net.yaml --format json -o out.json', { 'net.yaml': faulty });

    const { problems } = ran.json as { readonly problems: readonly object[] };
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'net.yaml' });
  });

  it('refuses what is a diagram already, and what cannot be written', async () => {
    expect((await vpcanvas('import o.json', { 'o.json': open })).status).toBe(2);
    const forbidden = await vpcanvas('import net.yaml -o /forbidden/d.json', { 'net.yaml': template });
    expect(forbidden.err).toMatch(/^vpcanvas: \/forbidden\/d\.json: cannot be written/);
    expect(forbidden.status).toBe(2);
  });
});

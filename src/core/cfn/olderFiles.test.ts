/**
 * Diagrams that were saved by versions which drew fewer types of resources than this one: `testing/olderFiles` are files
 * that such versions wrote.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import type { Document, Resource } from '../model/document';
import { readDiagram, writeDiagram } from '../store/diagramFile';
import { mergeDocuments } from '../store/mergeDocuments';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateText } from './templateText';

interface Raw {
  resources: { id: string; kind: string; name: string; props: Record<string, unknown> }[];
}

const folder = 'src/testing/olderFiles';
const files = readdirSync(folder).map((file) => file.replace('.vpcanvas.json', ''));

const textOf = (name: string): string => readFileSync(`${folder}/${name}.vpcanvas.json`, 'utf8');

function read(text: string): Document {
  const opened = readDiagram(catalog, text);
  if ('failure' in opened) throw new Error(opened.failure.message.en);
  return opened.document;
}

/** The file as its version would have saved it after an edit. */
function edited(name: string, edit: (raw: Raw) => void): Document {
  const raw = JSON.parse(textOf(name)) as Raw; // a diagram file has resources
  edit(raw);
  return read(JSON.stringify(raw));
}

const reopened = (document: Document): Document => read(writeDiagram(catalog, document));

function written(document: Document): string {
  return templateText(exportTemplate(catalog, document).template, 'yaml').text;
}

function templateOf(document: Document): string {
  return [...document.templates.values()].map(({ text }) => text).join('');
}

function changed(
  document: Document,
  id: string,
  change: (resource: Resource) => Partial<Resource>,
): Document {
  const own = document.resources.get(id);
  if (own === undefined) throw new Error(`${id} is not in the diagram`);
  // Each test changes what the kind of its own resource has.
  const resource = { ...own, ...change(own) } as Resource;
  return { ...document, resources: new Map(document.resources).set(id, resource) };
}

function asReadIn(text: string): readonly unknown[] {
  // A file of this version that came from templates says what they were read as.
  return (JSON.parse(text) as { asRead: { resources: unknown[] } }).asRead.resources;
}

const without = (text: string, ...lines: readonly string[]): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !lines.includes(line.trim()));

test.each(files)('%s, saved by an older version, comes back byte for byte', (name) => {
  const document = read(textOf(name));

  expect(written(document)).toBe(templateOf(document));
  expect(written(reopened(document))).toBe(templateOf(document));
  expect(written(mergeDocuments(catalog, [read(textOf('network-acl')), document]))).toBe(
    templateOf(read(textOf('network-acl'))),
  );
});

test.each(files)('%s, saved by an older version, loses no resource when all names are changed', (name) => {
  const document = read(textOf(name));
  let renamed = document;
  for (const { id, provenance } of document.resources.values())
    if (provenance !== undefined && provenance.outside === undefined)
      renamed = changed(renamed, id, (own) => ({ name: `${own.name} (renamed)` }));

  const { template } = exportTemplate(catalog, renamed);

  const asWritten = importTemplates(catalog, [{ name: 'x.yaml', text: templateOf(document) }]);
  expect(Object.keys(template.Resources).sort()).toEqual(
    [...asWritten.report.understood, ...asWritten.report.passedThrough].sort(),
  );
  const dropped = without(templateText(template, 'yaml').text).join('\n');
  for (const word of templateOf(document).match(/!(?:Ref|GetAtt) [\w.]+/g) ?? [])
    expect(dropped).toContain(word);
});

test('a transit gateway that an older version did not draw stays when a subnet’s name changes', () => {
  const document = read(textOf('transit-gateway'));
  const subnet = [...document.resources.values()].find(({ kind }) => kind === 'subnet');

  const after = written(changed(document, subnet?.id ?? '', () => ({ name: 'another' })));

  expect(after).toContain('Value: another');
  expect(after).toContain('Type: AWS::EC2::TransitGateway\n');
  expect(after).toContain('TransitGatewayId: !Ref Hub');
});

test('what was deleted before an older version saved the diagram stays deleted', () => {
  const document = edited('transit-gateway', (raw) => {
    const at = raw.resources.findIndex(({ kind }) => kind === 'instance');
    raw.resources.splice(at, 1);
  });

  const { template } = exportTemplate(catalog, document);

  const types = Object.values(template.Resources).map(({ Type }) => Type);
  const [before] = [read(textOf('transit-gateway'))];
  const instances = (of: Document): number =>
    [...of.resources.values()].filter(({ kind }) => kind === 'instance').length;
  expect(types.filter((type) => type === 'AWS::EC2::Instance')).toHaveLength(instances(before) - 1);
  expect(types).toContain('AWS::EC2::TransitGatewayRouteTable');
});

test('what was changed before an older version saved the diagram is written, now and after saving again', () => {
  const document = edited('regional-nat', ({ resources }) => {
    const worker = resources.find(({ id }) => id === 'Worker');
    if (worker !== undefined) worker.name = 'renamed before';
    const table = resources.find(({ id }) => id === 'PrivateTable');
    if (table !== undefined)
      table.props['routes'] = {
        ...(table.props['routes'] as object),
        mine: { destination: '192.0.2.0/24', target: 'InternetGateway' },
      };
  });

  for (const each of [document, reopened(document), reopened(reopened(document))]) {
    const text = written(each);
    expect(text).toContain('Value: renamed before');
    expect(text).toContain('DestinationCidrBlock: 192.0.2.0/24');
    expect(text).toContain('AvailabilityMode: regional');
    expect(text).toContain('NatGatewayId: !Ref NatGateway');
  }
});

test('a value that an older version did not know of is not taken for one that somebody chose', () => {
  const document = read(textOf('block-public-access'));

  const text = written(reopened(changed(document, 'Vpc', () => ({ name: 'renamed' }))));

  expect(text).toContain('Value: renamed');
  expect(text).toContain('VpcMayGoOut:');
  expect(text).toContain('InternetGatewayExclusionMode: allow-egress');
  expect(text).toContain('EdgeOfGateway:');
});

test('whoever opens an older diagram is told of the types that stand in its template only', () => {
  const opened = readDiagram(catalog, textOf('prefix-lists'));

  const messages = 'problems' in opened ? opened.problems.map(({ message }) => message.en) : [];
  expect(messages).toEqual([
    expect.stringContaining('neither shown nor analysed: AWS::EC2::PrefixList. Open the template again'),
  ]);
});

test('a diagram that was changed, saved and opened is written as before it was saved', () => {
  const { document } = importTemplates(catalog, [
    { name: 'acl.yaml', text: readFileSync('examples/templates/network-acl.yaml', 'utf8') },
  ]);
  const renamed = changed(document, 'Subnet', () => ({ name: 'renamed' }));

  expect(written(reopened(renamed))).toBe(written(renamed));
  expect(written(reopened(document))).toBe(templateOf(document));
});

test('a file of a later version, with a kind that this one does not know, keeps what its templates were read as', () => {
  const { document } = importTemplates(catalog, [
    {
      name: 'net.yaml',
      text: `Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Link: {Type: AWS::EC2::VPCPeeringConnection, Properties: {VpcId: !Ref Vpc, PeerVpcId: vpc-0123456789abcdef0}}
`,
    },
  ]);
  const renamed = changed(document, 'Link', () => ({ name: 'renamed' }));
  const later = writeDiagram(catalog, renamed).replace('"kind": "peering-connection"', '"kind": "wormhole"');

  const again = writeDiagram(catalog, read(later));

  expect(asReadIn(later)).toContainEqual({ id: 'Link', name: 'Link' });
  expect(asReadIn(again)).toEqual(expect.arrayContaining([...asReadIn(later)]));
  expect(written(read(again.replace('"kind": "wormhole"', '"kind": "peering-connection"')))).toBe(
    written(renamed),
  );
});

test('in the file of a diagram that nobody changed, what its templates were read as takes no room', () => {
  const { document } = importTemplates(catalog, [
    { name: 'acl.yaml', text: readFileSync('examples/templates/network-acl.yaml', 'utf8') },
  ]);

  expect(asReadIn(writeDiagram(catalog, document))).toEqual(['ap-northeast-1']);
});

test('what was deleted and saved is still known to have been in the template', () => {
  const { document } = importTemplates(catalog, [
    { name: 'acl.yaml', text: readFileSync('examples/templates/network-acl.yaml', 'utf8') },
  ]);
  const resources = new Map(document.resources);
  resources.delete('Acl');

  const after = written(reopened({ ...document, resources }));

  expect(after).not.toContain('AWS::EC2::NetworkAcl');
  expect(after).toContain('AWS::EC2::Subnet');
});

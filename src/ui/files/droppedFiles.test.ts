import { expect, test } from 'vitest';
import { droppedFiles } from './droppedFiles';

type Tree = { readonly [name: string]: string | Tree };

/** An entry as browsers give it: folders hand out what is in them two by two. */
function entry(name: string, content: string | Tree, around = ''): FileSystemEntry {
  const fullPath = `${around}/${name}`;
  const base = {
    name,
    fullPath,
    isFile: typeof content === 'string',
    isDirectory: typeof content !== 'string',
  };
  if (typeof content === 'string')
    return {
      ...base,
      file: (done: (file: File) => void) => done(new File([content], name)),
    } as unknown as FileSystemEntry;
  const inner = Object.entries(content).map(([each, of]) => entry(each, of, fullPath));
  return {
    ...base,
    createReader: () => {
      let at = 0;
      return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(inner.slice(at, (at += 2))) };
    },
  } as unknown as FileSystemEntry;
}

const template = 'Resources:\n  Vpc: {Type: AWS::EC2::VPC}\n';

test('a dropped folder gives the templates in it, by their paths', async () => {
  const folder = entry('stacks', {
    'root.yaml': template,
    'b.json': '{"Resources": {}}',
    'package.json': '{"name": "x"}',
    'README.md': 'Resources: none',
    inner: { 'vpc.yml': `# Network\n${template}`, 'values.yaml': 'a: 1\n' },
    node_modules: { 'other.yaml': template },
    '.git': { 'config.yaml': template },
  });

  const files = await droppedFiles([new File([], 'stacks')], [folder]);

  expect(files.map(({ name }) => name)).toEqual([
    'stacks/b.json',
    'stacks/inner/vpc.yml',
    'stacks/root.yaml',
  ]);
});

test('dropped files are those themselves, whatever is in them', async () => {
  const files = [new File(['x'], 'a.txt'), new File(['y'], 'b.bin')];

  expect(await droppedFiles(files, [entry('a.txt', 'x'), entry('b.bin', 'y')])).toBe(files);
  expect(await droppedFiles(files, [null, null])).toBe(files);
});

test('a file beside a folder is opened with what the folder holds', async () => {
  const files = await droppedFiles(
    [],
    [entry('root.yaml', template), entry('inner', { 'vpc.yaml': template })],
  );

  expect(files.map(({ name }) => name)).toEqual(['root.yaml', 'inner/vpc.yaml']);
});

test('a folder of answers of AWS gives what failed commands left, too, and no notes', async () => {
  const folder = entry('aws', {
    'vpcs.json': '{"Vpcs": []}',
    'subnets.json': '',
    'groups.json':
      'An error occurred (UnauthorizedOperation) when calling the DescribeSecurityGroups operation: no',
    'notes.json': 'to be done',
  });

  const files = await droppedFiles([new File([], 'aws')], [folder]);

  expect(files.map(({ name }) => name)).toEqual(['aws/groups.json', 'aws/subnets.json', 'aws/vpcs.json']);
});

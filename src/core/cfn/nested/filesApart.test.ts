/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../../aws';
import { proofOf } from '../../proof/proof';
import type { Document } from '../../model/document';
import { createStore, type Store } from '../../store/store';
import { importTemplates } from '../importTemplates';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../readBack';

const vpc = `# The network of each team
Parameters: { Cidr: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
`;
const made = (url: string, cidr: string): string =>
  `{ Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url}, Parameters: { Cidr: ${cidr} } } }`;
const twoOf = (url: string): string => `# Both teams
Parameters:
  Base: { Type: String, Default: https://host/vpc.yaml }
Resources:
  Blue: ${made('vpc.yaml', '10.1.0.0/16')}
  Green: ${made(url, '10.2.0.0/16')}
`;

function opened(files: Readonly<Record<string, string>>): Store {
  const { document } = importTemplates(
    catalog,
    Object.entries(files).map(([name, text]) => ({ name, text })),
  );
  return createStore({ catalog }, document);
}

/** The files by name, what is told of them, and what is not proven. */
function exported(document: Document) {
  const written = writtenTemplates(catalog, document, 'yaml');
  const readBack = readBackTemplates(catalog, document, written);
  return {
    files: Object.fromEntries(written.map(({ fileName, text }) => [fileName, text])),
    told: written.flatMap(({ exported: { problems } }) => problems.map(({ message }) => message.en)),
    unproven: proofOf(catalog, rules, document, readBack, faultsOfWriting(written)).unproven.map(
      ({ message }) => message.en,
    ),
  };
}

const rename = (store: Store, id: string, name: string): void => store.commit('renameResource', { id, name });
const greenFirst = 'Several stacks are made of vpc.yaml, and they no longer have the same resources: ';

describe('of two stacks that are made of one file', () => {
  test('both are written as that file where nothing is changed', () => {
    const files = { 'root.yaml': twoOf('vpc.yaml'), 'vpc.yaml': vpc };

    expect(exported(opened(files).document)).toEqual({ files, told: [], unproven: [] });
  });

  test('both are written as that file where both are changed in the same way', () => {
    const store = opened({ 'root.yaml': twoOf('vpc.yaml'), 'vpc.yaml': vpc });
    rename(store, 'vpc.yaml:Vpc', 'Team');
    rename(store, 'vpc.yaml-2:Vpc', 'Team');

    const { files, told, unproven } = exported(store.document);

    expect(Object.keys(files)).toEqual(['root.yaml', 'vpc.yaml']);
    expect(files['vpc.yaml']).toContain('Value: Team');
    expect([told, unproven]).toEqual([[], []]);
  });

  test.each([
    ['vpc.yaml', 'vpc-2.yaml'],
    ['./net/vpc.yaml', './net/vpc-2.yaml'],
    ['https://host/vpc.yaml?versionId=3', 'https://host/vpc-2.yaml'],
    ['!Sub "https://${Base}/vpc.yaml"', '!Sub "https://${Base}/vpc-2.yaml"'],
    ['!Sub ["${A}/vpc.yaml", {A: !Ref Base}]', '!Sub ["${A}/vpc-2.yaml", {A: !Ref Base}]'],
    ['!Join ["/", [!Ref Base, vpc.yaml]]', '!Join ["/", [!Ref Base, vpc-2.yaml]]'],
  ])('the one that is changed alone gets a file of its own, which its URL %s then names', (url, then) => {
    const store = opened({ 'root.yaml': twoOf(url), 'vpc.yaml': vpc });
    rename(store, 'vpc.yaml-2:Vpc', 'Green');

    const { files, told, unproven } = exported(store.document);

    expect(files).toEqual({
      'root.yaml': twoOf(then),
      'vpc.yaml': vpc,
      'vpc-2.yaml': expect.stringMatching(/^# The network of each team[^]*Value: Green/),
    });
    expect(told).toEqual([
      `${greenFirst}Green is now made of a file of its own, vpc-2.yaml, which root.yaml names`,
    ]);
    expect(unproven).toEqual([]);
  });

  test('the file stays what it is for the one that is not changed, though it is the second', () => {
    const store = opened({ 'root.yaml': twoOf('vpc.yaml'), 'vpc.yaml': vpc });
    rename(store, 'vpc.yaml:Vpc', 'Blue');

    const { files, unproven } = exported(store.document);

    expect(files['vpc.yaml']).toBe(vpc);
    expect(files['root.yaml']).toContain(`Blue: ${made('vpc-2.yaml', '10.1.0.0/16')}`);
    expect(unproven).toEqual([]);
  });

  test('a URL that cannot be made to name the new file is told of as not proven', () => {
    const store = opened({ 'root.yaml': twoOf('!Ref Base'), 'vpc.yaml': vpc });
    rename(store, 'vpc.yaml-2:Vpc', 'Green');

    const { files, unproven } = exported(store.document);

    expect(Object.keys(files)).toEqual(['root.yaml', 'vpc.yaml', 'vpc-2.yaml']);
    expect(unproven[0]).toBe(
      `${greenFirst}Green needs a file of its own, vpc-2.yaml, and root.yaml has to be changed by hand to name it`,
    );
  });
});

test('a stack that has to name a new file is a new file itself where its own is shared', () => {
  const middle = `Resources:\n  Net: ${made('vpc.yaml', '10.1.0.0/16')}\n`;
  const root = `Resources:
  Blue: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: middle.yaml } }
  Green: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: middle.yaml } }
`;
  const store = opened({ 'root.yaml': root, 'middle.yaml': middle, 'vpc.yaml': vpc });
  rename(store, 'vpc.yaml-2:Vpc', 'Green');

  const { files, unproven } = exported(store.document);

  expect(files).toEqual({
    'root.yaml': root.replace(/(Green.*)middle/, '$1middle-2'),
    'middle.yaml': middle,
    'middle-2.yaml': middle.replace('vpc.yaml', 'vpc-2.yaml'),
    'vpc.yaml': vpc,
    'vpc-2.yaml': expect.stringContaining('Value: Green'),
  });
  expect(unproven).toEqual([]);
});

test('a new file takes the name of none that is there', () => {
  const root = `${twoOf('vpc.yaml')}  Other: ${made('vpc-2.yaml', '10.3.0.0/16')}\n`;
  const store = opened({ 'root.yaml': root, 'vpc.yaml': vpc, 'vpc-2.yaml': vpc });
  const [, second] = [...store.document.resources.values()].filter(
    ({ provenance }) => store.document.templates.get(provenance?.template ?? '')?.fileName === 'vpc.yaml',
  );
  rename(store, second?.id ?? '', 'Green');

  const { files, unproven } = exported(store.document);

  expect(Object.keys(files).sort()).toEqual(['root.yaml', 'vpc-2.yaml', 'vpc-3.yaml', 'vpc.yaml']);
  expect(files['vpc-2.yaml']).toBe(vpc);
  expect(unproven).toEqual([]);
});

test('a file that was opened twice is two files once one of them is changed alone', () => {
  const own = vpc.replace('{ Type: String }', '{ Type: String, Default: 10.0.0.0/16 }');
  const { document } = importTemplates(catalog, [
    { name: 'vpc.yaml', text: own },
    { name: 'vpc.yaml', text: own },
  ]);
  const store = createStore({ catalog }, document);
  rename(store, 'vpc.yaml-2:Vpc', 'Second');

  const { files, told } = exported(store.document);

  expect(files).toEqual({ 'vpc.yaml': own, 'vpc-2.yaml': expect.stringContaining('Value: Second') });
  expect(told).toEqual([
    'vpc.yaml was opened more than once, and the diagram changes one of them alone: that one is written as vpc-2.yaml',
  ]);
});

/** Whatever stands in a file, reading it gives a document or a failure, and both in little time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { templateCorpus, templatesIn } from '../../testing/templateCorpus';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { placeOf } from './places';
import { templateText } from './templateText';

const texts = templateCorpus().map(({ text }) => text);

function survives(text: string): void {
  const { document, findings, failure, report } = importTemplates(catalog, [{ name: 't', text }]);
  if (failure !== undefined) {
    expect(failure.message.en).not.toBe('');
    expect(failure.message.ja).not.toBe('');
    return;
  }
  for (const { place } of findings) {
    expect(place?.line).toBeGreaterThan(0);
    expect(place?.column).toBeGreaterThan(0);
    expect(place?.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
  }
  for (const { id, parentId, kind } of document.resources.values()) {
    const parent = parentId === null ? undefined : document.resources.get(parentId);
    expect(parentId === null || parent !== undefined).toBe(true);
    expect(catalog.kinds.has(kind)).toBe(true);
    placeOf(document, id);
  }
  expect(report.understood.length + report.passedThrough.length).toBeGreaterThanOrEqual(0);
  const { template } = exportTemplate(catalog, document);
  templateText(template, 'yaml');
  templateText({ ...template }, 'yaml');
  templateText({ ...template }, 'json');
}

const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  put: fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      ':',
      '- ',
      '!Ref ',
      '!Sub ',
      '!If [A, B, C]',
      '!GetAtt ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '*a',
      '&a ',
      '<<: ',
      '#',
      'null',
      '[]',
      '{}',
      '!Ref Vpc',
      '!Select [9, []]',
      '!Cidr [x, y, z]',
      '!FindInMap [a, b]',
      'Fn::ForEach::X: 1',
      'Fn::ForEach::X: [N, [a, b], {"Q${N}": {Type: AWS::EC2::RouteTable}}]',
      'Fn::ForEach::X: [N, !Ref Names, {"Fn::ForEach::Y": [M, [a], {"${N}${M}": !Ref N}]}]',
      'Transform: AWS::LanguageExtensions',
      'TemplateURL: network.yaml',
      '!GetAtt Network.Outputs.VpcId',
      '\u0000',
      '\ud800',
      '日本',
    ),
    fc.string(),
  ),
});

function mutated(text: string, { at, length, put }: { at: number; length: number; put: string }): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + length);
}

test('templates with random edits are read or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
      survives(edits.reduce(mutated, text));
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('templates of which lines were lost, doubled or swapped are read or refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('lose', 'double', 'swap')), {
        minLength: 1,
        maxLength: 8,
      }),
      (text, changes) => {
        const lines = text.split('\n');
        for (const [a, b, change] of changes) {
          const [i, j] = [a % lines.length, b % lines.length];
          if (change === 'lose') lines.splice(i, 1);
          else if (change === 'double') lines.splice(i, 0, lines[j] ?? '');
          else [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
          if (lines.length === 0) lines.push('');
        }
        survives(lines.join('\n'));
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);

const word = fc.constantFrom(
  'A',
  'B',
  'Vpc',
  'AWS::Region',
  'AWS::NoValue',
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::Route',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::NetworkAcl',
  'AWS::CloudFormation::Stack',
  'AWS::Serverless::Function',
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
  'a.yaml',
  'true',
  '0',
  '10.0.0.0/16',
  '',
  '${A}',
  '${A.B}',
  'x',
);
const key = fc.constantFrom(
  'Resources',
  'Parameters',
  'Conditions',
  'Mappings',
  'Outputs',
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'Default',
  'Ref',
  'Fn::GetAtt',
  'Fn::If',
  'Fn::Sub',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Cidr',
  'Fn::GetAZs',
  'Fn::FindInMap',
  'Fn::ImportValue',
  'Fn::Equals',
  'Fn::And',
  'Fn::Not',
  'Fn::Base64',
  'Fn::Length',
  'Fn::Transform',
  'VpcId',
  'CidrBlock',
  'SubnetId',
  'RouteTableId',
  'Tags',
  'Key',
  'Value',
  'SecurityGroupIngress',
  'Export',
  'Name',
  'Fn::ForEach::A',
  'Fn::ForEach',
  'TemplateURL',
  'Parameters',
  'Globals',
  'Function',
  'A',
  'B',
  'Vpc',
  '__proto__',
  'constructor',
  'toString',
);

test('any JSON in the words of templates is read or refused', () => {
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      word,
      fc.constantFrom(null, 0, 1, true),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const resources = fc.dictionary(
    key,
    fc.record({
      Type: word,
      Properties: fc.dictionary(key, tree, { maxKeys: 5 }),
      Condition: fc.option(word, { nil: undefined }),
    }),
    { maxKeys: 5 },
  );
  fc.assert(
    fc.property(tree, tree, tree, resources, (a, b, c, d) => {
      survives(JSON.stringify({ Parameters: a, Conditions: b, Outputs: c, Resources: d }));
      survives(
        JSON.stringify({ Transform: 'AWS::LanguageExtensions', Globals: a, Conditions: b, Resources: d }),
      );
      survives(JSON.stringify({ Resources: a, Mappings: b }));
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('templates that are read together, whatever was done to them, make one diagram or are refused', () => {
  const folders = ['stacks/three-tier', 'stacks/spokes', 'stacks/deep', 'stacks/exports'].map(templatesIn);
  fc.assert(
    fc.property(
      fc.constantFrom(...folders),
      fc.array(fc.record({ file: fc.nat(), edit }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 3 }),
      (files, edits, again) => {
        const given = files.map(({ name, text }) => ({ name, text }));
        for (const { file, edit: each } of edits) {
          const own = given[file % given.length];
          if (own !== undefined) own.text = mutated(own.text, each);
        }
        // The same file may be named twice.
        const all = [...given, ...again.flatMap((index) => given[index % given.length] ?? [])];
        const { document, failure } = importTemplates(catalog, all);
        if (failure !== undefined) return;
        expect(document.templates.size).toBeGreaterThanOrEqual(all.length);
        for (const id of document.templates.keys()) exportTemplate(catalog, document, id);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('random bytes are refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uint8Array().map((bytes) => new TextDecoder().decode(bytes)),
      ),
      survives,
    ),
    { numRuns: 80 },
  );
}, 60_000);

test.each([
  [
    'a parameter that refers to itself',
    'Parameters:\n  A: {Type: String, Default: !Ref A}\nResources:\n  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref A}}\n',
  ],
  [
    'conditions in a circle',
    'Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources:\n  V: {Type: AWS::EC2::VPC, Condition: A, Properties: {CidrBlock: 10.0.0.0/16}}\n',
  ],
  [
    'a property that is its own attribute',
    'Resources:\n  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt V.CidrBlock}}\n',
  ],
  [
    'mappings and exports in a circle',
    'Resources:\n  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !ImportValue x}}\nOutputs:\n  X: {Value: !ImportValue x, Export: {Name: x}}\n',
  ],
  [
    'a chain of thousands of attributes',
    `Resources:\n${Array.from({ length: 2000 }, (_, index) => `  V${index}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt V${index + 1}.CidrBlock}}\n`).join('')}`,
  ],
  ['a Resources section that is a list', 'Resources:\n  - Type: AWS::EC2::VPC\n'],
  ['a resource that is a text', 'Resources:\n  A: AWS::EC2::VPC\n'],
  ['properties that are a list', 'Resources:\n  A: {Type: AWS::EC2::VPC, Properties: [1]}\n'],
])(
  '%s neither hangs nor throws',
  (_, text) => {
    survives(text);
  },
  60_000,
);

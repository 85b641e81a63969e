/**
 * What a loop makes, changed in the diagram.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { call, type CommandCall } from '../../commands';
import type { Document } from '../../model/document';
import { documentAfter } from '../../plans/plan';
import { differences } from '../../proof/differences';
import { readBackTemplates, writtenTemplates } from '../readBack';
import { importTemplates } from '../importTemplates';
import { beginEdit, reread } from '../reread/reread';

const vpc = '  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n';

/** A loop as people write it, with a comment in it. */
const subnets = (collection: string): string =>
  `Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList, Default: '1,2' }
Resources:
${vpc}  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  # One for each name.
  Fn::ForEach::Subnets:
    - Name
    - ${collection}
    - Subnet\${Name}:
        Type: AWS::EC2::Subnet
        Properties:
          VpcId: !Ref Vpc
          CidrBlock: !Sub 10.0.\${Name}.0/24
          MapPublicIpOnLaunch: true # all of them
          Tags: [{ Key: Name, Value: !Sub 'net \${Name}' }]
      Join\${Name}:
        Type: AWS::EC2::SubnetRouteTableAssociation
        Properties: { SubnetId: !Ref { 'Fn::Sub': 'Subnet\${Name}' }, RouteTableId: !Ref Table }
`
    .replaceAll('!Ref { ', '{ Ref: { ')
    .replaceAll("}' }, Route", "}' } }, Route");

const read = (text: string): Document => importTemplates(catalog, [{ name: 'net.yaml', text }]).document;

const edited = (document: Document, ...commands: readonly CommandCall[]): Document =>
  documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });

interface Written {
  readonly text: string;
  readonly problems: readonly string[];
  /** What of the diagram does not come back from the text, and what is wrong with it. */
  readonly lost: readonly unknown[];
}

function written(document: Document): Written {
  const all = writtenTemplates(catalog, document, 'yaml');
  const back = readBackTemplates(catalog, document, all);
  if ('failure' in back) throw new Error(back.failure.en);
  return {
    text: all.map(({ text }) => text).join(),
    problems: all.flatMap(({ exported }) => exported.problems.map(({ message }) => message.en)),
    lost: [
      ...differences(back.written, back.readBack),
      ...back.findings.flatMap(({ severity, message }) => (severity === 'error' ? [message.en] : [])),
    ],
  };
}

const setProps = (id: string, props: Readonly<Record<string, unknown>>): CommandCall =>
  call('setProps', { id, props });

describe('a change that is the same for all that a loop makes', () => {
  const text = subnets('!Ref Names');

  test('is one of the loop, in one line', () => {
    const document = edited(
      read(text),
      setProps('Subnet1', { mapPublicIp: false }),
      setProps('Subnet2', { mapPublicIp: false }),
    );

    expect(written(document)).toEqual({
      text: text.replace('          MapPublicIpOnLaunch: true # all of them\n', ''),
      problems: [],
      lost: [],
    });
  });

  test('may be that something is gone', () => {
    const document = edited(
      read(text),
      setProps('Subnet1', { routeTable: null }),
      setProps('Subnet2', { routeTable: null }),
    );

    expect(written(document)).toEqual({
      text: text.slice(0, text.indexOf('      Join')),
      problems: [],
      lost: [],
    });
  });
});

describe('a change of a part of what a loop makes', () => {
  test('takes it out of the loop, where its values are listed', () => {
    const text = subnets("['1', '2']");
    const {
      text: now,
      problems,
      lost,
    } = written(edited(read(text), setProps('Subnet2', { mapPublicIp: false })));

    expect(lost).toEqual([]);
    expect(problems).toEqual([
      'What the loop Fn::ForEach::Subnets makes for 2 is written apart from it, since the diagram changes a part of it',
    ]);
    const [before = '', after = ''] = now.split('  Subnet2:\n');
    expect(before).toBe(text.replace("['1', '2']", "['1']"));
    expect(after).toContain('Join2:');
    expect(after).not.toContain('MapPublicIpOnLaunch');
  });

  test('takes only the value out of the list where all of it is deleted', () => {
    const text = subnets("['1', '2']");

    expect(written(edited(read(text), call('deleteResources', { ids: ['Subnet2'] })))).toMatchObject({
      text: text.replace("['1', '2']", "['1']"),
      lost: [],
    });
  });

  test('writes the loop out where a parameter gives its values, and leaves other loops as they are', () => {
    const other =
      "  Fn::ForEach::Tables: [Which, [X], { 'T${Which}': { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } } }]\n";
    const { text, problems, lost } = written(
      edited(read(subnets('!Ref Names') + other), setProps('Subnet2', { cidr: '10.0.9.0/24' })),
    );

    expect(lost).toEqual([]);
    expect(problems).toEqual([
      'What the loop Fn::ForEach::Subnets makes is written out one by one for its present values (1, 2), since the diagram changes a part of it that the loop cannot say',
    ]);
    expect(text).not.toContain('Fn::ForEach::Subnets');
    expect(text).toContain(other);
  });

  test('writes the loop out where all its turns are changed, each in another way', () => {
    const { text, lost } = written(
      edited(
        read(subnets("['1', '2']")),
        setProps('Subnet1', { cidr: '10.0.8.0/24' }),
        setProps('Subnet2', { cidr: '10.0.9.0/24' }),
      ),
    );

    expect(lost).toEqual([]);
    expect(text).not.toContain('Fn::ForEach');
  });

  test('is written where it is a resource of the loop that is not drawn for itself', () => {
    const { text, lost } = written(
      edited(read(subnets("['1', '2']")), setProps('Subnet2', { routeTable: null })),
    );

    expect(lost).toEqual([]);
    expect(text).toContain("- ['1']\n");
    expect(text).not.toContain('Join2');
  });
});

describe('a property that a loop makes', () => {
  const text = `Transform: AWS::LanguageExtensions
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      Fn::ForEach::Dns: [What, [Support, Hostnames], { 'EnableDns\${What}': true }]
`;

  test('is written beside the others, without the loop, when it is changed', () => {
    const {
      text: now,
      lost,
      problems,
    } = written(edited(read(text), setProps('Vpc', { dnsHostnames: false })));

    expect(lost).toEqual([]);
    expect(now).not.toContain('Fn::ForEach');
    expect(now).toContain('EnableDnsSupport: true');
    expect(problems).toEqual([
      'The properties of Vpc that a loop (Fn::ForEach) makes are written out one by one, since the diagram changes one of them',
    ]);
  });

  test('stays in its loop when another is changed', () => {
    expect(written(edited(read(text), setProps('Vpc', { cidr: '10.1.0.0/16' })))).toEqual({
      text: text.replace('10.0.0.0', '10.1.0.0'),
      lost: [],
      problems: [],
    });
  });
});

test('a loop is still known as one when the text was edited beside the diagram', () => {
  const text = subnets("['1', '2']");
  const document = read(text);
  const base = beginEdit(catalog, document, [...document.templates.keys()][0] ?? null, 'net.yaml', text);
  const again =
    'read' in base ? reread(catalog, base, document, text.replace('10.0.0.0/16', '10.8.0.0/16')) : base;
  if (!('document' in again)) throw new Error(again.message.en);

  const { lost, text: now } = written(edited(again.document, setProps('Subnet2', { mapPublicIp: false })));

  expect(lost).toEqual([]);
  expect(now).toContain("- ['1']\n");
});

test('whatever is changed of what loops make, it comes back', () => {
  const ids = ['Subnet1', 'Subnet2', 'Subnet3', 'Vpc'];
  const change = fc.oneof(
    fc.record({ id: fc.constantFrom(...ids.slice(0, 3)), mapPublicIp: fc.boolean() }),
    fc.record({ id: fc.constantFrom(...ids.slice(0, 3)), routeTable: fc.constantFrom('Table', null) }),
    fc.record({ id: fc.constant('Vpc'), dnsHostnames: fc.boolean() }),
    fc.record({ id: fc.constantFrom(...ids.slice(0, 3)), isDeleted: fc.constant(true) }),
  );
  const collection = fc.constantFrom("['1', '2', '3']", "!Split ['.', '1.2.3']");
  fc.assert(
    fc.property(collection, fc.array(change, { maxLength: 5 }), (values, changes) => {
      let document = read(subnets(values));
      for (const { id, ...props } of changes)
        if (document.resources.has(id))
          document = edited(
            document,
            'isDeleted' in props ? call('deleteResources', { ids: [id] }) : setProps(id, props),
          );

      expect(written(document).lost).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

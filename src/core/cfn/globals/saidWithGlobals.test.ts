/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { call, type CommandCall } from '../../commands';
import type { Document } from '../../model/document';
import { documentAfter } from '../../plans/plan';
import { differences } from '../../proof/differences';
import { importTemplates } from '../importTemplates';
import { readBackTemplates, writtenTemplates } from '../readBack';

const text = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.13 # all of them
    Handler: index.handler
    VpcConfig:
      SubnetIds: [!Ref A]
      SecurityGroupIds: [!Ref G]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  G: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: g } }
  H: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: h } }
  One:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
  Two:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
`;

const read = (template = text): Document =>
  importTemplates(catalog, [{ name: 'sam.yaml', text: template }]).document;

const edited = (document: Document, ...commands: readonly CommandCall[]): Document =>
  documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });

function written(document: Document) {
  const all = writtenTemplates(catalog, document, 'yaml');
  const back = readBackTemplates(catalog, document, all);
  if ('failure' in back) throw new Error(back.failure.en);
  return {
    text: all.map((each) => each.text).join(),
    problems: all.flatMap(({ exported }) => exported.problems.map(({ message }) => message.en)),
    lost: [
      ...differences(back.written, back.readBack),
      ...back.findings.flatMap(({ severity, message }) => (severity === 'error' ? [message.en] : [])),
    ],
  };
}

const move = (id: string, parentId: string): CommandCall =>
  call('moveResources', { moves: [{ id, parentId, x: 8, y: 8 }] });

const inEach = (property: string): string =>
  `${property} is written in each resource of the type AWS::Serverless::Function instead of in Globals: what Globals give can be added to there, and nothing can be taken from it, as the diagram does`;

test('a template whose functions were not changed comes back to the byte', () => {
  expect(written(edited(read(), call('setProps', { id: 'A', props: { cidr: '10.0.0.0/24' } }))).text).toBe(
    text,
  );
});

describe('a function that is changed', () => {
  test('says itself what is added to a list that Globals give', () => {
    expect(written(edited(read(), call('setProps', { id: 'One', props: { subnets: { B: true } } })))).toEqual(
      {
        text: text.replace(
          'InlineCode: x\n',
          'InlineCode: x\n      VpcConfig:\n        SubnetIds:\n          - !Ref B\n',
        ),
        problems: [],
        lost: [],
      },
    );
  });

  test('says itself a value that takes the place of the one that Globals give', () => {
    const document = edited(read(), call('setProps', { id: 'One', props: { runtime: 'nodejs22.x' } }));

    expect(written(document)).toEqual({
      text: text.replace('InlineCode: x\n', 'InlineCode: x\n      Runtime: nodejs22.x\n'),
      problems: [],
      lost: [],
    });
  });

  test('in another subnet has its own, and so have the others then, for nothing can be taken from a list', () => {
    const { text: now, problems, lost } = written(edited(read(), move('One', 'B')));

    expect(lost).toEqual([]);
    expect(problems).toEqual([inEach('VpcConfig/SubnetIds')]);
    expect(now).toContain('    VpcConfig:\n      SecurityGroupIds: [!Ref G]\nResources');
    expect(now.slice(now.indexOf('  One:')).match(/!Ref \w/g)).toEqual(['!Ref B', '!Ref A']);
  });

  test('is changed with all others and leaves nothing in Globals that is not so', () => {
    const { text: now, lost } = written(edited(read(), move('One', 'B'), move('Two', 'B')));

    expect(lost).toEqual([]);
    expect(now).not.toContain('!Ref A');
  });

  test('has its own of what else it had in VpcConfig', () => {
    const own = text.replace('InlineCode: x\n', 'InlineCode: x\n      VpcConfig: { SubnetIds: [!Ref B] }\n');

    expect(written(edited(read(own), call('setProps', { id: 'One', props: { subnets: {} } }))).lost).toEqual(
      [],
    );
  });

  test('says itself where it stands when there are no Globals, too', () => {
    const bare = text.replace(/ {4}VpcConfig:\n.*\n.*\n/, '');

    const { text: now, lost } = written(
      edited(
        read(bare),
        move('One', 'B'),
        call('setProps', { id: 'One', props: { securityGroups: { G: true } } }),
      ),
    );

    expect(lost).toEqual([]);
    expect(now).toContain('- !Ref B');
    expect(now).not.toContain('AWS::IAM::Role');
  });
});

test('Globals of which nothing is left are gone', () => {
  const only = text.replace(/ {4}(?:Runtime|Handler).*\n/g, '').replace(/ {6}SecurityGroupIds.*\n/, '');
  const document = edited(read(only), move('One', 'B'));

  const { text: now, lost } = written(document);

  expect(now).not.toContain('Globals');
  expect(lost).toEqual([]);
});

test('a function that a loop makes is given its own in the loop', () => {
  const looped = `${text
    .replace(
      'Transform: AWS::Serverless-2016-10-31',
      'Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]',
    )
    .replace(/ {2}Two:\n(?: {4}.*\n)+/, '')}  Fn::ForEach::More:
    - Name
    - [X, Y, Z]
    - F\${Name}:
        Type: AWS::Serverless::Function
        Properties:
          InlineCode: x
`;

  const all = written(edited(read(looped), move('One', 'B')));
  const one = written(edited(read(looped), move('FY', 'B')));

  expect([all.lost, one.lost]).toEqual([[], []]);
  expect(all.text).toContain('- [X, Y, Z]\n');
  expect(one.text).toContain('- [X, Z]\n');
});

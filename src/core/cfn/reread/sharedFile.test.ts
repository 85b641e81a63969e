/**
 * Several stacks that are made of one file.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { shownText, textToEdit } from '../../../testing/editedText';
import { call, runCommand } from '../../commands';
import type { Document } from '../../model/document';
import { exportTemplates } from '../exportTemplate';
import { importTemplates } from '../importTemplates';

const root = `Resources:
  Blue: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: net.yaml, Parameters: { Cidr: 10.1.0.0/16 } } }
  Green: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: net.yaml, Parameters: { Cidr: 10.2.0.0/16 } } }
`;
const net = `Parameters: { Cidr: { Type: String } }
Resources:
  Vpc: # of a team
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: !Ref Cidr }
`;
const group = `  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { VpcId: !Ref Vpc, GroupDescription: d }
`;

function opened(text = net): Document {
  return importTemplates(catalog, [
    { name: 'root.yaml', text: root },
    { name: 'net.yaml', text },
  ]).document;
}

const edited = (document: Document, text: string, id = 'net.yaml'): Document =>
  textToEdit(document, 'yaml', id).after(text);
const ids = ({ resources }: Document, kind: string): string[] =>
  [...resources.values()].flatMap((each) => (each.kind === kind ? [each.id] : []));
const files = (document: Document): readonly (string | undefined)[] =>
  exportTemplates(catalog, document).map(({ fileName }) => fileName);

describe('an edit of the text of a file of which two stacks are made', () => {
  test.each(['net.yaml', 'net.yaml-2'])('changes both, whichever is edited: %s', (id) => {
    const before = opened();

    const after = edited(before, net + group, id);

    const groups = ids(after, 'security-group').map((each) => after.resources.get(each)?.parentId);
    expect(groups.sort()).toEqual(ids(before, 'vpc').sort());
    expect([shownText(after, 'yaml', 'net.yaml'), shownText(after, 'yaml', 'net.yaml-2')]).toEqual([
      net + group,
      net + group,
    ]);
    expect(files(after)).toEqual(['root.yaml', 'net.yaml', 'net.yaml']);
  });

  test('renames a resource in both, and takes it out of both', () => {
    const before = opened(net + group);

    const renamed = edited(before, (net + group).replace('  Group:', '  Wall:'));
    const gone = edited(renamed, net);

    expect(ids(renamed, 'security-group')).toEqual(ids(before, 'security-group'));
    expect([...renamed.resources.values()].map(({ provenance }) => provenance?.logicalId)).not.toContain(
      'Group',
    );
    expect(ids(gone, 'security-group')).toEqual([]);
    expect(ids(gone, 'vpc')).toEqual(ids(before, 'vpc'));
  });

  test('is what the next edit goes on from', () => {
    const one = textToEdit(opened(), 'yaml', 'net.yaml').after(net + group);

    const two = edited(one, (net + group).replace('GroupDescription: d', 'GroupDescription: wall'));

    expect(ids(two, 'security-group')).toEqual(ids(one, 'security-group'));
    expect(ids(two, 'security-group').map((id) => JSON.stringify(two.resources.get(id)?.props))).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('"wall"')),
    );
  });

  test('changes the one alone once the two say different things, and keeps both texts', () => {
    const before = runCommand(
      { catalog },
      opened(),
      call('renameResource', { id: 'net.yaml-2:Vpc', name: 'Green' }),
    );

    const after = edited(before, net + group);

    expect(ids(after, 'security-group')).toHaveLength(1);
    expect(shownText(after, 'yaml', 'net.yaml')).toBe(net + group);
    expect(shownText(after, 'yaml', 'net.yaml-2')).toContain('Value: Green');
    expect(new Set(files(after)).size).toBe(3);
  });

  test('keeps what the diagram has changed of the other since it began', () => {
    const before = opened();
    const begun = textToEdit(before, 'yaml', 'net.yaml');
    const current = runCommand(
      { catalog },
      before,
      call('renameResource', { id: 'net.yaml-2:Vpc', name: 'Green' }),
    );

    const after = begun.after(net + group, current);

    expect(after.resources.get('net.yaml-2:Vpc')?.name).toBe('Green');
    expect(shownText(after, 'yaml', 'net.yaml-2')).toContain('Value: Green');
    expect(shownText(after, 'yaml', 'net.yaml-2')).toContain('Group:');
  });
});

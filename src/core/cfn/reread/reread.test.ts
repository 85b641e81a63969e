import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { shownText, textToEdit } from '../../../testing/editedText';
import { opened } from '../../../testing/opened';
import { overlaps } from '../../../lib/rect';
import { call, runCommand } from '../../commands';
import { emptyDocument, type Document, type Resource } from '../../model/document';
import { importTemplates } from '../importTemplates';
import { beginEdit, reread } from './reread';

const network = `# The network of the shop
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 } # agreed with the office
  Web:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
      AvailabilityZone: ap-northeast-1a
  Server:
    Type: AWS::EC2::Instance
    Properties:
      SubnetId: !Ref Web
      InstanceType: t3.micro
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: web
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }
`;

/** The diagram of the template, in which everything was moved by hand. */
function arranged(text = network): Document {
  const document = opened(text);
  const resources = new Map(
    [...document.resources].map(([id, each]) => [id, { ...each, x: each.x + 8, y: each.y + 16 }]),
  );
  return { ...document, resources };
}

const changedIn = (before: Document, after: Document): string[] =>
  [...new Set([...before.resources.keys(), ...after.resources.keys()])]
    .filter((id) => before.resources.get(id) !== after.resources.get(id))
    .sort();

const the = (document: Document, id: string): Resource => {
  const found = document.resources.get(id);
  if (found === undefined) throw new Error(`${id} is not in the diagram`);
  return found;
};

describe('an edited text', () => {
  test('changes one resource where it changes one property', () => {
    const before = arranged();

    const after = textToEdit(before).after(network.replace('10.0.1.0/24', '10.0.2.0/24'));

    expect(changedIn(before, after)).toEqual(['Web']);
    expect(the(after, 'Web')).toEqual({
      ...the(before, 'Web'),
      props: { ...the(before, 'Web').props, cidr: '10.0.2.0/24' },
    });
  });

  test('changes the one row of a table that it changes, and the others keep their keys', () => {
    const before = arranged();
    const inbound = (document: Document) => (the(document, 'Group').props as { inbound: object }).inbound;
    const [http, ssh] = Object.keys(inbound(before));

    const after = textToEdit(before).after(
      network.replace(
        '        - { IpProtocol: tcp, FromPort: 80',
        '        - { IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.0/8 }\n        - { IpProtocol: tcp, FromPort: 80',
      ),
    );

    expect(changedIn(before, after)).toEqual(['Group']);
    expect(inbound(after)).toMatchObject({ [http ?? '']: { fromPort: 80 }, [ssh ?? '']: { fromPort: 22 } });
    expect(Object.keys(inbound(after))).toHaveLength(3);
  });

  test('puts a new subnet into its VPC, beside what stands there', () => {
    const before = arranged();

    const after = textToEdit(before).after(
      `${network}  Data:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, AvailabilityZone: ap-northeast-1a }\n`,
    );

    const data = the(after, 'Data');
    expect(data.parentId).toBe(the(after, 'Web').parentId);
    expect(overlaps(data, the(after, 'Web'))).toBe(false);
    const zone = the(after, data.parentId ?? '');
    expect(data.y + data.h).toBeLessThan(zone.h);
    expect(the(after, 'Web')).toBe(the(before, 'Web'));
    expect(the(after, 'Server')).toBe(the(before, 'Server'));
  });

  test('draws a box for a zone that is new', () => {
    const before = arranged();

    const after = textToEdit(before).after(
      `${network}  Data:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, AvailabilityZone: ap-northeast-1c }\n`,
    );

    const zone = the(after, the(after, 'Data').parentId ?? '');
    expect(zone).toMatchObject({
      kind: 'availability-zone',
      parentId: 'Vpc',
      props: { zone: 'ap-northeast-1c' },
    });
    expect(overlaps(zone, the(after, the(after, 'Web').parentId ?? ''))).toBe(false);
  });

  test('takes away what it no longer makes, with its arrows', () => {
    const before = runCommand(
      { catalog },
      arranged(),
      call('addFlow', {
        id: 'f',
        from: 'Server',
        to: 'Web',
        protocol: 'tcp',
        port: 443,
        order: 'U',
      } as never),
    );

    const after = textToEdit(before).after(network.replace(/ {2}Server:[^]*?(?= {2}Group)/, ''));

    expect(after.resources.has('Server')).toBe(false);
    expect(after.flows.size).toBe(0);
    expect(changedIn(before, after)).toEqual(['Server']);
  });

  test('gives back everything when what was cut out is put in again', () => {
    const before = arranged();
    const edited = textToEdit(before);
    const cut = reread(catalog, edited.base, before, network.replace(/ {2}Server:[^]*?(?= {2}Group)/, ''));
    expect('document' in cut && cut.document.resources.has('Server')).toBe(false);

    // The edit is looked at as a whole, from where it began.
    expect(edited.after(network)).toBe(before);
    expect(the(edited.after(`${network}\n`), 'Server')).toBe(the(before, 'Server'));
  });

  test('renames a resource whose logical ID it changes, wherever it is referred to', () => {
    const before = arranged();

    const after = textToEdit(before).after(network.replaceAll(/\bWeb\b/g, 'Front'));

    expect(changedIn(before, after)).toEqual(['Server', 'Web']);
    expect(the(after, 'Web')).toMatchObject({ name: 'Front', provenance: { logicalId: 'Front' } });
    expect(the(after, 'Server').parentId).toBe('Web');
  });

  test('takes two that vanish and one that appears for three resources', () => {
    const twins = `${network}  Other:\n    Type: AWS::EC2::SecurityGroup\n    Properties: { VpcId: !Ref Vpc, GroupDescription: same }\n  Another:\n    Type: AWS::EC2::SecurityGroup\n    Properties: { VpcId: !Ref Vpc, GroupDescription: same }\n`;
    const before = arranged(twins);

    const after = textToEdit(before).after(
      twins.replace(/ {2}Another:[^]*$/, '').replace('  Other:', '  Third:'),
    );

    expect([
      after.resources.has('Other'),
      after.resources.has('Another'),
      after.resources.has('Third'),
    ]).toEqual([false, false, true]);
  });

  test('moves a resource into the subnet that it names, which grows for it, and leaves all others where they are', () => {
    const two = `${network}  Data:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, AvailabilityZone: ap-northeast-1a }\n`;
    const before = arranged(two);

    const after = textToEdit(before).after(two.replace('SubnetId: !Ref Web', 'SubnetId: !Ref Data'));

    expect(the(after, 'Server').parentId).toBe('Data');
    expect(the(after, 'Data')).toEqual({
      ...the(before, 'Data'),
      w: the(after, 'Data').w,
      h: the(after, 'Data').h,
    });
    expect(changedIn(before, after)).toEqual(['Data', 'Server']);
  });

  test('says where it cannot be read, and changes nothing', () => {
    const { base } = textToEdit(arranged());

    const read = reread(
      catalog,
      base,
      base.document,
      network.replace('CidrBlock: 10.0.1.0/24', 'CidrBlock: [10.0.1.0/24'),
    );

    expect(read).toMatchObject({ line: expect.any(Number) as number, column: expect.any(Number) as number });
    expect('document' in read).toBe(false);
  });

  test.each(['', '{', '- a', 'Resources: 5', 'a: &a [*a]', '\u0000', 'Resources:\n\tVpc: {}', '[[[[[['])(
    'is never answered with an exception: %j',
    (text) => {
      const { base } = textToEdit(arranged());

      expect(() => reread(catalog, base, base.document, text)).not.toThrow();
    },
  );
});

describe('a diagram that changed while its text was edited', () => {
  test('keeps both changes', () => {
    const before = arranged();
    const moved = runCommand({ catalog }, before, call('renameResource', { id: 'Server', name: 'shop' }));

    const after = textToEdit(before).after(network.replace('10.0.1.0/24', '10.0.2.0/24'), moved);

    expect(the(after, 'Server').name).toBe('shop');
    expect(the(after, 'Web').props).toMatchObject({ cidr: '10.0.2.0/24' });
    expect(shownText(after)).toContain('10.0.2.0/24');
    expect(shownText(after)).toContain('shop');
  });

  test('keeps deleted what was deleted, unless the text says something new of it', () => {
    const before = arranged();
    const without = runCommand({ catalog }, before, call('deleteResources', { ids: ['Server'] }));
    const edited = textToEdit(before);

    expect(edited.after(network.replace('10.0.1.0/24', '10.0.2.0/24'), without).resources.has('Server')).toBe(
      false,
    );
    expect(edited.after(network.replace('t3.micro', 't3.large'), without).resources.has('Server')).toBe(true);
  });
});

test('of several templates each can be edited, and what refers to it follows', () => {
  const files = [
    {
      name: 'net.yaml',
      text: 'Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\nOutputs:\n  Id: { Value: !Ref Vpc, Export: { Name: vpc } }\n',
    },
    {
      name: 'app.yaml',
      text: 'Resources:\n  Web: { Type: AWS::EC2::Subnet, Properties: { VpcId: !ImportValue vpc, CidrBlock: 10.0.1.0/24 } }\n',
    },
  ];
  const { document } = importTemplates(catalog, files);
  const edited = textToEdit(document, 'yaml', 'app.yaml');

  const after = edited.after(edited.text.replace('10.0.1.0/24', '10.0.9.0/24'));

  expect(changedIn(document, after)).toEqual(['Web']);
  expect(after.templates.get('net.yaml')).toBe(document.templates.get('net.yaml'));
  expect(shownText(after, 'yaml', 'net.yaml')).toBe(files[0]?.text);
});

test('a text that cannot be read begins no edit', () => {
  const document = { ...emptyDocument, templates: new Map([['t', { id: 't', fileName: 't', text: '{' }]]) };

  expect(beginEdit(catalog, document, 't', 't', '{')).toHaveProperty('message');
});

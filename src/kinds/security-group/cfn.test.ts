import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import type { CfnTemplate } from '../../core/cfn/template';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand, type CommandCall } from '../../core/commands';
import type { Document } from '../../core/model/document';
import { box, type Box } from '../../core/model/sketch';
import { imported } from '../../testing/imported';
import { drawn } from '../../testing/kindFacts';

const https = (peer: string | { readonly ref: string }) => ({
  protocol: 'tcp' as const,
  fromPort: 443,
  toPort: 443,
  peer,
});

const written = (...groups: readonly Box[]) =>
  exportTemplate(catalog, drawn(catalog, box('vpc', 'Vpc', {}, ...groups))).template.Resources;

test('a group says nothing outbound in the template when everything may leave', () => {
  const resources = written(box('security-group', 'Web', { inbound: { a: https('0.0.0.0/0') } }));

  expect(resources['Web']?.Properties).toEqual({
    GroupDescription: 'Web',
    VpcId: { Ref: 'Vpc' },
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
    Tags: [{ Key: 'Name', Value: 'Web' }],
  });
});

test('a group from which nothing may leave allows what leads nowhere, as AWS’s documentation advises', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
  const resources = written(box('security-group', 'Web', { outbound: {} }));

  expect(resources['Web']?.Properties).toMatchObject({
    SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }],
  });
});

test('a rule that names another group stays inside its group', () => {
  const resources = written(
    box('security-group', 'Web'),
    box('security-group', 'Db', { inbound: { a: https({ ref: 'Web' }) } }),
  );

  expect(Object.keys(resources)).toEqual(['Vpc', 'Web', 'Db']);
  expect(resources['Db']?.Properties).toMatchObject({
    SecurityGroupIngress: [{ SourceSecurityGroupId: { Ref: 'Web' } }],
  });
});

test('a group that lets itself in has that rule beside it', () => {
  const resources = written(
    box('security-group', 'Web', { inbound: { a: https({ ref: 'Web' }), b: https('10.0.0.0/8') } }),
  );

  expect(resources['Web']?.Properties?.['SecurityGroupIngress']).toHaveLength(1);
  expect(resources['WebInboundFromWeb']).toEqual({
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { Ref: 'Web' },
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      SourceSecurityGroupId: { Ref: 'Web' },
    },
  });
});

test('two groups that let each other in and out wait for neither', () => {
  const resources = written(
    box('security-group', 'Web', { outbound: { a: https({ ref: 'Db' }) } }),
    box('security-group', 'Db', { inbound: { a: https({ ref: 'Web' }) } }),
  );

  expect(resources['Web']?.Properties).toMatchObject({
    SecurityGroupEgress: [{ DestinationSecurityGroupId: { Ref: 'Db' } }],
  });
  expect(resources['Db']?.Properties?.['SecurityGroupIngress']).toBeUndefined();
  expect(resources['DbInboundFromWeb']?.Properties).toMatchObject({ GroupId: { Ref: 'Db' } });
});

test('a circle of outbound rules is cut, however long it is', () => {
  const resources = written(
    box('security-group', 'A', { outbound: { a: https({ ref: 'B' }) } }),
    box('security-group', 'B', { outbound: { a: https({ ref: 'C' }) } }),
    box('security-group', 'C', { outbound: { a: https({ ref: 'A' }) } }),
  );

  expect(Object.keys(resources).filter((id) => id.includes('OutboundTo'))).toEqual([
    'AOutboundToB',
    'BOutboundToC',
    'COutboundToA',
  ]);
  for (const id of ['A', 'B', 'C'])
    expect(resources[id]?.Properties?.['SecurityGroupEgress']).toEqual([
      { IpProtocol: '-1', CidrIp: '127.0.0.1/32' },
    ]);
});

test('a description has only characters that AWS takes', () => {
  const resources = written(
    box('security-group', 'データベース用 DB'),
    box('security-group', '踏み台'),
    box('security-group', 'Web', { description: 'HTTPS を許可 (443)' }),
  );

  const descriptions = Object.values(resources).map((each) => each.Properties?.['GroupDescription']);
  expect(descriptions).toEqual([undefined, 'DB', 'Security group', 'HTTPS (443)']);
});

test('a rule with an unknown port is not written as one for every port', () => {
  const resources = written(
    box('security-group', 'Web', {
      inbound: { a: { ...https('0.0.0.0/0'), fromPort: { unknown: { en: 'a parameter', ja: '引数' } } } },
    }),
  );

  expect(resources['Web']?.Properties?.['SecurityGroupIngress']).toBeUndefined();
});

test('rules of which something is not known stay as they were when another rule changes', () => {
  const { document } = imported(
    catalog,
    `
Parameters: { Office: { Type: String }, Port: { Type: Number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Office, Description: office }
        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: '-1', SourcePrefixListId: pl-0123456789abcdef0 }
`,
  );

  const changed = runCommand(
    { catalog },
    document,
    call('setRow', { id: 'Web', field: 'inbound', row: 'rule-2', values: { fromPort: 81, toPort: 81 } }),
  );

  expect(exportTemplate(catalog, changed).template.Resources['Web']?.Properties).toMatchObject({
    SecurityGroupIngress: [
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: { Ref: 'Office' }, Description: 'office' },
      { IpProtocol: 'tcp', FromPort: 81, ToPort: 81, CidrIp: '10.0.0.0/8' },
      { IpProtocol: 'tcp', FromPort: { Ref: 'Port' }, ToPort: { Ref: 'Port' }, CidrIp: '10.0.0.0/8' },
      { IpProtocol: '-1', SourcePrefixListId: 'pl-0123456789abcdef0' },
    ],
  });
});

const separateRules = `
Parameters: { Office: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      VpcId: !Ref Vpc
  FromOffice: # asked for by the office
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Office, Description: ssh }
  ToPartner:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: { GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 192.0.2.0/24 }
`;

const textAfter = (template: string, ...calls: readonly CommandCall[]): string => {
  const read: Document = imported(catalog, template).document;
  const changed = calls.reduce((document, each) => runCommand({ catalog }, document, each), read);
  return templateText(exportTemplate(catalog, changed).template, 'yaml').text;
};

test('a rule that is a resource of its own stays one when it changes, in all that its author wrote', () => {
  const text = textAfter(
    separateRules,
    call('setRow', {
      id: 'Web',
      field: 'inbound',
      row: 'FromOffice',
      values: { fromPort: 3389, toPort: 3389 },
    }),
    call('setRow', { id: 'Web', field: 'outbound', row: 'ToPartner', values: { peer: '198.51.100.0/24' } }),
  );

  expect(text).toBe(
    separateRules
      .replace('FromPort: 22, ToPort: 22', 'FromPort: 3389, ToPort: 3389')
      .replace('192.0.2.0/24', '198.51.100.0/24'),
  );
});

test('a group whose only outbound rule stood beside it lets nothing out when that is deleted', () => {
  const text = textAfter(
    separateRules,
    call('setRow', { id: 'Web', field: 'outbound', row: 'ToPartner', values: null }),
  );

  expect(text).not.toContain('SecurityGroupEgress:\n    Type');
  expect(imported(catalog, text).document.resources.get('Web')?.props).toMatchObject({ outbound: {} });
});

test('a rule that AWS refuses for what it does not say goes when it is deleted', () => {
  const template = separateRules.replace(
    'VpcId: !Ref Vpc\n',
    'VpcId: !Ref Vpc\n      SecurityGroupIngress:\n        - { IpProtocol: tcp, FromPort: 80, CidrIp: 10.0.0.0/8 }\n        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }\n',
  );

  const text = textAfter(
    template,
    call('setRow', { id: 'Web', field: 'inbound', row: 'rule-1', values: null }),
  );

  expect(text).toBe(template.replace(/.*FromPort: 80,.*\n/, ''));
});

test.each(['Web', 'サーバー用', "!Sub 'of ${AWS::StackName}'"])(
  'a group that came from a template keeps its description %s, without which AWS would replace it, when its name changes',
  (description) => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
    const template = separateRules.replace('GroupDescription: Web', `GroupDescription: ${description}`);

    const text = textAfter(template, call('renameResource', { id: 'Web', name: 'Frontend' }));

    expect(text).toBe(
      template.replace(
        'VpcId: !Ref Vpc\n',
        'VpcId: !Ref Vpc\n      Tags:\n        - Key: Name\n          Value: Frontend\n',
      ),
    );
  },
);

const names = ['A', 'B', 'C', 'D'];
const someRules = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.constantFrom(...names).map((ref) => https({ ref })),
  { maxKeys: 3 },
);

test('however groups name one another, none waits for itself, and no rule is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ inbound: someRules, outbound: someRules }), { minLength: 4, maxLength: 4 }),
      (groups) => {
        const resources = written(
          ...groups.map((props, index) => box('security-group', names[index] ?? '', props)),
        );

        for (const name of names) expect(waitsFor(resources, name)).not.toContain(name);
        const drawnRules = groups.flatMap(({ inbound, outbound }) => [
          ...Object.keys(inbound),
          ...Object.keys(outbound),
        ]);
        const writtenRules = JSON.stringify(resources).match(/(Source|Destination)SecurityGroupId/g) ?? [];
        expect(writtenRules).toHaveLength(drawnRules.length);
      },
    ),
  );
});

/** The resources that must be there before this one, directly or not. */
function waitsFor(resources: CfnTemplate['Resources'], logicalId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [logicalId];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [, to = ''] of JSON.stringify(resources[next]).matchAll(/"Ref":"(\w+)"/g)) {
      if (found.has(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  return found;
}

test('ICMP is written with every type where none is said; ICMPv6 needs none', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
  const any = { fromPort: null, toPort: null };
  const resources = written(
    box('security-group', 'Web', {
      inbound: {
        a: { protocol: 'icmp', ...any, peer: '0.0.0.0/0' },
        b: { protocol: 'icmpv6', ...any, peer: '::/0' },
        c: { protocol: 'icmp', fromPort: 8, toPort: null, peer: { ref: 'Db' } },
        d: { protocol: 'icmpv6', fromPort: 128, toPort: 0, peer: { ref: 'Db' } },
      },
    }),
    box('security-group', 'Db'),
  );

  expect(resources['Web']?.Properties?.['SecurityGroupIngress']).toEqual([
    { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, CidrIp: '0.0.0.0/0' },
    { IpProtocol: 'icmpv6', CidrIpv6: '::/0' },
    { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, SourceSecurityGroupId: { Ref: 'Db' } },
    { IpProtocol: 'icmpv6', FromPort: 128, ToPort: 0, SourceSecurityGroupId: { Ref: 'Db' } },
  ]);
});

import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { call, type CommandCall } from '../commands';
import type { Document } from '../model/document';
import { resourceOf } from '../model/queries';
import { documentAfter } from '../plans/plan';
import { validate } from '../rules/validate';
import { importTemplates } from './importTemplates';
import { templateFindings } from './templateFindings';

const text = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Other:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.1.0.0/16
  Private:
    Type: AWS::EC2::Subnet
    DependsOn: Nowhere
    Properties:
      VpcId: !Ref Vcp
      CidrBlock: 10.0.1.0/24
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: guards
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: Guests }
        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
  Table:
    Type: AWS::EC2::RouteTable
    Properties: {}
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Ref Nothing
`;

/** As a document comes to the worker: what reading its template said is forgotten. */
function opened(of: string = text): Document {
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text: of }]);
  return structuredClone(document);
}

const shown = (document: Document): string[] =>
  templateFindings(catalog, document).map(
    ({ place, on, field }) =>
      `${place?.line}:${place?.column} ${place?.property ?? ''} of ${on.join()}${field === undefined ? '' : ` (${field})`}`,
  );

const edited = (document: Document, ...commands: readonly CommandCall[]): Document =>
  documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });

const all = [
  '12:5 DependsOn of Private',
  '14:7 VpcId of Private',
  expect.stringMatching(/^22:\d+ SourceSecurityGroupId of Group \(inbound\..*\.peer\)$/),
  '24:3 VpcId of Table',
  '30:7 QueueName of Queue',
];

test('the faults of a template are told at their lines after it was opened', () => {
  expect(shown(opened())).toEqual(all);
});

test('they are those that the import told of', () => {
  const { document, findings } = importTemplates(catalog, [{ name: 'net.yaml', text }]);

  expect(templateFindings(catalog, document).map(({ key }) => key)).toEqual(findings.map(({ key }) => key));
});

test('a diagram that came from no template has none', () => {
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);

  expect(templateFindings(catalog, { ...document, templates: new Map() })).toEqual([]);
});

test('a fault goes with the reference that was changed, and the others stay', () => {
  const document = opened();

  const moved = edited(
    document,
    call('moveResources', { moves: [{ id: 'Private', parentId: 'Other', x: 20, y: 40 }] }),
  );

  expect(shown(moved)).toEqual(all.filter((each) => each !== '14:7 VpcId of Private'));
  expect(shown(document)).toEqual(all);
});

test('what was missing is there when the resource is put into a box', () => {
  const moved = edited(
    opened(),
    call('moveResources', { moves: [{ id: 'Table', parentId: 'Vpc', x: 20, y: 40 }] }),
  );

  expect(shown(moved)).not.toContain('24:3 VpcId of Table');
});

test('a fault in a row goes with the row, or with the cell that was changed', () => {
  const document = opened();
  const [row] = Object.keys(resourceOf(document, 'security-group', 'Group')?.props.inbound ?? {});
  if (row === undefined) throw new Error('the group has rows');

  const allowed = edited(
    document,
    call('setRow', { id: 'Group', field: 'inbound', row, values: { peer: '10.0.0.0/16' } }),
  );
  const closed = edited(document, call('setRow', { id: 'Group', field: 'inbound', row, values: null }));
  const elsewhere = edited(
    document,
    call('setRow', { id: 'Group', field: 'inbound', row, values: { toPort: 444 } }),
  );

  expect(shown(allowed)).toEqual(all.filter((each) => typeof each === 'string'));
  expect(shown(closed)).toEqual(all.filter((each) => typeof each === 'string'));
  expect(shown(elsewhere)).toEqual(all);
});

test('what AWS refuses of a rule goes when the rule is mended where it is wrong', () => {
  const document = opened(`Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: guards
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: permit, CidrBlock: 0.0.0.0/0 }
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, Egress: true, RuleNumber: 100, Protocol: -1, CidrBlock: 0.0.0.0/0 }
`);
  expect(shown(document)).toEqual([
    '9:11 FromPort of Group (inbound.rule-1.fromPort)',
    '11:3 PortRange of Acl (inbound.In.fromPort)',
    '13:73 RuleAction of Acl (inbound.In.action)',
    '14:3 RuleAction of Acl (outbound.Out.action)',
  ]);

  const mended = edited(
    document,
    call('setRow', { id: 'Group', field: 'inbound', row: 'rule-1', values: { fromPort: 443, toPort: 443 } }),
    call('setRow', { id: 'Acl', field: 'inbound', row: 'In', values: { fromPort: 443, toPort: 443 } }),
    call('setRow', { id: 'Acl', field: 'outbound', row: 'Out', values: { action: 'allow' } }),
  );

  expect(shown(mended)).toEqual(['13:73 RuleAction of Acl (inbound.In.action)']);
  expect(resourceOf(mended, 'security-group', 'Group')?.props.inbound).toEqual({
    'rule-1': { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/8' },
  });
});

test('the faults of a resource go with it', () => {
  const deleted = edited(opened(), call('deleteResources', { ids: ['Private'] }));

  expect(shown(deleted)).toEqual(all.slice(2));
});

test('they are counted among the findings of the document, and can be suppressed', () => {
  const document = opened();
  const others = templateFindings(catalog, document);
  const [first, second] = others;
  if (first === undefined || second === undefined) throw new Error('there are faults');

  const before = validate(catalog, rules, document, others);
  const after = validate(
    catalog,
    rules,
    edited(document, call('suppressFinding', { finding: second.key, reason: 'it is known' })),
    others,
  );

  const keys = before.findings.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(others.map(({ key }) => key)));
  expect(after.findings.map(({ key }) => key)).toEqual(keys.filter((key) => key !== second.key));
  expect(after.suppressed).toBe(1);
});

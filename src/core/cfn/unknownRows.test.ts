/** Rows of network ACLs and security groups of which a template gives something by an expression that nobody can evaluate. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { call, runCommand, type CommandCall } from '../commands';
import type { Document } from '../model/document';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';

const parameters = `Parameters:
  Number: {Type: Number}
  Port: {Type: Number}
  Block: {Type: String}
  Action: {Type: String}
  Protocol: {Type: String}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
`;

const read = (text: string): Document =>
  importTemplates(catalog, [{ name: 'net.yaml', text: parameters + text }]).document;

type Resources = Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;

const written = (text: string, ...commands: readonly CommandCall[]): Resources =>
  exportTemplate(
    catalog,
    commands.reduce((each, command) => runCommand({ catalog }, each, command), read(text)),
  ).template.Resources;

describe('an entry of a network ACL', () => {
  const acl = (entry: string): string => `  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
  Known:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/8, PortRange: {From: 80, To: 80}}
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    # Why it is here.
    Properties:
      NetworkAclId: !Ref Acl
${entry}`;
  const entries = {
    'whose number is given': `      RuleNumber: !Ref Number
      Protocol: 6
      RuleAction: deny
      CidrBlock: 10.1.0.0/16
      PortRange: {From: 22, To: 22}
`,
    'whose block is given': `      RuleNumber: 200
      Protocol: 6
      RuleAction: deny
      CidrBlock: !Ref Block
      PortRange: {From: 22, To: 22}
`,
    'whose IPv6 block is given': `      RuleNumber: 200
      Protocol: 6
      RuleAction: deny
      Ipv6CidrBlock: !Ref Block
      PortRange: {From: 22, To: 22}
`,
    'whose ports are given': `      RuleNumber: 200
      Protocol: 17
      RuleAction: deny
      CidrBlock: 10.1.0.0/16
      PortRange: {From: !Ref Port, To: !Ref Port}
`,
    'whose port range is given as a whole': `      RuleNumber: 200
      Protocol: 6
      RuleAction: deny
      CidrBlock: 10.1.0.0/16
      PortRange: !If [Always, {From: !Ref Port, To: !Ref Port}, !Ref AWS::NoValue]
`,
    'whose ICMP type is given': `      RuleNumber: 200
      Protocol: 1
      RuleAction: deny
      CidrBlock: 10.1.0.0/16
      Icmp: {Type: !Ref Number, Code: -1}
`,
    'whose protocol is given': `      RuleNumber: 200
      Protocol: !Ref Protocol
      RuleAction: deny
      CidrBlock: 10.1.0.0/16
      PortRange: {From: 22, To: 22}
`,
    'whose action is given': `      RuleNumber: 200
      Protocol: 6
      RuleAction: !Ref Action
      CidrBlock: 10.1.0.0/16
      PortRange: {From: 22, To: 22}
`,
  };
  const rows = Object.entries(entries);

  test.each(rows)('%s stays as its author wrote it when the ACL and another entry change', (_, entry) => {
    const text = acl(entry);

    const after = written(
      text,
      call('renameResource', { id: 'Acl', name: 'renamed' }),
      call('setRow', { id: 'Acl', field: 'inbound', row: 'Known', values: { number: 110 } }),
    );

    expect(after['Entry']).toEqual(written(text)['Entry']);
    expect(after['Known']?.Properties).toMatchObject({ RuleNumber: 110 });
  });

  test.each(rows)('%s goes when it is deleted', (_, entry) => {
    const after = written(
      acl(entry),
      call('setRow', { id: 'Acl', field: 'inbound', row: 'Entry', values: null }),
    );

    expect(Object.keys(after)).toEqual(['Vpc', 'Acl', 'Known']);
  });

  test.each(rows)('%s keeps what is given when something else of it changes', (name, entry) => {
    const [values, property, value] =
      name === 'whose block is given' || name === 'whose IPv6 block is given'
        ? ([{ number: 210 }, 'RuleNumber', 210] as const)
        : name === 'whose number is given' || name === 'whose action is given'
          ? ([{ block: '10.2.0.0/16' }, 'CidrBlock', '10.2.0.0/16'] as const)
          : ([{ action: 'allow' }, 'RuleAction', 'allow'] as const);
    const text = acl(entry);

    const after = written(text, call('setRow', { id: 'Acl', field: 'inbound', row: 'Entry', values }));

    const before = written(text);
    expect(after).toEqual({
      ...before,
      Entry: { ...before['Entry'], Properties: { ...before['Entry']?.Properties, [property]: value } },
    });
  });
});

describe('a rule of a security group', () => {
  const rules = {
    'whose port is given': '{IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8}',
    'whose block is given': '{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Block}',
    'whose IPv6 block is given': '{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: !Ref Block}',
    'whose protocol is given': '{IpProtocol: !Ref Protocol, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}',
  };
  const inside = (rule: string): string => `  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.9.0.0/16}
        # Why it is here.
        - ${rule}
`;
  const beside = (rule: string): string => `  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
  Known:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Group, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.9.0.0/16}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Group, ${rule.slice(1)}
`;
  const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
  const insideOf = (of: Resources): readonly unknown[] => {
    const list = of['Group']?.Properties?.['SecurityGroupIngress'];
    return isList(list) ? list : [];
  };

  test.each(Object.entries(rules))('%s, inside its group', (name, rule) => {
    const text = inside(rule);
    const [, own] = insideOf(written(text));
    const set = (row: string, values: Readonly<Record<string, unknown>> | null): readonly unknown[] =>
      insideOf(written(text, call('setRow', { id: 'Group', field: 'inbound', row, values })));
    const [values, change] = name.includes('block')
      ? [{ toPort: 90 }, { ToPort: 90 }]
      : [{ peer: '10.7.0.0/16' }, { CidrIp: '10.7.0.0/16' }];

    expect(set('rule-1', { peer: '10.8.0.0/16' })).toEqual([
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.8.0.0/16' },
      own,
    ]);
    expect(set('rule-1', null)).toEqual([own]);
    expect(set('rule-2', null)).toHaveLength(1);
    expect(set('rule-2', values)[1]).toEqual({ ...(own as object), ...change });
  });

  test.each(Object.entries(rules))('%s, beside its group', (name, rule) => {
    const text = beside(rule);
    const own = written(text)['Rule'];
    const set = (row: string, values: Readonly<Record<string, unknown>> | null): Resources =>
      written(text, call('setRow', { id: 'Group', field: 'inbound', row, values }));
    const [values, change] = name.includes('block')
      ? [{ toPort: 90 }, { ToPort: 90 }]
      : [{ peer: '10.7.0.0/16' }, { CidrIp: '10.7.0.0/16' }];

    expect(set('Known', { peer: '10.8.0.0/16' })['Rule']).toEqual(own);
    expect(set('Known', null)['Rule']).toEqual(own);
    expect(Object.keys(set('Rule', null))).toEqual(['Vpc', 'Group', 'Known']);
    const changed = set('Rule', values);
    const { GroupId: _, ...properties } = own?.Properties ?? {};
    expect([...insideOf(changed), changed['Rule']?.Properties]).toContainEqual(
      expect.objectContaining({ ...properties, ...change }),
    );
  });
});

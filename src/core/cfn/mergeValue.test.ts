import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { call, type CommandCall } from '../commands';
import type { Document } from '../model/document';
import { documentAfter } from '../plans/plan';
import { exportTemplates } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { mergeValue } from './mergeValue';
import type { CfnValue } from './template';
import { templateText } from './templateText';

const text = `Parameters: { Block: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: !Ref Block }
        - { IpProtocol: '6', FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: '50', CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.0/8 }
`;
const ofParameter = { IpProtocol: 'tcp', FromPort: 81, ToPort: 81, CidrIp: { Ref: 'Block' } };
const byNumber = { IpProtocol: '6', FromPort: 80, ToPort: 80, CidrIp: '10.0.0.0/8' };
const notFollowed = { IpProtocol: '50', CidrIp: '10.0.0.0/8' };
const refused = { IpProtocol: 'tcp', CidrIp: '10.0.0.0/8' };
const dns = { IpProtocol: 'udp', FromPort: 53, ToPort: 53, CidrIp: '10.0.0.0/8' };

/** The rules that are written after one of them was changed in the diagram. */
function rulesAfter(row: string, values: Readonly<Record<string, unknown>> | null): CfnValue | undefined {
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  const commands = [call('setRow', { id: 'Web', field: 'inbound', row, values })];
  const edited = documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });
  const [first] = exportTemplates(catalog, edited);
  return first?.exported.template.Resources['Web']?.Properties?.['SecurityGroupIngress'];
}

describe('rules of a group that the diagram cannot state stay', () => {
  test('when one is added', () => {
    const https = { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' };

    expect(rulesAfter('new', https)).toEqual([
      ofParameter,
      byNumber,
      notFollowed,
      refused,
      dns,
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' },
    ]);
  });

  test('when another is changed', () => {
    expect(rulesAfter('rule-5', { fromPort: 54, toPort: 54 })).toEqual([
      ofParameter,
      byNumber,
      notFollowed,
      refused,
      { ...dns, FromPort: 54, ToPort: 54 },
    ]);
  });

  test('until they are changed themselves', () => {
    expect(rulesAfter('rule-4', { fromPort: 22, toPort: 22 })).toEqual([
      ofParameter,
      byNumber,
      notFollowed,
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '10.0.0.0/8' },
      dns,
    ]);
    expect(rulesAfter('rule-1', { peer: '10.1.0.0/16' })).toEqual([
      { ...ofParameter, CidrIp: '10.1.0.0/16' },
      byNumber,
      notFollowed,
      refused,
      dns,
    ]);
  });

  test('when another is removed', () => {
    expect(rulesAfter('rule-2', null)).toEqual([ofParameter, notFollowed, refused, dns]);
  });
});

const items = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
const item = (number: number, isStated: boolean) => ({
  FromPort: number,
  CidrIp: isStated ? '10.0.0.0/8' : { Ref: `P${number}` },
});

test('whatever is added or removed, the items that are not stated stay, in their order', () => {
  fc.assert(
    fc.property(items, items, items, (others, stated, wanted) => {
      const written = [
        ...others.map((each) => item(each, false)),
        ...stated.map((each) => item(each + 100, true)),
      ].sort((a, b) => (a.FromPort % 7) - (b.FromPort % 7));
      const before = written.filter(({ CidrIp }) => typeof CidrIp === 'string');
      // What is added stands last, as it does in the diagram.
      const numbers = new Set(before.map(({ FromPort }) => FromPort - 100));
      const after = [
        ...before.filter(({ FromPort }) => wanted.includes(FromPort - 100)),
        ...wanted.filter((each) => !numbers.has(each)).map((each) => item(each + 100, true)),
      ];

      const merged = mergeValue(written, before, after);

      const isOther = (each: (typeof written)[number]): boolean => typeof each.CidrIp !== 'string';
      // A merged list of objects is one.
      const result = merged as unknown as typeof written;
      expect(result.filter(isOther)).toEqual(written.filter(isOther));
      expect(
        result
          .filter((each) => !isOther(each))
          .map(({ FromPort }) => FromPort)
          .sort(),
      ).toEqual(after.map(({ FromPort }) => FromPort).sort());
    }),
  );
});

const byStage = `Parameters: { Stage: { Type: String, Default: dev } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !If [IsProd, 10.0.0.0/20, 10.0.0.0/24]
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: !If
        - IsProd
        - - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !GetAtt Vpc.CidrBlock } # office
          - !If [IsProd, !Ref AWS::NoValue, { IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/8 }]
`;

describe('of what a condition chooses, only what it has chosen changes', () => {
  const [dev, prod] = ['dev', 'prod'].map(
    (Stage) =>
      importTemplates(catalog, [{ name: 'net.yaml', text: byStage }], { parameters: { Stage } }).document,
  );
  const after = (document: Document | undefined, ...commands: readonly CommandCall[]): string => {
    if (document === undefined) throw new Error('expected a template that can be read');
    const edited = documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });
    const [first] = exportTemplates(catalog, edited);
    return first === undefined ? '' : templateText(first.exported.template, 'yaml').text;
  };
  const port = (row: string) =>
    call('setRow', { id: 'Web', field: 'inbound', row, values: { fromPort: 8443, toPort: 8443 } });

  test('a value', () => {
    const cidr = call('setProps', { id: 'Subnet', props: { cidr: '10.0.9.0/24' } });

    expect(after(dev, cidr)).toBe(byStage.replace('10.0.0.0/24', '10.0.9.0/24'));
    expect(after(prod, cidr)).toBe(byStage.replace('10.0.0.0/20', '10.0.9.0/24'));
  });

  test('an item of a list that is chosen', () => {
    expect(after(dev, port('rule-1'))).toBe(
      byStage.replace('443, ToPort: 443, CidrIp: !G', '8443, ToPort: 8443, CidrIp: !G'),
    );
    expect(after(prod, port('rule-1'))).toBe(
      byStage.replace('443, ToPort: 443, CidrIp: 0', '8443, ToPort: 8443, CidrIp: 0'),
    );
  });

  test('an item that is chosen itself', () => {
    expect(after(dev, port('rule-2'))).toBe(byStage.replaceAll('8080', '8443'));
  });
});

test('of what is not known to be chosen, all is given up when it changes', () => {
  const written = { 'Fn::If': ['Unknown', 1, 2] };

  expect(mergeValue(written, 2, 3, () => undefined)).toBe(3);
  expect(mergeValue(written, 2, 3, () => false)).toEqual({ 'Fn::If': ['Unknown', 1, 3] });
  expect(mergeValue(written, 2, undefined, () => false)).toEqual({
    'Fn::If': ['Unknown', 1, { Ref: 'AWS::NoValue' }],
  });
});

test('tags whose keys are expressions, or that conditions give, stay when the name changes', () => {
  const [name, renamed] = ['Vpc', 'Renamed'].map((Value) => [{ Key: 'Name', Value }]);
  const team = { Key: { 'Fn::Sub': 'team:${Env}' }, Value: { Ref: 'Team' } };
  const absent = { 'Fn::If': ['IsProd', { Key: 'Cost', Value: 'high' }, { Ref: 'AWS::NoValue' }] };
  const conditional = { 'Fn::If': ['IsProd', { Key: 'Name', Value: 'Prod' }, { Key: 'Name', Value: 'Vpc' }] };

  expect(mergeValue([team, absent], name, renamed, () => false)).toEqual([team, absent, ...(renamed ?? [])]);
  expect(mergeValue([team, conditional], name, renamed, () => false)).toEqual([
    team,
    { 'Fn::If': ['IsProd', { Key: 'Name', Value: 'Prod' }, { Key: 'Name', Value: 'Renamed' }] },
  ]);
});

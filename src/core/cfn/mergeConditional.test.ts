/**
 * Items of lists that are there, or are what they are, under a condition.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { call } from '../commands';
import { documentAfter } from '../plans/plan';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { mergeValue } from './mergeValue';
import type { CfnValue } from './template';
import { templateText } from './templateText';

const noValue: CfnValue = { Ref: 'AWS::NoValue' };
const when = (condition: string, then: CfnValue, otherwise: CfnValue): CfnValue => ({
  'Fn::If': [condition, then, otherwise],
});
const holds = (name: string): boolean | undefined => ({ Yes: true, No: false })[name];
const merged = (written: CfnValue, before: CfnValue | undefined, after: CfnValue | undefined) =>
  mergeValue(written, before, after, holds);

describe('an item that is deleted', () => {
  test('leaves what its condition gives when it is otherwise', () => {
    expect(merged([when('Yes', 'a', 'b'), 'c'], ['a', 'c'], ['c'])).toEqual([when('Yes', noValue, 'b'), 'c']);
    expect(merged(['c', when('No', 'a', 'b')], ['c', 'b'], ['c'])).toEqual(['c', when('No', 'a', noValue)]);
  });

  test('leaves it where it is the last one of its list', () => {
    expect(merged([when('Yes', 'a', 'b')], ['a'], undefined)).toEqual([when('Yes', noValue, 'b')]);
    expect(merged([when('Yes', 'a', 'b')], ['a'], [])).toEqual([when('Yes', noValue, 'b')]);
  });

  test('leaves nothing where there is nothing otherwise', () => {
    expect(merged([when('Yes', 'a', noValue), 'c'], ['a', 'c'], ['c'])).toEqual(['c']);
    expect(merged([when('Yes', 'a', noValue)], ['a'], undefined)).toBeUndefined();
  });

  test('leaves what the conditions within its branch give', () => {
    const written = when('Yes', when('No', 'a', 'b'), 'c');

    expect(merged([written], ['b'], [])).toEqual([when('Yes', when('No', 'a', noValue), 'c')]);
  });

  test('leaves it among items that are not there by their conditions, which stay too', () => {
    const absent = when('No', 'x', noValue);

    expect(merged([absent, when('Yes', 'a', 'b'), 'c'], ['a', 'c'], ['c'])).toEqual([
      absent,
      when('Yes', noValue, 'b'),
      'c',
    ]);
    expect(merged([absent, 'c'], ['c'], undefined)).toEqual([absent]);
  });

  test('leaves it beside one that is added', () => {
    expect(merged([when('Yes', 'a', 'b'), 'c'], ['a', 'c'], ['c', 'd', 'e'])).toEqual([
      when('Yes', noValue, 'b'),
      'c',
      'd',
      'e',
    ]);
  });

  test('is gone with all that was written of it where it is not known what was chosen', () => {
    expect(merged([when('Unknown', 'a', 'b'), 'c'], ['a', 'c'], ['c'])).toEqual(['c']);
  });
});

test('whatever is deleted, the list says what it said for the other value of each condition', () => {
  const item = fc.record({
    condition: fc.constantFrom('Yes', 'No', undefined),
    first: fc.integer(),
    otherwise: fc.option(fc.integer()),
    isKept: fc.boolean(),
  });
  /** The items that a list gives where the conditions are as they are, or all the other way round. */
  const given = (list: CfnValue | undefined, isAsItIs: boolean): readonly CfnValue[] =>
    ((list ?? []) as readonly CfnValue[])
      .map((each) => {
        const branches = (each as { readonly 'Fn::If'?: readonly CfnValue[] })['Fn::If'];
        if (branches === undefined) return each;
        return branches[(branches[0] === 'Yes') === isAsItIs ? 1 : 2] ?? null;
      })
      .filter((each) => JSON.stringify(each) !== JSON.stringify(noValue));

  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      const written = items.map(({ condition, first, otherwise }): CfnValue => {
        if (condition === undefined) return first;
        const branches = [first, otherwise ?? noValue] as const;
        return condition === 'Yes' ? when('Yes', ...branches) : when('No', branches[1], branches[0]);
      });
      const before = items.map(({ first }) => first);
      const after = items.filter(({ isKept }) => isKept).map(({ first }) => first);
      fc.pre(new Set(before).size === before.length && after.length < before.length);

      const list = merged(written, before, after);

      expect(given(list, true)).toEqual(after);
      expect(given(list, false)).toEqual(
        items.flatMap(({ condition, first, otherwise, isKept }) =>
          condition === undefined ? (isKept ? [first] : []) : (otherwise ?? []),
        ),
      );
    }),
  );
});

test('a security group that a condition gives an instance is taken off it for this value of the condition only', () => {
  const text = `Parameters: { Stage: { Type: String, Default: prod } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Strict: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: a } }
  Loose: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: b } }
  Common: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: c } }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      SubnetId: !Ref Subnet
      SecurityGroupIds:
        - !If [IsProd, !Ref Strict, !Ref Loose] # by stage
        - !Ref Common
`;
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  const commands = [call('setProps', { id: 'Web', props: { securityGroups: { Common: true } } })];
  const edited = documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });

  expect(templateText(exportTemplate(catalog, edited).template, 'yaml').text).toBe(
    text.replace('!Ref Strict, !Ref Loose', '!Ref AWS::NoValue, !Ref Loose'),
  );
});

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeOf } from '../source/nodeOf';
import { toValue, valueOf, type ObjectValue } from '../source/syntax';
import { withGlobals } from '../source/withGlobals';
import type { CfnValue } from '../template';
import { exceptGiven, inTheWay, withoutEntry } from './given';

/** What SAM makes of a function. */
function comesTo(given: ObjectValue, said: ObjectValue): CfnValue {
  const template: CfnValue = {
    Transform: 'AWS::Serverless-2016-10-31',
    Globals: { Function: given },
    Resources: { One: { Type: 'AWS::Serverless::Function', Properties: said } },
  };
  const one = valueOf(valueOf(withGlobals(nodeOf(template)), 'Resources'), 'One');
  const properties = valueOf(one, 'Properties');
  return properties === undefined ? {} : toValue(properties);
}

const given: ObjectValue = {
  Runtime: 'python3.13',
  VpcConfig: { SubnetIds: [{ Ref: 'A' }], SecurityGroupIds: [{ Ref: 'G' }] },
};

test('what is given need not be said, what is more or otherwise is', () => {
  const wanted = {
    Runtime: 'nodejs22.x',
    VpcConfig: { SubnetIds: [{ Ref: 'A' }, { Ref: 'B' }], SecurityGroupIds: [{ Ref: 'G' }] },
  };

  expect([...inTheWay(given, wanted)]).toEqual([]);
  expect(exceptGiven(given, wanted, {})).toEqual({
    Runtime: 'nodejs22.x',
    VpcConfig: { SubnetIds: [{ Ref: 'B' }] },
  });
});

test('in the way is a list that does not begin with what is given, and what is not wanted at all', () => {
  expect([...inTheWay(given, { ...given, VpcConfig: { SubnetIds: [{ Ref: 'B' }, { Ref: 'A' }] } })]).toEqual([
    ['VpcConfig', 'SubnetIds'],
    ['VpcConfig', 'SecurityGroupIds'],
  ]);
  expect([...inTheWay(given, { Runtime: 'python3.13' })]).toEqual([['VpcConfig']]);
});

test('an expression takes the place of all that is given', () => {
  const wanted = { Runtime: 'python3.13', VpcConfig: { 'Fn::If': ['C', { SubnetIds: [] }, {}] } };

  expect([...inTheWay(given, wanted)]).toEqual([]);
  expect(comesTo(given, exceptGiven(given, wanted, {}))).toEqual(wanted);
});

test('an object of which the last entry goes, goes with it', () => {
  const without = withoutEntry(withoutEntry(given, ['VpcConfig', 'SubnetIds']), [
    'VpcConfig',
    'SecurityGroupIds',
  ]);

  expect(without).toEqual({ Runtime: 'python3.13' });
});

const leaf = fc.oneof(fc.constantFrom('a', 'b'), fc.record({ Ref: fc.constantFrom('X', 'Y') }));
const key = fc.constantFrom('A', 'B', 'C');
const properties: fc.Arbitrary<ObjectValue> = fc.dictionary(
  key,
  fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(key, fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { minKeys: 1 }),
  ),
);

test('whatever is wanted of a function comes to be, without what is in the way', () => {
  fc.assert(
    fc.property(properties, properties, properties, (general, wanted, written) => {
      const left = [...inTheWay(general, wanted)].reduce<ObjectValue>(withoutEntry, general);

      expect([...inTheWay(left, wanted)]).toEqual([]);
      expect(comesTo(left, exceptGiven(left, wanted, written))).toEqual(wanted);
    }),
  );
});

test('what an author said stays in his words where nothing is changed', () => {
  fc.assert(
    fc.property(properties, properties, (general, written) => {
      // The test's own type of a value that is an object.
      const whole = comesTo(general, written) as ObjectValue;

      expect(exceptGiven(general, whole, written)).toEqual(written);
    }),
  );
});

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
import { expect, test } from 'vitest';
import { parseTemplate } from './parseTemplate';
import { toValue } from './syntax';
import { withGlobals } from './withGlobals';

const functions = (text: string): unknown => {
  const source = parseTemplate('t', text);
  if (!('root' in source)) throw new Error(source.message.en);
  return (toValue(withGlobals(source.root)) as Record<string, unknown>)['Resources'];
};

const globals = `Globals:
  Function:
    Runtime: python3.13
    VpcConfig: { SubnetIds: [a], SecurityGroupIds: [g] }
    Environment: { Variables: { A: one, B: two } }
`;
const resources = `Resources:
  Own:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, VpcConfig: { SubnetIds: [b] }, Environment: { Variables: { B: other } } }
  Bare: { Type: AWS::Serverless::Function }
  Computed: { Type: AWS::Serverless::Function, Properties: { VpcConfig: !If [A, {SubnetIds: [c]}, !Ref AWS::NoValue] } }
  Other: { Type: AWS::Lambda::Function, Properties: { Timeout: 3 } }
`;

test('what all functions of a SAM template have in common is put into each', () => {
  expect(functions(`Transform: AWS::Serverless-2016-10-31\n${globals}${resources}`)).toMatchObject({
    Own: {
      Properties: {
        Runtime: 'nodejs22.x',
        VpcConfig: { SubnetIds: ['a', 'b'], SecurityGroupIds: ['g'] },
        Environment: { Variables: { A: 'one', B: 'other' } },
      },
    },
    Bare: { Properties: { Runtime: 'python3.13', VpcConfig: { SubnetIds: ['a'] } } },
    Computed: { Properties: { Runtime: 'python3.13', VpcConfig: { 'Fn::If': ['A', {}, {}] } } },
    Other: { Properties: { Timeout: 3 } },
  });
});

test('without the transform, Globals mean nothing', () => {
  expect(functions(globals + resources)).toMatchObject({ Bare: { Type: 'AWS::Serverless::Function' } });
  expect(functions(globals + resources)).not.toMatchObject({ Bare: { Properties: {} } });
});

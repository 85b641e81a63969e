/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
import { expect, test } from 'vitest';
import { parseTemplate } from '../source/parseTemplate';
import { stackOf } from '../stack';
import type { Evaluated } from './evaluated';
import { createEvaluator, type Evaluator } from './evaluate';

const template = (expression: string): string => `
Parameters:
  Plain: {Type: String, Default: value}
  Count: {Type: Number, Default: 3}
  List: {Type: CommaDelimitedList, Default: 'a, b,c'}
  Given: {Type: String}
  Ami: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /some/path}
  VpcId: {Type: 'AWS::EC2::VPC::Id'}
Mappings:
  Map: {ap-northeast-1: {Block: 10.1.0.0/16}, other: {List: [x, y]}}
Conditions:
  Yes: !Equals [!Ref Plain, value]
  No: !Not [!Condition Yes]
  Perhaps: !Equals [!Ref Given, x]
  Both: !And [!Condition Yes, !Condition No]
  NoAnyway: !And [!Condition Perhaps, !Condition No]
  YesAnyway: !Or [!Condition Perhaps, !Condition Yes]
  Circle: !Not [!Condition Circle]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: !Ref Given}}
Outputs:
  X: {Value: ${expression}}
  Exported: {Value: !Ref Vpc, Export: {Name: !Sub '\${AWS::StackName}-Vpc'}}
`;

function evaluatorOf(expression: string, parameters: Record<string, string> = {}): Evaluator {
  const source = parseTemplate('net.yaml', template(expression));
  if (!('root' in source)) throw new Error(source.message.en);
  const evaluators: Evaluator[] = [];
  const evaluator = createEvaluator(stackOf('net.yaml', source), {
    region: 'ap-northeast-1',
    parameters,
    evaluators: () => evaluators,
    faulty: new Map(),
  });
  evaluators.push(evaluator);
  return evaluator;
}

function evaluate(expression: string, parameters: Record<string, string> = {}): unknown {
  const evaluator = evaluatorOf(expression, parameters);
  const output = evaluator.stack.outputs.get('X')?.value;
  const node = output?.is === 'map' ? output.entries.get('Value')?.value : undefined;
  return node === undefined ? 'no such output' : told(evaluator.evaluate(node));
}

function told(value: Evaluated): unknown {
  switch (value.is) {
    case 'text':
      return value.assumed === undefined ? value.text : { assumed: value.text };
    case 'list':
      return value.items.map(told);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, inner]) => [key, told(inner)]));
    case 'reference':
      return {
        to: value.attribute === undefined ? value.logicalId : `${value.logicalId}.${value.attribute}`,
      };
    case 'unknown':
      return { unknown: value.why.en };
    case 'absent':
      return 'absent';
  }
}

test.each([
  ['!Ref Plain', 'value'],
  ['!Ref Count', '3'],
  ['!Ref List', ['a', 'b', 'c']],
  ['!Ref Given', { unknown: 'parameter Given gives it when the stack is made' }],
  ['!Ref VpcId', { unknown: 'parameter VpcId gives it when the stack is made' }],
  ['!Ref Ami', { assumed: '{{resolve:ssm:/some/path}}' }],
  ['!Ref Vpc', { to: 'Vpc' }],
  ['!Ref AWS::Region', 'ap-northeast-1'],
  ['!Ref AWS::Partition', 'aws'],
  ['!Ref AWS::URLSuffix', 'amazonaws.com'],
  ['!Ref AWS::NoValue', 'absent'],
  ['!Ref AWS::StackName', { assumed: 'net' }],
  ['!Ref AWS::AccountId', { unknown: 'AWS::AccountId is known only in the account' }],
  ['!GetAtt Vpc.CidrBlock', '10.0.0.0/16'],
  ['{"Fn::GetAtt": "Vpc.CidrBlock"}', '10.0.0.0/16'],
  ['!GetAtt [Vpc, DefaultSecurityGroup]', { to: 'Vpc.DefaultSecurityGroup' }],
  ['!GetAtt Subnet.VpcId', { to: 'Vpc' }],
  ['!GetAtt Subnet.CidrBlock', { unknown: 'parameter Given gives it when the stack is made' }],
  ["!Sub 'a-${Plain}-${AWS::Region}-${!Plain}'", 'a-value-ap-northeast-1-${Plain}'],
  ["!Sub '${Vpc}'", { to: 'Vpc' }],
  ["!Sub '${Vpc.CidrBlock}'", '10.0.0.0/16'],
  ["!Sub ['${A}.${Plain}', {A: !Select [1, !Ref List]}]", 'b.value'],
  ["!Sub '${Vpc}/x'", { unknown: 'AWS gives the value of Vpc when the stack is made' }],
  ["!Join ['-', [a, !Ref Plain, b]]", 'a-value-b'],
  ["!Join [',', !Ref List]", 'a,b,c'],
  ["!Split ['.', a.b.c]", ['a', 'b', 'c']],
  ["!Select [2, !Split ['.', a.b.c]]", 'c'],
  ["!Select ['1', [x, y]]", 'y'],
  ['!Select [9, [x, y]]', { unknown: 'the list has 2 values and no number 9 (counted from 0)' }],
  ["!GetAZs ''", ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']],
  ['{"Fn::GetAZs": {Ref: AWS::Region}}', ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']],
  ["!Select [1, !GetAZs 'us-west-1']", 'us-west-1c'],
  ['{"Fn::GetAZs": null}', ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']],
  ['!FindInMap [Map, !Ref AWS::Region, Block]', '10.1.0.0/16'],
  ['!FindInMap [Map, other, List]', ['x', 'y']],
  ['!FindInMap [Map, nowhere, Block]', { unknown: 'mapping Map has no value for nowhere, Block' }],
  ['!FindInMap [Map, nowhere, Block, {DefaultValue: z}]', 'z'],
  ['!If [Yes, a, b]', 'a'],
  ['!If [No, a, b]', 'b'],
  ['!If [Perhaps, a, b]', { unknown: 'condition Perhaps decides, and it cannot be evaluated' }],
  ['!If [Perhaps, a, a]', 'a'],
  ['!If [Yes, !Ref AWS::NoValue, b]', 'absent'],
  ['[a, !If [No, b, !Ref AWS::NoValue], c]', ['a', 'c']],
  ['{"Fn::Base64": "日本"}', '5pel5pys'],
  ['{"Fn::Length": {Ref: List}}', '3'],
  ['!ImportValue net-Vpc', { to: 'Vpc' }],
  ['!ImportValue elsewhere', { unknown: 'another stack exports “elsewhere”' }],
  ['{"Fn::ImportValue": {"Fn::Sub": "${Given}-Vpc"}}', { to: 'Vpc' }],
  ['{"Fn::Transform": {Name: Include}}', { unknown: 'a macro gives it when the stack is made' }],
  ['!Cidr [10.0.0.0/16, 3, 8]', ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['!Cidr [10.0.0.0/24, 2, 4]', ['10.0.0.0/28', '10.0.0.16/28']],
  ["!Cidr ['2001:db8::/56', 2, 64]", ['2001:db8::/64', '2001:db8:0:1::/64']],
  ['!Cidr [10.0.0.0/24, 17, 4]', { unknown: '10.0.0.0/24 cannot be cut into 17 blocks with 4 host bits' }],
  ['!Cidr [10.0.0.0/24, 1, 9]', { unknown: '10.0.0.0/24 cannot be cut into 1 blocks with 9 host bits' }],
])('%s', (expression, expected) => {
  expect(evaluate(expression)).toEqual(expected);
});

test('a given value takes the place of a default, and fills a parameter without one', () => {
  expect(evaluate('!Ref Plain', { Plain: 'other' })).toBe('other');
  expect(evaluate('!If [Perhaps, a, b]', { Given: 'x' })).toBe('a');
  expect(evaluate('!Ref List', { List: 'p,q' })).toEqual(['p', 'q']);
});

test('what is certain wins over what is not known', () => {
  const evaluator = evaluatorOf('x');
  const condition = (name: string): boolean | undefined => evaluator.condition(name);

  expect(condition('Both')).toBe(false);
  expect(condition('Perhaps')).toBeUndefined();
  expect(condition('NoAnyway')).toBe(false);
  expect(condition('YesAnyway')).toBe(true);
  expect(condition('Circle')).toBeUndefined();
  expect(condition('Missing')).toBeUndefined();
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
import { expect, test } from 'vitest';
import { wrongParameters } from './constraints';
import { checkParameters } from './faults/checkParameters';
import { parseTemplate } from './source/parseTemplate';
import { stackOf, type Stack } from './stack';

const stack = (parameters: string): Stack => {
  const source = parseTemplate('net.yaml', `Parameters:\n${parameters}Resources: {}\n`);
  if (!('root' in source)) throw new Error(source.message.en);
  return stackOf('net.yaml', source);
};

const told = (definition: string, value: string): string | undefined => {
  const [wrong] = wrongParameters([stack(`  P: ${definition}\n`)], { P: value });
  return wrong?.message.en.replace(/^the parameter P cannot be “.*”: /s, '');
};

test.each<[string, string, string | undefined]>([
  ['{ Type: Number }', '10', undefined],
  ['{ Type: Number }', '-1.5e3', undefined],
  ['{ Type: Number }', '', 'it takes a number'],
  ['{ Type: Number }', '1,2', 'it takes a number'],
  ['{ Type: Number }', '0x10', 'it takes a number'],
  ['{ Type: Number, MinValue: 1, MaxValue: 3 }', '3', undefined],
  ['{ Type: Number, MinValue: 1, MaxValue: 3 }', '0', 'it must be at least 1'],
  ['{ Type: Number, MinValue: 1, MaxValue: "3" }', '3.5', 'it must be at most 3'],
  ['{ Type: Number, AllowedValues: [80, 443] }', '443.0', undefined],
  ['{ Type: Number, AllowedValues: [80, 443] }', '8080', 'it must be one of 80, 443'],
  ['{ Type: List<Number> }', '1, 2,3', undefined],
  ['{ Type: List<Number> }', '1,two', 'it takes numbers, separated by commas'],
  ['{ Type: String, AllowedValues: [dev, ""] }', '', undefined],
  ['{ Type: String, AllowedValues: [dev, ""] }', 'Dev', 'it must be one of dev, ""'],
  ['{ Type: String, AllowedValues: [yes, no] }', 'true', undefined],
  ['{ Type: String, AllowedValues: [yes, no] }', 'maybe', 'it must be one of yes, no'],
  ['{ Type: CommaDelimitedList, AllowedValues: [a, b] }', 'a, b,a', undefined],
  ['{ Type: CommaDelimitedList, AllowedValues: [a, b] }', 'a,c', 'each of its values must be one of a, b'],
  ['{ Type: String, AllowedPattern: "[a-z]+" }', 'abc', undefined],
  ['{ Type: String, AllowedPattern: "[a-z]+" }', 'abc1', 'it must match [a-z]+'],
  ['{ Type: CommaDelimitedList, AllowedPattern: "[a-z]+" }', 'a,1', 'each of its values must match [a-z]+'],
  ['{ Type: String, AllowedPattern: "(a++|b)" }', 'c', undefined],
  [
    '{ Type: String, AllowedPattern: "[a-z]+", ConstraintDescription: small letters }',
    'A',
    'it must match [a-z]+ (small letters)',
  ],
  ['{ Type: String, MinLength: 2, MaxLength: 3 }', '日本', undefined],
  ['{ Type: String, MinLength: 2, MaxLength: 3 }', 'a', 'it must have at least 2 characters'],
  ['{ Type: String, MaxLength: 1 }', 'ab', 'it must have at most 1 character'],
  ['{ Type: String, MaxValue: 1 }', '5', undefined],
  ['{ Type: Number, MaxLength: 1 }', '55', undefined],
  // Whether the account has it, nobody knows here.
  ['{ Type: "AWS::EC2::VPC::Id" }', 'anything', undefined],
  ['{ Type: "AWS::EC2::VPC::Id", AllowedValues: [vpc-1] }', 'vpc-2', 'it must be one of vpc-1'],
  [
    '{ Type: "List<AWS::EC2::Subnet::Id>", AllowedValues: [subnet-1, subnet-2] }',
    'subnet-2,subnet-1',
    undefined,
  ],
  // What is given is the name of the value.
  ['{ Type: "AWS::SSM::Parameter::Value<List<String>>" }', '/a/path', undefined],
  ['{ Type: "AWS::SSM::Parameter::Value<Number>", MaxValue: 1 }', '/a/path', undefined],
  ['{ Type: "AWS::SSM::Parameter::Name", AllowedValues: [/a] }', '/b', 'it must be one of /a'],
  ['{}', 'anything', undefined],
  ['nothing', 'anything', undefined],
  ['{ Type: String, AllowedValues: none, MinLength: [], AllowedPattern: {} }', 'a', undefined],
])('%s given “%s”: %s', (definition, value, allowed) => {
  expect(told(definition, value)).toBe(allowed);
});

test('a value is told of for every template that has the parameter', () => {
  const stacks = [stack('  P: { Type: Number }\n'), stack('  Q: { Type: String }\n  P: { Type: Number }\n')];

  const wrong = [...wrongParameters(stacks, { P: 'x', Q: 'x' })];

  expect(wrong.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['net.yaml', 2, 3],
    ['net.yaml', 3, 3],
  ]);
});

test('the value of a parameter that is not to be shown is not shown', () => {
  const secret = stack('  P: { Type: String, NoEcho: "true", MinLength: 8, Default: hunter2 }\n');

  const words = [...wrongParameters([secret], { P: 'pass' }), ...checkParameters(secret)].map(
    ({ message }) => `${message.en} ${message.ja}`,
  );

  expect(words).toHaveLength(2);
  expect(words.join(' ')).not.toMatch(/pass\W|hunter2/);
});

test('a default that its parameter does not take is a fault at the default', () => {
  const faulty = stack(`  Good: { Type: Number, Default: 2, MaxValue: 3 }
  Bad:
    Type: Number
    MaxValue: 3
    Default: 4
  List:
    Type: CommaDelimitedList
    AllowedValues: [a, b]
    Default: a,c
  Path:
    Type: AWS::SSM::Parameter::Value<String>
    Default: /a
  None: { Type: String, MinLength: 3 }
`);

  const faults = [...checkParameters(faulty)].map(
    ({ on, path, offset, message }) =>
      `${faulty.source.position(offset).line} ${on} ${path.join('.')} ${message.en}`,
  );

  expect(faults).toEqual([
    '6 Bad Parameters.Bad.Default the default “4” of the parameter Bad is not allowed: it must be at most 3',
    '10 List Parameters.List.Default the default “a,c” of the parameter List is not allowed: each of its values must be one of a, b',
  ]);
});

test('ten thousand expressions that take long are not matched one by one', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, index) =>
      `  P${index}: { Type: String, AllowedPattern: "(a|aa)+(a|aa)+b", Default: ${'a'.repeat(60)} }\n`,
  ).join('');

  expect([...checkParameters(stack(many))]).toEqual([]);
}, 10_000);

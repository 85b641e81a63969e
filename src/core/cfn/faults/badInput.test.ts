/** What people and damaged disks make of templates: each is told of where it stands, and nothing throws or hangs. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { importTemplates } from '../importTemplates';

const vpc = 'Resources:\n  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}\n';

/** Line, severity and message of everything that is wrong. */
function told(text: string): readonly string[] {
  const { findings, failure } = importTemplates(catalog, [{ name: 't.yaml', text }]);
  if (failure !== undefined) return [`${failure.line} failure ${failure.message.en}`];
  return findings.map(({ place, severity, message }) => `${place?.line} ${severity} ${message.en}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
describe('what is larger than CloudFormation takes is a warning, once', () => {
  const many = (count: number, entry: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => `  ${entry(index)}\n`).join('');
  const exact = (count: number): Readonly<Record<string, string>> => ({
    parameters: `Parameters:\n${many(count, (n) => `P${n}: {Type: String, Default: a}`)}${vpc}`,
    mappings: `Mappings:\n${many(count, (n) => `M${n}: {a: {b: c}}`)}${vpc}`,
    outputs: `Outputs:\n${many(count, (n) => `O${n}: {Value: !Ref V}`)}${vpc}`,
  });

  test.each(['parameters', 'mappings', 'outputs'])('201 %s, and not 200', (what) => {
    expect(told(exact(201)[what] ?? '')).toEqual([
      `1 warning the template has 201 ${what}; CloudFormation takes 200`,
    ]);
    expect(told(exact(200)[what] ?? '')).toEqual([]);
  });

  test('501 resources', () => {
    const text = `Resources:\n${many(501, (n) => `G${n}: {Type: AWS::EC2::InternetGateway}`)}`;

    expect(told(text)).toEqual(['1 warning the template has 501 resources; CloudFormation takes 500']);
  });

  test('a megabyte; from 51,200 bytes on it needs a bucket', () => {
    expect(told(`${vpc}#${'x'.repeat(1_000_000)}\n`)).toEqual([
      '1 warning the template has 1,000,078 bytes; CloudFormation takes 1 MB',
    ]);
    expect(told(`${vpc}#${'x'.repeat(51_200)}\n`)).toEqual([
      '1 advice the template has 51,278 bytes; above 51,200 it has to be deployed from an S3 bucket',
    ]);
    expect(told(`${vpc}#${'x'.repeat(51_000)}\n`)).toEqual([]);
  });

  test('names, descriptions, defaults and mappings', () => {
    expect(told(vpc.replace('V', 'V'.repeat(256)))).toEqual([
      '2 warning a name in Resources has 256 characters; CloudFormation takes 255',
    ]);
    expect(told(`Description: ${'説'.repeat(342)}\n${vpc}`)).toEqual([
      '1 warning the description has 1,026 bytes; CloudFormation takes 1,024',
    ]);
    expect(told(`Parameters:\n  P:\n    Type: String\n    Default: ${'x'.repeat(4097)}\n${vpc}`)).toEqual([
      '4 warning the default of the parameter P has 4,097 bytes; CloudFormation takes 4,096',
    ]);
    expect(told(`Mappings:\n  M:\n${many(201, (n) => `  k${n}: {a: b}`)}${vpc}`)).toEqual([
      '2 warning the mapping M has 201 keys; CloudFormation takes 200',
    ]);
  });
});

describe('what refers to itself', () => {
  const itself =
    "2 error V refers to itself; a resource's own name and attributes are not known before it is made";

  test.each([
    'CidrBlock: !Ref V',
    "CidrBlock: !Sub '${V}'",
    "CidrBlock: !Sub '${V.CidrBlock}'",
    'CidrBlock: !GetAtt V.CidrBlock',
  ])('in a property: %s', (property) => {
    expect(told(`Resources:\n  V: {Type: AWS::EC2::VPC, Properties: {${property}}}\n`)).toEqual([itself]);
  });

  test('by DependsOn', () => {
    expect(told(vpc.replace('Properties', 'DependsOn: V, Properties'))).toEqual([itself]);
  });

  test('by conditions', () => {
    expect(told(`Conditions: {A: !Not [!Condition A]}\n${vpc}`)).toEqual([
      '1 error the condition A depends on itself',
    ]);
    expect(
      told(
        `Conditions:\n  A: !Not [!Condition B]\n  B: !Or [!Condition C, !Condition C]\n  C: !Not [!Condition A]\n${vpc}`,
      ),
    ).toEqual(['4 error the conditions A → B → C → A depend on one another']);
  });

  test('by thousands of conditions in a row', () => {
    const row = Array.from(
      { length: 5000 },
      (_, n) => `  C${n}: !Not [!Condition C${(n + 1) % 5000}]\n`,
    ).join('');

    expect(told(`Conditions:\n${row}${vpc}`)).toContainEqual(
      expect.stringContaining('depend on one another'),
    );
  });
});

test.each([
  [
    'a condition that asks for a resource',
    `Conditions:\n  A: !Equals [!Ref V, x]\n${vpc}`,
    '2 error the condition A refers to the resource V; conditions are decided before resources are made, by parameters',
  ],
  [
    'a function in a mapping',
    `Mappings:\n  M: {a: {b: !Ref AWS::Region}}\n${vpc}`,
    '2 error M in Mappings uses Ref; functions have no place there',
  ],
  [
    'a function in a parameter',
    `Parameters:\n  A: {Type: String, Default: !Ref A}\n${vpc}`,
    '2 error A in Parameters uses Ref; functions have no place there',
  ],
  [
    'a parameter that is a text',
    `Parameters:\n  A: text\n${vpc}`,
    '2 error A in Parameters must be an object',
  ],
  [
    'a version that there is not',
    `AWSTemplateFormatVersion: 2011-01-01\n${vpc}`,
    '1 error AWSTemplateFormatVersion must be 2010-09-09, the only version there is',
  ],
  ['a description that is a list', `Description: [a]\n${vpc}`, '1 error Description must be a text'],
  ['metadata that is a text', `Metadata: x\n${vpc}`, '1 error Metadata must be an object'],
  ['rules that are a list', `Rules: [a]\n${vpc}`, '1 error Rules must be an object'],
  [
    'a name with a hyphen',
    vpc.replace('V:', 'My-Vpc:'),
    '2 error “My-Vpc” is no name for CloudFormation: in Resources, names are made of letters A–Z and digits',
  ],
  [
    'a misspelt function',
    vpc.replace('10.0.0.0/16', '!Reff X'),
    '2 error V uses “Reff”, which is no function of CloudFormation; did you mean “Ref”?',
  ],
  [
    'a misspelt long function',
    vpc.replace('10.0.0.0/16', '{"Fn::GettAtt": [X, Y]}'),
    '2 error V uses “GettAtt”, which is no function of CloudFormation; did you mean “GetAtt”?',
  ],
  [
    'a control character',
    vpc.replace('/16', '/16\u0007'),
    '2 error the control character U+0007 stands here, which CloudFormation does not take; the file may be damaged',
  ],
  [
    'bytes that are no UTF-8',
    `# \ufffd\n${vpc}`,
    '1 warning a character here could not be read; save the file as UTF-8',
  ],
])('%s is told of with its line', (_, text, message) => {
  expect(told(text)).toContain(message);
});

test('the functions of one’s own tools are none to judge', () => {
  expect(told(vpc.replace('10.0.0.0/16', '!stack_output vpc::Cidr'))).toEqual([]);
  expect(told(vpc.replace('10.0.0.0/16', '!Ref2 [x]'))).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createYamlPrinter, type YamlStyle } from './printYaml';
import { parseTemplate } from './source/parseTemplate';
import { toValue } from './source/syntax';
import type { CfnValue } from './template';

function printed(value: CfnValue, style?: YamlStyle): string {
  const printer = createYamlPrinter(style);
  printer.entry('X', value, '');
  return `${printer.lines.join('\n')}\n`;
}

function readBack(text: string): CfnValue | undefined {
  const parsed = parseTemplate('x.yaml', text);
  if (!('root' in parsed)) throw new Error(`${parsed.message.en}\n${text}`);
  const value = toValue(parsed.root);
  return typeof value === 'object' && value !== null && 'X' in value ? value.X : undefined;
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\r',
        '\t',
        ' ',
        '${',
        '}',
        "'",
        '"',
        '#',
        ': ',
        '- ',
        '!',
        '&',
        '*',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\\',
        '\u2028',
        '\u0085',
        '\ufeff',
        '\ud800',
        'é',
        '日本',
        'a',
        '0',
        ',',
        '[',
        '{',
        '~',
        '=',
        '<<',
        'null',
        'no',
        '1e3',
        '0o7',
        '---',
        '...',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'true',
    'null',
    '~',
    '',
    '-',
    '.',
    '012',
    '1_000',
    '0x1F',
    '1:30',
    '2010-09-09',
    '::/0',
    '0.0.0.0/0',
    '-1',
    '1.',
    '.5',
    '+1',
    '.inf',
    '.NaN',
    '=',
    '<<',
    '*',
    '&a',
    '!Ref',
    '!Sub x',
    '{{resolve:ssm:x}}',
    '2001:db8::/32',
    'a: b',
    'a #b',
    'a:',
    '#a',
    ' a',
    'a ',
    '\ta',
    'AWS::EC2::VPC',
    '${A}',
  ),
);

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(readBack(printed(text))).toBe(text);
    }),
    { numRuns: 800 },
  );
}, 60_000);

test('any text means the same to a reader of YAML 1.1, as CloudFormation is, and of YAML 1.2', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (const version of ['1.1', '1.2'] as const)
        expect(parse(printed(text), { version, schema: version === '1.1' ? 'yaml-1.1' : 'core' })).toEqual({
          X: text,
        });
    }),
    { numRuns: 400 },
  );
}, 60_000);

const call = (name: string, argument: CfnValue): CfnValue => ({ [name]: argument });

const { value } = fc.letrec<{ value: CfnValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nasty,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(nasty, tie('value'), { maxKeys: 4 }),
    fc
      .tuple(
        fc.constantFrom(
          'Ref',
          'Condition',
          'Fn::Sub',
          'Fn::GetAtt',
          'Fn::Join',
          'Fn::If',
          'Fn::GetAZs',
          'Fn::Base64',
          'Fn::Unknown',
          'Fn::Select',
        ),
        tie('value'),
      )
      .map(([name, argument]) => call(name, argument)),
    fc.tuple(nasty, nasty).map((parts) => call('Fn::GetAtt', parts)),
  ),
}));

test('any value comes back as it was, functions within functions included', () => {
  fc.assert(
    fc.property(value, (each) => {
      // Nothing behind GetAZs is read as the present Region, which is written as an empty text.
      fc.pre(!JSON.stringify(each).includes('"Fn::GetAZs":null'));
      expect(readBack(printed(each))).toEqual(each);
    }),
    { numRuns: 800 },
  );
}, 60_000);

test('a key of thousands of letters comes back', () => {
  const each = { ['k'.repeat(3000)]: { a: [1] } };

  expect(readBack(printed(each))).toEqual(each);
});

test('functions are written in their short form, the outer of two in its long one', () => {
  const text = printed({
    A: { Ref: 'Vpc' },
    B: { 'Fn::GetAtt': ['Eip', 'AllocationId'] },
    C: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
    D: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho ${AWS::Region}\n' } },
    E: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3' },
    F: { 'Fn::Select': [0, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] },
    G: ['yes', '012', '10.0.0.0/16', 'it’s', "it's: so", -1],
  });

  expect(text).toBe(`X:
  A: !Ref Vpc
  B: !GetAtt Eip.AllocationId
  C: !Select [0, !GetAZs '']
  D:
    Fn::Base64: !Sub |
      #!/bin/bash
      echo \${AWS::Region}
  E: !Sub com.amazonaws.\${AWS::Region}.s3
  F: !Select
    - 0
    - Fn::GetAZs: !Ref AWS::Region
  G:
    - 'yes'
    - '012'
    - 10.0.0.0/16
    - 'it’s'
    - 'it''s: so'
    - -1
`);
});

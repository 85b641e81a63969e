import { expect, test } from 'vitest';
import { parseTemplate } from './parseTemplate';
import { toValue } from './syntax';

/** As a command line shows it: the place, where there is one, before what is wrong. */
const failure = (text: string, file = 't.yaml'): string => {
  const parsed = parseTemplate(file, text);
  if ('root' in parsed) return 'parsed';
  const { line, column, message } = parsed;
  return `${[parsed.file, line, column].filter((each) => each !== undefined).join(':')}: ${message.en}`;
};

const value = (text: string): unknown => {
  const parsed = parseTemplate('t', text);
  if (!('root' in parsed)) throw new Error(parsed.message.en);
  return toValue(parsed.root);
};

test('a file of 20 MB is refused in one message that says how large it may be', () => {
  expect(failure('a'.repeat(20_000_000))).toBe(
    't.yaml: the file is too large (20.0 MB): CloudFormation takes templates of 1 MB, this program of 5 MB; split it into several',
  );
});

test('an empty file says so', () => {
  expect(failure(' \n')).toBe('t.yaml: the file is empty');
});

test('a tab in the indentation is named, with its place', () => {
  expect(failure('Resources:\n\tVpc:\n')).toMatch(/^t\.yaml:2:1: a tab is used to indent/);
});

test('entries that do not stand below one another are named', () => {
  expect(failure('Resources:\n  Vpc:\n    Type: x\n   Other: y\n')).toMatch(/^t\.yaml:4:\d: .*indent/);
});

test('a bracket or quotation mark that is not closed is named', () => {
  expect(failure('A: [1, 2\nB: 3\n')).toMatch(/^t\.yaml:2:1: /);
  expect(failure('A: "text\nB: 3\n')).toMatch(/not closed/);
});

test('two functions in a row are named', () => {
  expect(failure('A: !Base64 !Sub x\n')).toMatch(/^t\.yaml:1:12: two functions in short form/);
});

test('a lone asterisk is told to be put in quotation marks', () => {
  expect(failure('Resource: *\n')).toMatch(/^t\.yaml:1:11: “\*” begins an alias/);
  expect(failure('Resource: *any\n')).toMatch(/“\*any” is an alias of YAML and nothing is anchored/);
});

test('several documents in one file are refused', () => {
  expect(failure('a: 1\n---\nb: 2\n')).toMatch(/several YAML documents/);
});

test('comments in JSON are refused plainly', () => {
  expect(failure('{\n  // a comment\n  "Resources": {}\n}', 't.json')).toMatch(
    /^t\.json:2:3: JSON has no comments/,
  );
  expect(failure('/* a comment */ {"Resources": {}}', 't.json')).toMatch(/JSON has no comments/);
});

test('faults of JSON say what stands where what is needed', () => {
  expect(failure('{"a": 1,}')).toBe('t.yaml:1:9: “}” stands where the JSON needs a key in quotation marks');
  expect(failure('{"a" 1}')).toMatch(/needs a colon/);
  expect(failure('{"a": 1 "b": 2}')).toMatch(/needs a comma or “}”/);
  expect(failure('{"a": [1, 2')).toMatch(/ends too early/);
  expect(failure('{"a": "b')).toMatch(/closing quotation mark/);
  expect(failure('{"a": tru}')).toMatch(/needs a value/);
});

test('aliases that unfold to a million values are refused in no time', () => {
  const lines = ['a0: &a0 [1,1,1,1,1,1,1,1,1,1]'];
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    );

  expect(failure(lines.join('\n'))).toMatch(/^t\.yaml:\d+:\d+: the aliases of this YAML unfold/);
});

test('an alias inside what it refers to is refused', () => {
  expect(failure('a: &a\n  b: *a\n')).toMatch(/^t\.yaml:2:6: the alias “\*a” stands inside/);
});

test('nesting without end is refused', () => {
  expect(failure('['.repeat(5000))).not.toBe('parsed');
  expect(failure(`{"a":${'['.repeat(5000)}`)).toMatch(/deeper than 200/);
  expect(failure(`${'- '.repeat(1000)}x`)).toMatch(/nested/);
});

test('short and long forms are the same', () => {
  expect(value('A: !Ref B')).toEqual({ A: { Ref: 'B' } });
  expect(value('A: !GetAtt B.C.D')).toEqual({ A: { 'Fn::GetAtt': ['B', 'C.D'] } });
  expect(value('A: !GetAtt [B, C]')).toEqual({ A: { 'Fn::GetAtt': ['B', 'C'] } });
  expect(value('A: !Select [0, !GetAZs ""]')).toEqual({ A: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } });
  expect(value('A: !Condition B')).toEqual({ A: { Condition: 'B' } });
});

test('unquoted texts are what they look like, and lose no digit', () => {
  expect(
    value('[1, -2, 1.5, true, False, ~, null, yes, 012345678901, 1e3, 2010-09-09, 0x10, 1_000]'),
  ).toEqual([
    1,
    -2,
    1.5,
    true,
    false,
    null,
    null,
    true,
    '012345678901',
    '1e3',
    '2010-09-09',
    '0x10',
    '1_000',
  ]);
  expect(value('["1", \'true\']')).toEqual(['1', 'true']);
});

test('merged objects give way to the keys of the object itself', () => {
  expect(value('a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}')).toMatchObject({ b: { x: 1, y: 3 } });
});

test('keys that are special to JavaScript are only keys', () => {
  expect(Object.keys(value('__proto__: {a: 1}\nconstructor: 2') as object)).toEqual([
    '__proto__',
    'constructor',
  ]);
  expect(Object.keys(value('{"__proto__": {"a": 1}}') as object)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

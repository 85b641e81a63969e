/**
 * What each text comes to is what PyYAML and cfn-lint's loader make of it, which read YAML 1.1 as CloudFormation does.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
import { expect, test } from 'vitest';
import { parseTemplate } from './parseTemplate';
import { toValue, type SyntaxNode } from './syntax';

const read = (text: string): SyntaxNode => {
  const parsed = parseTemplate('net.yaml', text);
  if (!('root' in parsed)) throw new Error(`${parsed.line}:${parsed.column}: ${parsed.message.en}`);
  return parsed.root;
};

test.each<[string, unknown]>([
  ['A: !Join [-, [a, b]]', { 'Fn::Join': ['-', ['a', 'b']] }],
  ['A: [-]', ['-']],
  ['A: [a,-,b]', ['a', '-', 'b']],
  ['A: {a: -, b: -}', { a: '-', b: '-' }],
  ['A: [--, -a, -1, a-, "-", \'-\']', ['--', '-a', -1, 'a-', '-', '-']],
  ['A: ["a [-] b", b] # [-]', ['a [-] b', 'b']],
  ['A: !Join [=, [a, b]]', { 'Fn::Join': ['=', ['a', 'b']] }],
  ['A: !Join [/, [a, b]]', { 'Fn::Join': ['/', ['a', 'b']] }],
  ['A: !Join [., [a, b]]', { 'Fn::Join': ['.', ['a', 'b']] }],
])('a mark that stands alone inside brackets is a text: %s', (text, value) => {
  expect(toValue(read(text))).toEqual({ A: value });
});

test.each<[string, unknown]>([
  ['A: [\na,\nb\n]\n', ['a', 'b']],
  ['A: {\na: b,\n# a comment, and [ no bracket\nc: d\n}\n', { a: 'b', c: 'd' }],
  ['A:\n  B: [\n  !Ref C,\n  -\n,d ]\n', undefined],
  ['A: [a,\n\tb]\n', ['a', 'b']],
  ['A: "a\nb\n\n\tc"\n', 'a b\nc'],
  ["A: 'it''s\nit'\n", "it's it"],
  ['A: "a \\\n  b\\"\nc"\n', 'a b" c'],
  ['A: !Sub "x\ny"\n', { 'Fn::Sub': 'x y' }],
  ['A: [!GetAtt B.C,\n!Ref D]\n', [{ 'Fn::GetAtt': ['B', 'C'] }, { Ref: 'D' }]],
  ['A: {"a":"b\nc",\n"d": [\n]}\n', { a: 'b c', d: [] }],
])('brackets and quotation marks may go on at any column: %j', (text, value) => {
  if (value === undefined) expect(() => read(text)).toThrow();
  else expect(toValue(read(text))).toEqual({ A: value });
});

test('what stands around such brackets is read as it would be without them', () => {
  const text = `A:
  - B: |
      it's [ not
       closed "
    C: it's a [plain] text
  - D: >-
      {
    E: [
  'x', # it's
y: z
    ]
F: "a
b"
G: &g {}
`;

  expect(toValue(read(text))).toEqual({
    A: [
      { B: 'it\'s [ not\n closed "\n', C: "it's a [plain] text" },
      { D: '{', E: ['x', { y: 'z' }] },
    ],
    F: 'a b',
    G: {},
  });
});

test('every key and value is found in the text as its author wrote it', () => {
  const text = `Resources:
  One: [
  a1, "a2", !Ref a3,
 -, { k4: a5,
k6: [ a7
  ] } ]
  Two: "b1"
  Three:
    - 'c1
c2'
    - c3
`;

  const found: [string, string][] = [];
  const walk = (node: SyntaxNode): void => {
    if (node.is === 'scalar') found.push([node.text, text.slice(node.start, node.end)]);
    else if (node.is === 'list') node.items.forEach(walk);
    else
      for (const [key, { keyStart, keyEnd, value }] of node.entries) {
        if (key !== 'Ref') found.push([key, text.slice(keyStart, keyEnd)]);
        walk(value);
      }
  };
  walk(read(text));

  expect(found.map(([value, written]) => [value, written.replace(/^(["'])(.*)\1$/s, '$2')])).toEqual(
    found.map(([value]) => [value, value === 'c1 c2' ? 'c1\nc2' : value]),
  );
  expect(found.map(([value]) => value)).toEqual(
    expect.arrayContaining(['One', 'a1', 'a3', '-', 'k4', 'a7', 'Two', 'b1', 'Three', 'c1 c2', 'c3']),
  );
});

test.each([
  ['A: [1, 2\nB: 3\n', '2:1: '],
  ['A: "text\nB: 3\n', '3:1: something is not closed'],
  ['A: [ - , a ]\n', '1:6: a dash inside brackets begins no item'],
  ['A: [ - a ]\n', '1:6: a dash inside brackets begins no item'],
  ['A: [-, a]\nB:\n\tC: d\n', '3:1: a tab is used to indent'],
  ['A: [:, a]\n', '1:5: there is no key before the colon'],
  ['A: !Join [:, [a, b]]\n', '1:11: there is no key before the colon'],
  ['- : b\n', '1:3: there is no key before the colon'],
  ['A: !Select [0, !GetAZs]\n', '1:16: a space is missing between !GetAZs and the bracket'],
  ['A: !Join [@, [a, b]]\n', '1:11: a text cannot begin with this character'],
  ['A: !Join [*, [a, b]]\n', '1:11: “*” begins an alias'],
  ['A: %a\n', '1:4: a text cannot begin with this character'],
  ['A: b: c\n', '1:4: '],
  ['A: "a" b\n', '1:8: '],
  ['A: a\nB\n', '2:1: '],
])('what CloudFormation refuses too is refused, at its place: %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('a long text that is no YAML is refused in no time', () => {
  expect(() => read(`A: ${'["a\n-,{'.repeat(100_000)}`)).toThrow();
  expect(() => read(`A: ["${'a\n'.repeat(100_000)}`)).toThrow();
}, 10_000);

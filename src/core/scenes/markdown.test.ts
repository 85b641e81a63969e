import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asCode, escapedMarkdown, inOneLine, markdownBlocks, plainText, type Block } from './markdown';

const plain = (value: string) => ({ as: 'text', text: value });

test('an empty line parts paragraphs, and a line break stays one', () => {
  expect(markdownBlocks('one\ntwo\n\nthree')).toEqual([
    { as: 'paragraph', spans: [plain('one'), { as: 'break' }, plain('two')] },
    { as: 'paragraph', spans: [plain('three')] },
  ]);
});

test('bold, italic and code are found, one in the other', () => {
  expect(markdownBlocks('a **b *c*** `d*e*`')).toEqual([
    {
      as: 'paragraph',
      spans: [
        plain('a '),
        { as: 'bold', spans: [plain('b '), { as: 'italic', spans: [plain('c')] }] },
        plain(' '),
        { as: 'code', text: 'd*e*' },
      ],
    },
  ]);
});

test('Japanese needs no spaces around bold words', () => {
  expect(markdownBlocks('この**経路**です')).toEqual([
    { as: 'paragraph', spans: [plain('この'), { as: 'bold', spans: [plain('経路')] }, plain('です')] },
  ]);
});

test('a list has an item for each mark, and an indented line goes on with it', () => {
  expect(markdownBlocks('- one\n  more\n- two\n1. first')).toEqual([
    {
      as: 'list',
      isNumbered: false,
      items: [[plain('one'), { as: 'break' }, plain('more')], [plain('two')]],
    },
    { as: 'list', isNumbered: true, items: [[plain('first')]] },
  ]);
});

test('a block of code keeps its lines as they are', () => {
  expect(markdownBlocks('```\na  **b**\n\n<i>\n```')).toEqual([{ as: 'code', text: 'a  **b**\n\n<i>' }]);
});

test('a link is its words and its address', () => {
  expect(markdownBlocks('see [AWS](https://aws.amazon.com/)')).toEqual([
    {
      as: 'paragraph',
      spans: [plain('see '), { as: 'link', text: 'AWS', address: 'https://aws.amazon.com/' }],
    },
  ]);
});

test.each([
  'enable_dns_support',
  '10.0.0.0/16 * 2',
  '<img src=x onerror=alert(1)>',
  '**',
  '[a](b c)',
  '2 * 3 * 4',
])('“%s” is text as it stands', (written) => {
  expect(markdownBlocks(written)).toEqual([{ as: 'paragraph', spans: [plain(written)] }]);
});

test('a backslash takes a mark its meaning', () => {
  expect(markdownBlocks('\\*a\\*')).toEqual([{ as: 'paragraph', spans: [plain('*a*')] }]);
});

test('where there is room for one line only, the marks are left out', () => {
  expect(inOneLine('# Path 1\n\n- a **route**\n- `10.0.0.0/16`')).toBe('Path 1 a route 10.0.0.0/16');
});

test('no text is lost and none is made up, whatever is typed', () => {
  const typed = fc.array(
    fc.constantFrom('a', '語', ' ', '*', '_', '`', '[', ']', '(', ')', '\\', '\n', '-', '#', '1. '),
  );
  fc.assert(
    fc.property(typed, (parts) => {
      const written = parts.join('');
      const letters = (value: string): string => value.replaceAll(/[^a語]/g, '');

      expect(letters(markdownBlocks(written).map(wordsOf).join(''))).toBe(letters(written));
    }),
  );
});

test('a name stands in a text as it is, whatever marks it has', () => {
  const name = fc
    .array(
      fc.constantFrom('a', '名', ' ', '*', '_', '`', '[', ']', '(', ')', '\\', '-', '#', '1', '.', '<', '&'),
    )
    .map((parts) => parts.join('').replaceAll(/ +/g, ' ').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(name, (text) => {
      expect(markdownBlocks(`a ${escapedMarkdown(text)} b`)).toEqual([
        { as: 'paragraph', spans: [{ as: 'text', text: `a ${text} b` }] },
      ]);
      expect(markdownBlocks(escapedMarkdown(text))).toEqual([
        { as: 'paragraph', spans: [{ as: 'text', text }] },
      ]);
      expect(markdownBlocks(`a ${asCode(text)}`)).toEqual([
        {
          as: 'paragraph',
          spans: [
            { as: 'text', text: 'a ' },
            { as: 'code', text },
          ],
        },
      ]);
    }),
  );
});

// Looked through once more for each mark, it would outlast the time that a test has.
test('a long text full of open marks is read in one go', () => {
  expect(markdownBlocks('*_`['.repeat(100_000))).toMatchObject([{ as: 'paragraph' }]);
});

function wordsOf(block: Block): string {
  if (block.as === 'code') return block.text;
  const spans = block.as === 'list' ? block.items.flat() : block.spans;
  return spans.map((span) => (span.as === 'link' ? span.text + span.address : plainText([span]))).join('');
}

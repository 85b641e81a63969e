/** What is printed is what `terraform fmt` would leave as it is. https://developer.hashicorp.com/terraform/language/style */
import { describe, expect, it } from 'vitest';
import { exampleTemplates } from '../../testing/provenTemplates';
import { terraformOf } from '../../testing/terraform/terraformOf';
import {
  address,
  call,
  choose,
  list,
  number,
  object,
  operation,
  template,
  text,
  truth,
  type Hcl,
  type HclItem,
} from './hcl';
import { printFile } from './printHcl';

const set = (name: string, value: Hcl): HclItem => ({ is: 'attribute', name, value });
const block = (type: string, labels: readonly string[], body: readonly HclItem[]): HclItem => ({
  is: 'block',
  type,
  labels,
  body,
});
const print = (value: Hcl): string => printFile([set('x', value)]).slice('x = '.length, -1);

describe('blocks', () => {
  it('stand apart, their arguments aligned, and arguments of the language apart from those of the resource', () => {
    const body = [
      set('count', number(1)),
      set('cidr_block', text('10.0.0.0/16')),
      set('a', truth(true)),
      set(
        'tags',
        object([
          ['Name', text('x')],
          ['Team name', text('y')],
        ]),
      ),
      set('b', number(2)),
      set('depends_on', list([address('aws_vpc.other')])),
      block('inner', [], [set('c', number(3))]),
      block('inner', [], []),
    ];

    expect(
      printFile([block('resource', ['aws_vpc', 'main'], body), block('data', ['aws_region', 'current'], [])]),
    ).toBe(
      `resource "aws_vpc" "main" {
  count = 1

  cidr_block = "10.0.0.0/16"
  a          = true
  tags = {
    Name        = "x"
    "Team name" = "y"
  }
  b = 2

  depends_on = [aws_vpc.other]

  inner {
    c = 3
  }

  inner {}
}

data "aws_region" "current" {}
`,
    );
  });

  it('have comments of one line', () => {
    expect(printFile([{ is: 'comment', text: 'one\n}\ntwo */' }, set('a', number(1))])).toBe(
      '# one } two * /\na = 1\n',
    );
  });
});

describe('values', () => {
  it('stand on one line where that fits', () => {
    expect(print(list([text('a'), number(1), truth(false), { is: 'null' }]))).toBe('["a", 1, false, null]');
    expect(print(list(Array.from({ length: 9 }, () => text('0123456789'))))).toMatch(
      /^\[\n(?: {2}"0123456789",\n){9}\]$/,
    );
    expect(print(object([]))).toBe('{}');
  });

  it('have parentheses where they would be read otherwise', () => {
    const [a, b, c] = [address('local.a'), address('local.b'), address('local.c')];

    expect(print(operation('&&', operation('||', a, b), c))).toBe('(local.a || local.b) && local.c');
    expect(print({ is: 'not', of: operation('==', a, b) })).toBe('!(local.a == local.b)');
    expect(print(choose(a, choose(b, number(1), number(2)), number(3)))).toBe(
      'local.a ? (local.b ? 1 : 2) : 3',
    );
    expect(print({ is: 'index', of: choose(a, b, c), at: number(0) })).toBe(
      '(local.a ? local.b : local.c)[0]',
    );
    expect(
      print(
        object([
          [a, text('x')],
          ['for', number(1)],
        ]),
      ),
    ).toBe('{\n  (local.a) = "x"\n  "for"     = 1\n}');
  });

  it('that are texts of several lines stand on several lines', () => {
    const script = template([text('#!/bin/sh\necho '), address('var.x'), text('\n\n  exit\n')]);

    expect(printFile([set('user_data', script), set('b', number(1))])).toBe(
      'user_data = <<-EOT\n  #!/bin/sh\n  echo ${var.x}\n\n    exit\nEOT\nb         = 1\n',
    );
    // What a heredoc cannot hold stands in quotes: no end, no beginning of a line, a tabulator, or its own mark.
    for (const each of ['a\nb', '  a\n  b\n', 'a\n\tb\n', 'a\nEOT\n', 'a\n \n'])
      expect(print(text(each))).toMatch(/^"/);
  });

  it('are numbers as people write them', () => {
    expect([0, -1, 0.5, 4_200_000_010, 1e21].map((each) => print(number(each)))).toEqual([
      '0',
      '-1',
      '0.5',
      '4200000010',
      '1000000000000000000000',
    ]);
  });

  it('within calls stand on lines of their own when they are tall', () => {
    const tall = object([['a', number(1)]]);

    expect(print(call('jsonencode', tall))).toBe('jsonencode({\n  a = 1\n})');
    expect(print(call('merge', tall, address('local.b')))).toBe('merge(\n  {\n    a = 1\n  },\n  local.b\n)');
  });
});

/** The rules of the formatter that a reader can check line by line. */
describe('the configuration of every example', () => {
  it.each([...exampleTemplates()])('of $name is formatted', ({ template: { others = {}, ...sections } }) => {
    const { main, variables, outputs } = terraformOf({ ...sections, ...others });
    const lines = `${variables}\n${main}\n${outputs}`.split('\n');

    for (const [index, line] of lines.entries()) {
      expect(line).toBe(line.trimEnd());
      expect(line).not.toContain('\t');
      const [name, next] = [assigned(line), assigned(lines[index + 1] ?? '')];
      if (name !== undefined && next !== undefined && name.indent === next.indent)
        expect(next.column).toBe(name.column);
    }
  });
});

/** Where the equals sign of an argument stands whose value is on the line. */
function assigned(line: string): { readonly indent: number; readonly column: number } | undefined {
  const [whole, indent = '', value = ''] = /^( *)(?:[\w-]+|"[^"]*") += (.*)$/.exec(line) ?? [];
  if (whole === undefined || /[[({]$/.test(value)) return undefined;
  return { indent: indent.length, column: whole.indexOf(' = ') };
}

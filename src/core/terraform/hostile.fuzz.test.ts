/** Names are hostile until proven otherwise: whatever they hold, they stay texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translationOf } from '../../awsTerraform';
import { hostileTemplate, hostileTexts } from '../../testing/hostileNames';
import { evaluatedConfiguration } from '../../testing/terraform/evaluatedConfiguration';
import { parsedConfiguration } from '../../testing/terraform/parsedConfiguration';
import { provenConfiguration, unresolved } from '../../testing/terraform/provenConfiguration';
import { readTemplate } from '../../testing/terraform/readExpression';
import { address, attributeOf, object, template, text, type Hcl, type HclItem } from './hcl';
import { printFile } from './printHcl';
import { terraformProject } from './project';

/** What tries to leave a text of HCL, beside what tries it everywhere. */
const ofHcl = [
  '${file("/etc/passwd")}',
  '%{ for x in [1] }x%{ endfor }',
  '$${x}',
  '$$${x}',
  '$$$${x}',
  '%%%{x}',
  '$',
  '%',
  '${',
  'EOT\nresource "aws_vpc" "pwned" {}\n',
  'a\nEOT\nresource "aws_vpc" "pwned" {}\n',
  '  indented\n  twice\n',
  'a\n\n  b\n',
  'a ${b}\n %{c}\nd\n',
  '"\n}\nresource "aws_vpc" "pwned" {}\n',
  '# comment\n// another\n/* and */\n',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', '$', '{', '}', '%', '\\', '\n', '\r', '\t', ' ', 'E', 'O', 'T', '\ud800', 'a'),
  }),
  fc.constantFrom(...hostileTexts, ...ofHcl),
);

/** HCL keeps texts in one form of Unicode, and has no half of a pair. */
const kept = (given: string): string => given.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC');

async function read(value: Hcl): Promise<unknown> {
  const attribute: HclItem = { is: 'attribute', name: 'value', value };
  const { outputs } = await parsedConfiguration(
    printFile([{ is: 'block', type: 'output', labels: ['x'], body: [attribute] }]),
  );
  expect(Object.keys(outputs)).toEqual(['x']);
  return outputs['x']?.['value'];
}

const literal = (given: unknown): unknown => {
  const tree = readTemplate(given as string);
  return tree.is === 'literal' ? String(tree.value) : tree;
};

describe('a text as a literal', () => {
  test('is that text, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (given) => {
        expect(literal(await read(text(given)))).toBe(kept(given));
      }),
      { numRuns: 1500 },
    );
  });

  test('is a key of its own, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (given) => {
        const [key, ...others] = Object.keys((await read(object([[given, text('x')]]))) as object);

        expect(others).toEqual([]);
        expect(literal(key)).toBe(kept(given));
      }),
      { numRuns: 700 },
    );
  });

  test('stands beside a value without becoming part of it', async () => {
    const value = attributeOf(address('var.x'), 'y', 'text');
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (before, behind) => {
        // The parser puts a mark that is a value of its own and the value behind it together, so that they look like an escape.
        fc.pre(!/[$%]$/.test(before));
        const tree = readTemplate((await read(template([text(before), value, text(behind)]))) as string);
        const parts = tree.is === 'template' ? tree.parts : [tree];

        expect(parts.map((part) => (part.is === 'literal' ? part.value : '\0')).join('')).toBe(
          `${kept(before)}\0${kept(behind)}`,
        );
      }),
      { numRuns: 700 },
    );
  });

  test('ends with a mark that does not touch the value behind it', () => {
    const lines = (given: string): string =>
      printFile([{ is: 'attribute', name: 'a', value: template([text(given), address('var.x')]) }]);

    expect(lines('costs $')).toBe('a = "costs ${"$"}${var.x}"\n');
    expect(lines('100%')).toBe('a = "100${"%"}${var.x}"\n');
    expect(lines('a\n$')).toBe('a = "a\\n${"$"}${var.x}"\n');
  });
});

describe('a template whose every text is hostile', () => {
  const all = [...hostileTexts, ...ofHcl].map((given, index) => [index, given] as const);

  test.each(all)('makes the same things, and nothing more: %i', async (_, given) => {
    const proven = await provenConfiguration(hostileTemplate(given));
    const { parsed } = proven;

    expect(unresolved(proven)).toEqual([]);
    expect(
      parsed.blocks
        .filter(({ isData }) => !isData)
        .map(({ address: path }) => path)
        .sort(),
    ).toEqual(['aws_instance.script', 'aws_subnet.subnet', 'aws_vpc.vpc']);
    const evaluated = evaluatedConfiguration(parsed, ([root]) =>
      root === 'data' ? '{{resolve:ssm:x}}' : undefined,
    );
    expect(evaluated.of(proven.blocksOf('Vpc')[0]?.body['tags'] ?? null)).toMatchObject({
      Name: kept(given),
    });
    expect(evaluated.of(parsed.variables['size']?.['default'] ?? null)).toBe(kept(given));
  });

  test.each(all)('makes as many when its names are, too: %i', async (_, given) => {
    const proven = await provenConfiguration(hostileTemplate(given, true));

    expect(unresolved(proven)).toEqual([]);
    expect(proven.parsed.blocks.filter(({ isData }) => !isData)).toHaveLength(3);
    for (const { address: path } of proven.parsed.blocks) expect(path).toMatch(/^[a-z0-9_.]+$/);
    for (const name of Object.keys(proven.parsed.variables)) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  test.each(all)('is a folder of files with harmless names: %i', (_, given) => {
    const named = (name: string) => ({ name, template: hostileTemplate(given, true) });

    const { files } = terraformProject([named(given), named(given)], translationOf, given);

    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { path } of files) expect(path).toMatch(/^[a-z0-9_]*\/?[a-z]+\.(?:tf|tfvars\.example)$/);
  });
});

/**
 * The proof that the code is right: the real compiler takes it under `strict`, and the real library makes the same
 * template of it as our own export is, for every example and for random designs of every kind.
 */
import { describe, expect, test } from 'vitest';
import { evaluatedTemplate } from '../../../testing/evaluatedTemplate';
import {
  exampleTemplates,
  randomTemplates,
  sectionsOf,
  type ProvenTemplate,
} from '../../../testing/provenTemplates';
import { synthesized, typeErrors } from '../../../testing/synthesized';
import { readStack } from '../stackProgram';
import { printStack } from './printStack';

const written: Record<string, string> = {};

async function expectSame({ name, template }: ProvenTemplate): Promise<void> {
  const code = printStack(readStack(template), 'NetworkStack');
  written[name.replace(/\W/g, '_')] = code;

  const made = evaluatedTemplate(await synthesized(code, 'NetworkStack'));

  expect(made).toEqual(evaluatedTemplate(sectionsOf(template)));
}

describe('the code of an example makes the template of the example', () => {
  test.each([...exampleTemplates()])('$name', expectSame);
});

describe('the code of a random design makes its template', () => {
  test.each(Array.from({ length: 200 }, (_, index) => index + 1))('of seed %i', async (seed) => {
    for (const proven of randomTemplates(seed)) await expectSame(proven);
  });
});

test('the compiler finds nothing wrong with any of it', () => {
  expect(Object.keys(written).length).toBeGreaterThan(200);
  expect(typeErrors(written)).toBe('');
}, 600_000);

test('the compiler and the library are asked indeed', async () => {
  const [first] = exampleTemplates();
  if (first === undefined) throw new Error('there are no examples');
  const code = printStack(readStack(first.template), 'NetworkStack');

  expect(typeErrors({ wrong: code.replace(/cidrBlock: '[^']*'/, 'cidrBlock: 7') })).toContain('TS2322');
  expect(
    evaluatedTemplate(
      await synthesized(code.replace(/cidrBlock: '[^']*'/, "cidrBlock: '9.9.9.0/24'"), 'NetworkStack'),
    ),
  ).not.toEqual(evaluatedTemplate(sectionsOf(first.template)));
}, 60_000);

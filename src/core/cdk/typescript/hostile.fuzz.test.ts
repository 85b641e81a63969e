/** Names are hostile until proven otherwise: whatever they hold, they stay texts. */
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatedTemplate } from '../../../testing/evaluatedTemplate';
import { hostileTemplate, hostileTexts } from '../../../testing/hostileNames';
import { sectionsOf } from '../../../testing/provenTemplates';
import { synthesized, typeErrors } from '../../../testing/synthesized';
import type { CfnTemplate } from '../../cfn/template';
import { readStack } from '../stackProgram';
import { objectKey, stringLiteral, templatePart } from './literals';
import { printStack } from './printStack';
import { typescriptProject } from './project';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '`', '$', '{', '}', '\\', '\n', '\r', '\u2028', '*', '/', '\ud800'),
  }),
  fc.constantFrom(...hostileTexts),
);

/** What JavaScript makes of a piece of code. */
const run = (code: string): unknown => runInThisContext(`(${code})`);

describe('a text as a literal', () => {
  test('is that text, and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(run(stringLiteral(text))).toBe(text);
        expect(run(`\`${templatePart(text)}\``)).toBe(text);
        expect(run(`\`a\${1 + 1}${templatePart(text)}\``)).toBe(`a2${text}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('is a key of its own, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(Object.entries(run(`{ ${objectKey(name)}: 1 }`) as object)).toEqual([[name, 1]]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a template whose every text is hostile', () => {
  test.each(hostileTexts.map((text, index) => [index, text] as const))(
    'makes the same template, and runs nothing: %i',
    async (_, text) => {
      const template = hostileTemplate(text);

      const made = evaluatedTemplate(await synthesized(codeOf(template), 'NetworkStack'));

      // The default of a parameter that looks like a mark of the library's gets a blank.
      if (!text.includes('{Token[')) expect(made).toEqual(evaluatedTemplate(sectionsOf(template)));
      expect(Object.keys(made.resources)).toContain('Thing');
      expect(Reflect.has(globalThis, 'pwned')).toBe(false);
    },
  );

  test.each(hostileTexts.map((text, index) => [index, text] as const))(
    'makes as many resources when its names are, too: %i',
    async (_, text) => {
      const { Resources } = await synthesized(codeOf(hostileTemplate(text, true)), 'NetworkStack');

      expect(Object.keys(Resources as object)).toHaveLength(4);
      expect(Reflect.has(globalThis, 'pwned')).toBe(false);
    },
  );

  test('compiles, as a stack and as a project', () => {
    const files: Record<string, string> = {};
    for (const [index, text] of hostileTexts.entries()) {
      files[`stack${index}`] = codeOf(hostileTemplate(text));
      const project = typescriptProject([{ name: text, template: hostileTemplate(text, true) }], text);
      for (const { path } of project.files) expect(path).toMatch(/^[a-z0-9./-]+$/i);
      files[`main${index}`] = project.main.text;
      const app = project.files.find(({ path }) => path === 'bin/app.ts')?.text ?? '';
      files[`app${index}`] = app
        .replace(/from '..\/lib\/[a-z0-9-]+'/, `from './main${index}.js'`)
        .replace('process.env.CDK_DEFAULT_ACCOUNT', 'undefined');
    }

    expect(typeErrors(files)).toBe('');
  }, 120_000);
});

function codeOf(template: CfnTemplate): string {
  return printStack(readStack(template), 'NetworkStack');
}

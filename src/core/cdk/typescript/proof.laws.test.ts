/**
 * The proof that the code is right: the real compiler takes it under `strict`, and the real library makes the same
 * template of it as our own export is, for every example and for random designs of every kind.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { evaluatedTemplate } from '../../../testing/evaluatedTemplate';
import { randomDesign } from '../../../testing/reference/randomDesign';
import { synthesized, typeErrors } from '../../../testing/synthesized';
import { fromSketch } from '../../catalog/fromSketch';
import { exportTemplates } from '../../cfn/exportTemplate';
import { importTemplates } from '../../cfn/importTemplates';
import type { CfnTemplate } from '../../cfn/template';
import type { Document } from '../../model/document';
import { sketch } from '../../model/sketch';
import { readDiagram } from '../../store/diagramFile';
import { readStack } from '../stackProgram';
import { printStack } from './printStack';

/** The template as one that the evaluator reads. */
function sections({ others, ...template }: CfnTemplate): Parameters<typeof evaluatedTemplate>[0] {
  return JSON.parse(JSON.stringify({ ...template, ...others })) as Parameters<typeof evaluatedTemplate>[0];
}

async function expectSame(template: CfnTemplate, code: string): Promise<void> {
  const made = evaluatedTemplate(await synthesized(code, 'NetworkStack'));

  expect(made).toEqual(evaluatedTemplate(sections(template)));
}

const codeOf = (template: CfnTemplate): string => printStack(readStack(template), 'NetworkStack');
const written: Record<string, string> = {};

function templatesOf(
  name: string,
  document: Document,
): { readonly name: string; readonly template: CfnTemplate }[] {
  return exportTemplates(catalog, document).map(({ exported: { template } }, index) => ({
    name: index === 0 ? name : `${name} ${index}`,
    template,
  }));
}

function readFolder(folder: string, ending: RegExp): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}

const diagrams = readFolder('examples', /\.vpcanvas\.json$/).flatMap(({ name, text }) => {
  const read = readDiagram(catalog, text);
  return 'failure' in read ? [] : templatesOf(name, read.document);
});
const templates = readFolder('examples', /(?<!vpcanvas)\.(?:ya?ml|json)$/).flatMap((file) => {
  const { document, failure } = importTemplates(catalog, [file]);
  // What can only be data for CloudFormation itself is left out with a remark.
  return failure !== undefined || file.name.endsWith('macros.yaml') ? [] : templatesOf(file.name, document);
});

describe('the code of an example makes the template of the example', () => {
  test.each([...diagrams, ...templates])('$name', async ({ name, template }) => {
    const code = codeOf(template);
    written[name.replace(/\W/g, '_')] = code;

    await expectSame(template, code);
  });
});

describe('the code of a random design makes its template', () => {
  test.each(Array.from({ length: 200 }, (_, index) => index + 1))('of seed %i', async (seed) => {
    const document = fromSketch(catalog, sketch(...randomDesign(seed).boxes));
    for (const { name, template } of templatesOf(`seed_${seed}`, document)) {
      const code = codeOf(template);
      written[name.replace(/\W/g, '_')] = code;

      await expectSame(template, code);
    }
  });
});

test('the compiler finds nothing wrong with any of it', () => {
  expect(Object.keys(written).length).toBeGreaterThan(200);
  expect(typeErrors(written)).toBe('');
}, 600_000);

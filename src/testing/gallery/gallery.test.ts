/** The files of `examples/` are written from the sketches beside this test: `UPDATE=1 npx vitest run src/testing/gallery`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { gallery } from '.';
import { catalog, rules } from '../../aws';
import { validate } from '../../core/rules/validate';
import { markdownBlocks } from '../../core/scenes/markdown';
import { faultsOf } from '../../core/scenes/shown';
import { readDiagram, writeDiagram } from '../../core/store/diagramFile';
import { documentOf, variantOf } from './example';

const files = gallery.flatMap((example) => [
  { path: `examples/${example.id}/${example.id}.vpcanvas.json`, document: documentOf(catalog, example) },
  ...example.variants.map((variant) => ({
    path: `examples/${example.id}/broken/${variant.id}.vpcanvas.json`,
    document: variantOf(catalog, example, variant),
  })),
]);

test.each(files)('$path is current', ({ path, document }) => {
  const text = writeDiagram(catalog, document);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  expect(readFileSync(path, 'utf8')).toBe(text);
});

test.each(files)('$path opens without a problem, as the same diagram', ({ path, document }) => {
  const read = readDiagram(catalog, readFileSync(path, 'utf8'));

  if ('failure' in read) throw new Error(read.failure.message.en);
  expect(read.problems).toEqual([]);
  // Where something stood when its template was read is not kept.
  const { asRead: _, ...opened } = read.document;
  const { asRead: __, ...drawn } = document;
  expect(opened).toEqual(drawn);
});

/** Said of the arrows and parts of a design, and not of what is wrong with it. */
const consequences = new Set([
  'flow-blocked',
  'flow-not-blocked',
  'scope-reaches-internet',
  'scope-not-as-expected',
]);

test.each(gallery)('$id draws no error, and every arrow does what is expected of it', (example) => {
  const document = documentOf(catalog, example);

  const { findings, traces } = validate(catalog, rules, document);

  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const flow of document.flows.values()) expect(traces.get(flow.id)?.verdict, flow.id).toBe(flow.expect);
});

const variants = gallery.flatMap((example) =>
  example.variants.map((variant) => ({ name: `${example.id}, ${variant.id}`, example, variant })),
);

test.each(variants)('the one fault of $name is named, and nothing else', ({ example, variant }) => {
  const document = variantOf(catalog, example, variant);

  const { findings } = validate(catalog, rules, document);

  const errors = findings.filter(({ severity, rule }) => severity === 'error' && !consequences.has(rule));
  expect(errors.map(({ rule, on }) => ({ rule, on: on[0] }))).toEqual([variant.fault]);
});

test.each(gallery)(
  '$id is presented in both languages alike, with notes, and nothing it shows is missing',
  (example) => {
    const document = documentOf(catalog, example);

    for (const scene of document.scenes.values()) {
      const of = `${example.id}: ${scene.title.en}`;
      const [en, ja] = [scene.text.en, scene.text.ja].map((text) => markdownBlocks(text).length);
      expect(ja, of).toBe(en);
      expect(scene.notes?.en, of).toBeTruthy();
      expect(scene.notes?.ja, of).toBeTruthy();
      for (const { block } of Object.values(scene.builds ?? {}))
        expect(block ?? 1, of).toBeLessThanOrEqual(en ?? 0);
      expect(faultsOf({ catalog }, document, scene), of).toEqual([]);
    }
    expect([...document.scenes.values()].some(({ asks }) => asks !== undefined)).toBe(true);
  },
);

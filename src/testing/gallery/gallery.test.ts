/** The files of `examples/` are written from the sketches beside this test: `UPDATE=1 npx vitest run src/testing/gallery`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { gallery } from '.';
import { catalog } from '../../aws';
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
  expect(read.document).toEqual(document);
});

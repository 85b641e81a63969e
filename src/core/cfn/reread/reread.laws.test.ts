/** The laws of edited texts, over the templates and diagrams of `examples` and over random designs. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { arbitraryDesign } from '../../../testing/designs';
import { shownText, textToEdit } from '../../../testing/editedText';
import { reopened } from '../../../testing/opened';
import type { Document } from '../../model/document';
import { readDiagram } from '../../store/diagramFile';
import { importTemplates } from '../importTemplates';

const folder = 'examples/templates';
const templates = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => ({
    name,
    format: name.endsWith('json') ? ('json' as const) : ('yaml' as const),
    document: importTemplates(catalog, [{ name, text: readFileSync(`${folder}/${name}`, 'utf8') }]).document,
  }));

const diagrams = ['dynamodb-private', 'no-nat', 'private-dns', 'privatelink', 'three-paths'].map((name) => {
  const read = readDiagram(catalog, readFileSync(`examples/${name}/${name}.vpcanvas.json`, 'utf8'));
  if ('failure' in read) throw new Error(read.failure.message.en);
  return { name, format: 'yaml' as const, document: read.document };
});

const all = [...templates, ...diagrams, ...diagrams.map((each) => ({ ...each, format: 'json' as const }))];

/** A change of the text that says nothing to CloudFormation. */
const touched = (text: string, format: 'yaml' | 'json'): string =>
  format === 'json' ? `${text}\n` : `${text}\n# looked through\n`;

describe.each(all)('$name as $format', ({ document, format }) => {
  test('is the very same diagram for the very same text', () => {
    const edited = textToEdit(document, format);

    expect(edited.after(edited.text)).toBe(document);
  });

  test('changes nothing that is drawn when the text comes to say the same in another way', () => {
    const edited = textToEdit(document, format);

    const after = edited.after(touched(edited.text, format));

    expect([...after.resources.keys()].sort()).toEqual([...document.resources.keys()].sort());
    expect(unplaced(after)).toEqual(unplaced(document));
    expect(after.flows).toBe(document.flows);
    expect(after.scenes).toBe(document.scenes);
    expect(after.scopes).toBe(document.scopes);
  });

  test('shows the text as it was typed, also when it comes back from its file', () => {
    const edited = textToEdit(document, format);
    const text = touched(edited.text, format);

    const after = edited.after(text);

    expect(shownText(after, format, edited.base.template)).toBe(text);
    expect(shownText(reopened(after), format, edited.base.template)).toBe(text);
  });
});

/** All that is seen of the resources, and not whence it came. */
function unplaced({ resources }: Document): unknown {
  return Object.fromEntries(
    [...resources.values()].map((resource) => [resource.id, { ...resource, provenance: undefined }]),
  );
}

test('a random design becomes a template’s diagram without a change', () => {
  fc.assert(
    fc.property(
      arbitraryDesign(catalog),
      fc.constantFrom('yaml' as const, 'json' as const),
      (design, format) => {
        const edited = textToEdit(design, format);
        const text = touched(edited.text, format);

        const after = edited.after(text);

        expect(unplaced(after)).toEqual(unplaced(design));
        expect(shownText(after, format, edited.base.template)).toBe(text);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

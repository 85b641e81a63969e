/** What we draw ourselves keeps the guidelines: the gallery, the start of a network, and what Tidy and "Lay out anew" make of templates. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { importTemplates } from '../cfn/importTemplates';
import { call } from '../commands';
import type { Placement } from '../commands/placeResources';
import { tidy } from '../layout/tidy';
import { tidyInPlace } from '../layout/tidyInPlace';
import type { Document, ResourceId } from '../model/document';
import { documentAfter } from '../plans/plan';
import { readDiagram } from '../store/diagramFile';
import { createChecker } from './mended';

/** Names are the author's, and are not shortened for them. */
const ofNames = new Set(['label-lines', 'label-abbreviations']);

const departuresOf = (document: Document) =>
  createChecker(catalog)
    .check(document)
    .found.filter(({ guideline }) => !ofNames.has(guideline))
    .map(({ guideline, message }) => `${guideline}: ${message.en}`);

test.each(gallery.map((example) => [example.id, example] as const))(
  'the example %s keeps them',
  (_, example) => {
    expect(createChecker(catalog).check(documentOf(catalog, example)).found).toEqual([]);
  },
);

test('the start of a network keeps them', () => {
  const read = readDiagram(catalog, readFileSync('src/ui/start/twoZones.vpcanvas.json', 'utf8'));

  if ('failure' in read) throw new Error(read.failure.message.en);
  expect(createChecker(catalog).check(read.document).found).toEqual([]);
});

const templates = readdirSync('examples/templates').filter((name) => /\.(ya?ml|json)$/.test(name));

describe.each(templates)('%s', (name) => {
  const text = readFileSync(`examples/templates/${name}`, 'utf8');
  const { document } = importTemplates(catalog, [{ name, text }]);

  test.each([
    ['as it is imported', (): Readonly<Record<ResourceId, Placement>> => ({})],
    ['when it is tidied', () => tidyInPlace(catalog, document, { container: null, isHeld: () => false })],
    ['when it is laid out anew', () => tidy(catalog, document, null)],
  ])('keeps them %s', (_, places) => {
    const title = { en: '', ja: '' };
    const laidOut = documentAfter({ catalog }, document, {
      title,
      commands: [call('placeResources', { places: places() })],
    });

    expect(departuresOf(laidOut)).toEqual([]);
  });
});

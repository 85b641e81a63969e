/** What mending may do, in diagrams of all sorts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDesign } from '../../testing/arbitraryDesign';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { exportTemplates } from '../cfn/exportTemplate';
import { templateText } from '../cfn/templateText';
import { fromSketch } from '../catalog/fromSketch';
import type { Document, Resource } from '../model/document';
import { documentAfter } from '../plans/plan';
import { guidelines } from './index';
import { createChecker, type Checked } from './mended';

/** Things close together, so that they are in one another's way. */
const crowded: fc.Arbitrary<Document> = fc
  .tuple(arbitraryDocument(catalog, 10), fc.integer({ min: 120, max: 700 }))
  .map(([document, room]) => ({
    ...document,
    resources: new Map(
      [...document.resources].map(([id, resource]) => [
        id,
        { ...resource, x: Math.abs(resource.x) % room, y: Math.abs(resource.y) % room },
      ]),
    ),
  }));

/** Designs whose boxes stand as a sketch leaves them: over one another. */
const design = arbitraryDesign.map((sketch) => fromSketch(catalog, sketch));

const documents = fc.oneof({ weight: 3, arbitrary: crowded }, { weight: 1, arbitrary: design });

const countOf = ({ found }: Checked, id: string) => found.filter(({ guideline }) => guideline === id).length;

/** What a template is made of, and all else that mending leaves alone. */
const meaning = ({ resources, flows, ...rest }: Document) => ({
  ...rest,
  flows: [...flows.values()].map((flow) => ({ ...flow, bends: {} })),
  resources: [...resources.values()].map((resource: Resource) =>
    catalog.kind(resource.kind).isAnnotation === true
      ? { id: resource.id, parentId: resource.parentId, order: resource.order }
      : { ...resource, x: 0, y: 0, w: 0, h: 0 },
  ),
});

describe('mending', () => {
  test('one departure makes fewer of its guideline and no more of any other', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const checker = createChecker(catalog);
        const before = checker.check(document);
        for (const found of before.found.slice(0, 4)) {
          const plan = checker.fixFor(before, found);
          if (plan === undefined) continue;

          const after = createChecker(catalog).check(documentAfter({ catalog }, document, plan));

          for (const { id } of guidelines)
            expect(countOf(after, id)).toBeLessThanOrEqual(
              countOf(before, id) - (id === found.guideline ? 1 : 0),
            );
        }
      }),
      { numRuns: 40 },
    );
  });

  test(
    'all of them leaves nothing that could be mended, and touches no meaning',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(documents, (document) => {
          const checker = createChecker(catalog);
          const before = checker.check(document);

          const all = checker.fixAll(before);

          if (all === undefined) return;
          const after = documentAfter({ catalog }, document, all.plan);
          const fresh = createChecker(catalog);
          const again = fresh.check(after);
          for (const { id } of guidelines)
            expect(countOf(again, id)).toBeLessThanOrEqual(countOf(before, id));
          expect(again.found.length).toBeLessThan(before.found.length);
          expect(fresh.fixAll(again)).toBeUndefined();
          expect(meaning(after)).toEqual(meaning(document));
          for (const [id, resource] of document.resources)
            if (resource.locked === true) expect(after.resources.get(id)).toEqual(resource);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('changes no template', { timeout: 60_000 }, () => {
    const textsOf = (document: Document) =>
      exportTemplates(catalog, document).map(({ exported }) => templateText(exported.template, 'yaml').text);
    fc.assert(
      fc.property(design, (document) => {
        const checker = createChecker(catalog);

        const all = checker.fixAll(checker.check(document));

        // Boxes that a sketch puts over one another are put apart.
        expect(all?.after.found.filter(({ guideline }) => guideline === 'boxes-apart')).toEqual([]);
        expect(textsOf(all?.after.document ?? document)).toEqual(textsOf(document));
      }),
      { numRuns: 10 },
    );
  });
});

/** Pictures say nothing to the network: whatever is drawn over a design, everything that is worked out from it stays the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { listPrices } from '../core/cost/prices';
import { diffOf } from '../core/diff/diff';
import { incrementalValidation } from '../core/incremental/validation';
import type { Document } from '../core/model/document';
import { matrixOf } from '../core/network/matrix/matrix';
import { validate } from '../core/rules/validate';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { withPictures } from '../testing/withPictures';
import type { ExportFormat } from './exportProtocol';
import { exportFormats } from './exportFormats';

const designAndPictured = arbitraryDesign
  .map((sketch) => fromSketch(catalog, sketch))
  .chain((design) => fc.tuple(fc.constant(design), withPictures(catalog, design)));

test('no verdict, no finding and no cell of the matrix changes by pictures', () => {
  fc.assert(
    fc.property(designAndPictured, ([design, pictured]) => {
      const before = validate(catalog, rules, design);
      const after = validate(catalog, rules, pictured);

      expect(withoutPlaces(after.findings)).toEqual(withoutPlaces(before.findings));
      expect(after.traces).toEqual(before.traces);
      expect(matrixOf(catalog, pictured)).toEqual(matrixOf(catalog, design));
    }),
    { numRuns: 40 },
  );
});

test('the editor, which works out only what changed, finds the same when pictures come and go', () => {
  fc.assert(
    fc.property(designAndPictured, ([design, pictured]) => {
      const running = incrementalValidation(catalog, rules);
      const findingsOf = (document: Document) => {
        running.update(document);
        // Fixes are sought one after the other while somebody waits.
        while (running.seekFixes());
        return running.findings().findings;
      };
      const before = findingsOf(design);
      const during = findingsOf(pictured);
      const after = findingsOf(design);

      expect(withoutPlaces(during)).toEqual(withoutPlaces(before));
      expect(after).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

/** Where a fix puts something new is free of what was drawn there, and after it; what it is says nothing of that. */
function withoutPlaces(findings: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify(findings, (key, value: unknown) =>
      ['x', 'y', 'order'].includes(key) && ['number', 'string'].includes(typeof value) ? undefined : value,
    ),
  );
}

/** What is for people to look at shows pictures. */
const lookedAt: readonly string[] = ['drawio', 'mermaid', 'markdown'];
const wanted = { language: 'en', prices: listPrices } as const;
const formats = (Object.keys(exportFormats) as readonly ExportFormat[]) // the record has every format
  .filter((format) => !lookedAt.includes(format));

test.each(formats)('not a byte of what is exported as %s changes by pictures', async (format) => {
  await fc.assert(
    fc.asyncProperty(designAndPictured, async ([design, pictured]) => {
      const before = await exportFormats[format](design, wanted);
      const after = await exportFormats[format](pictured, wanted);

      expect(after.files).toEqual(before.files);
      expect(after.remarks).toEqual(before.remarks);
    }),
    { numRuns: 15 },
  );
});

test('a diagram file keeps every picture as it was', () => {
  fc.assert(
    fc.property(designAndPictured, ([, pictured]) => {
      const read = readDiagram(catalog, writeDiagram(catalog, pictured));

      expect(read).toMatchObject({ problems: [] });
      // Of two with one key of order, a reader gives one another key.
      const kept = (document: Document) =>
        [...document.resources.values()]
          .map((resource) => ({ ...resource, order: '' }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect('document' in read ? kept(read.document) : []).toEqual(kept(pictured));
    }),
    { numRuns: 40 },
  );
});

test('drawing over a design opens and closes no connection', () => {
  fc.assert(
    fc.property(designAndPictured, ([design, pictured]) => {
      const { reach } = diffOf(catalog, design, pictured);

      expect([reach.flows, reach.pairs]).toEqual([[], []]);
    }),
    { numRuns: 10 },
  );
});

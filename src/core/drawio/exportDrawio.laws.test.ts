// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { drawioPages } from '../../testing/drawioFile';
import { drawn } from '../drawing/drawn';
import { contextOf } from '../rules/context';
import { exportDrawio } from './exportDrawio';

test('whatever is drawn is a sound draw.io file in which each thing on the canvas is once', () => {
  fc.assert(
    fc.property(
      arbitraryDocument(catalog),
      fc.constantFrom('en' as const, 'ja' as const),
      (document, language) => {
        const { text } = exportDrawio(catalog, document, language);
        const pages = drawioPages(text);

        expect(exportDrawio(catalog, document, language).text).toBe(text);
        expect(pages).toHaveLength(1 + document.scenes.size);
        const picture = drawn(catalog, document, contextOf(catalog, document).traces);
        for (const { cells } of pages) {
          for (const { id, parent, source, target, isEdge, geometry } of cells.values()) {
            if (id !== '0') expect(cells.has(parent ?? 'none')).toBe(true);
            if (isEdge)
              // A plain line connects nothing; an arrow always does.
              expect([cells.has(source ?? 'none'), cells.has(target ?? 'none')]).toEqual(
                id.startsWith('r-') ? [false, false] : [true, true],
              );
            expect(Object.values(geometry).every(Number.isFinite)).toBe(true);
          }
          const ids = [...cells.keys()];
          for (const id of picture.boxes.keys())
            expect(ids.filter((each) => each === `r-${id}`)).toHaveLength(1);
          for (const { id } of picture.flows) {
            const labels = [...cells.values()].filter(
              (each) => each.isEdge && each.id.startsWith(`f-${id}-`) && each.value !== '',
            );
            expect(labels).toHaveLength(1);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

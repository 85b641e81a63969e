import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDesign } from '../../testing/designs';
import { mergeDocuments } from '../store/mergeDocuments';
import type { Document } from '../model/document';
import { diffOf, isSameNetwork } from './diff';

const designs = arbitraryDesign(catalog);

/** The same design under other ids throughout, as if it had been drawn again. */
function underOtherIds(document: Document): Document {
  const twice = mergeDocuments(catalog, [document, document]);
  const only = <T>(both: ReadonlyMap<string, T>, own: ReadonlyMap<string, unknown>): ReadonlyMap<string, T> =>
    new Map([...both].filter(([id]) => !own.has(id)));
  return {
    ...twice,
    resources: only(twice.resources, document.resources),
    flows: only(twice.flows, document.flows),
  };
}

describe('the difference between two designs', () => {
  it('is none between a design and itself', () => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(isSameNetwork(diffOf(catalog, design, design))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is none where only ids, places and sizes are others', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const again = underOtherIds(design);
        const moved = new Map(
          [...again.resources].map(([id, each]) => [id, { ...each, x: each.x + 64, w: each.w + 32 }]),
        );
        const diff = diffOf(catalog, design, { ...again, resources: moved });
        expect(diff.resources).toEqual([]);
        expect(diff.reach.pairs).toEqual([]);
        expect(diff.reach.flows).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the other way round from the later design to the earlier one', () => {
    fc.assert(
      fc.property(designs, designs, (one, other) => {
        const [there, back] = [diffOf(catalog, one, other), diffOf(catalog, other, one)];
        const counts = ({ resources }: typeof there, what: string): number =>
          resources.filter(({ is }) => is === what).length;
        expect(counts(back, 'removed')).toBe(counts(there, 'added'));
        expect(counts(back, 'added')).toBe(counts(there, 'removed'));
        expect(counts(back, 'row-added')).toBe(counts(there, 'row-removed'));
        expect(counts(back, 'set')).toBe(counts(there, 'set'));
      }),
      { numRuns: 100 },
    );
  });

  it('speaks of resources of the two designs only, each in its own', () => {
    fc.assert(
      fc.property(designs, designs, (one, other) => {
        const { resources, after, ownId } = diffOf(catalog, one, other);
        for (const { is, id } of resources) {
          expect(one.resources.has(id)).toBe(is !== 'added');
          expect(after.resources.has(id)).toBe(is !== 'removed');
          if (is !== 'removed') expect(other.resources.has(ownId(id))).toBe(true);
        }
        expect(after.resources.size).toBe(other.resources.size);
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { changesBetween } from './changesBetween';
import type { Document } from './document';

enableMapSet();
enablePatches();

const applied = (document: Document, changes: readonly Patch[]): Document =>
  applyPatches(document, changes as Patch[]);

const withReading = arbitraryDocument(catalog).chain((document) =>
  fc.constantFrom<Document>(document, { ...document, asRead: { resources: document.resources } }),
);

test('the changes between two documents make the one of the other', () => {
  fc.assert(
    fc.property(withReading, withReading, (before, after) => {
      expect(applied(before, changesBetween(before, after))).toEqual(after);
    }),
    { numRuns: 100 },
  );
});

test('a document differs from itself, and from its copy, by nothing', () => {
  fc.assert(
    fc.property(withReading, (document) => {
      const copy = structuredClone(document) as Document;

      expect(changesBetween(document, document)).toEqual([]);
      expect(changesBetween(document, copy)).toEqual([]);
    }),
  );
});

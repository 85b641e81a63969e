import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryCalls } from '../../testing/arbitraryCalls';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import type { Document } from '../model/document';
import { readDiagram, writeDiagram } from '../store/diagramFile';
import { createStore } from '../store/store';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { applyCall, call, commands, runCommand } from './index';

const context = { catalog };

/** A document with some calls that a person, a fix or a script could make of it. */
const documentAndCalls = arbitraryDocument(catalog, 8).chain((document) =>
  fc.tuple(fc.constant(document), arbitraryCalls(catalog, document)),
);

describe('commands', () => {
  it('are all taken back by undo, to the very start, and done again by redo', () => {
    fc.assert(
      fc.property(documentAndCalls, ([document, calls]) => {
        const store = createStore(context, document);
        for (const { command, args } of calls) store.commit(command, args as never);
        const end = store.document;

        while (store.undoLabel !== undefined) store.undo();
        const start = store.document;
        while (store.redoLabel !== undefined) store.redo();

        expect(start).toEqual(document);
        expect(store.document).toEqual(end);
      }),
      { numRuns: 100 },
    );
  });

  it('leave every sound document sound, whatever ids they are given', () => {
    fc.assert(
      fc.property(documentAndCalls, ([document, calls]) => {
        for (const each of calls) {
          const after = runCommand(context, document, each);

          expect(faultsOf(after), JSON.stringify(each)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never change the document they are given', () => {
    fc.assert(
      fc.property(documentAndCalls, ([document, calls]) => {
        const before = writeDiagram(catalog, document);

        for (const each of calls) runCommand(context, document, each);

        expect(writeDiagram(catalog, document)).toBe(before);
      }),
    );
  });

  it('see what those before them in the same step have done', () => {
    const document = fromSketch(
      catalog,
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet'), box('route-table', 'Table'))),
    );

    const after = produce(document, (draft) => {
      applyCall(draft, call('setProps', { id: 'Subnet', props: { routeTable: 'Table' } }), context);
      applyCall(draft, call('deleteResources', { ids: ['Table'] }), context);
    });

    expect(after.resources.get('Subnet')?.props).toMatchObject({ routeTable: null });
  });

  it('are all among those that these tests make', () => {
    const made = new Set<string>();

    fc.assert(
      fc.property(documentAndCalls, ([, calls]) => {
        for (const { command } of calls) made.add(command);
      }),
      { numRuns: 100 },
    );

    expect([...made].sort()).toEqual(Object.keys(commands).sort());
  });
});

/** What the reader of diagram files would have to mend, and what would be lost by saving. */
function faultsOf(document: Document): readonly string[] {
  const read = readDiagram(catalog, writeDiagram(catalog, document));
  if ('failure' in read) return [read.failure.message.en];
  expect(withoutOrders(read.document)).toEqual(withoutOrders(document));
  return read.problems.map(({ message }) => message.en);
}

/** The caller of a command chooses ordering keys; the reader tells apart those that are the same. */
function withoutOrders(document: Document): object {
  const strip = <T extends { readonly order: string }>(records: ReadonlyMap<string, T>) =>
    new Map([...records].map(([id, record]) => [id, { ...record, order: '' }]));
  return {
    ...document,
    resources: strip(document.resources),
    flows: strip(document.flows),
    scenes: strip(document.scenes),
    scopes: strip(document.scopes),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { fromSketch } from '../catalog/fromSketch';
import type { Document } from '../model/document';
import { box, sketch } from '../model/sketch';
import { createStore } from '../store/store';
import { call, runCommand } from './index';

const context = { catalog };

describe('restoring a version', () => {
  it('gives the diagram of the version in all its parts, and one undo gives back the one before', () => {
    fc.assert(
      fc.property(arbitraryDocument(catalog), arbitraryDocument(catalog), (present, version) => {
        const store = createStore(context, present);

        store.commit('restoreDocument', { document: version });
        const restored = store.document;
        if (store.undoLabel !== undefined) store.undo();

        expect(restored).toEqual(version);
        expect(store.document).toEqual(present);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves alone what the version has as it is, so that it is not drawn again', () => {
    const present = fromSketch(catalog, sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet'))));
    const version = structuredClone(
      runCommand(context, present, call('renameResource', { id: 'Vpc', name: 'Old' })),
    );

    const restored = runCommand(context, present, call('restoreDocument', { document: version }));

    expect(restored.resources.get('Subnet')).toBe(present.resources.get('Subnet'));
    expect(restored.resources.get('Vpc')?.name).toBe('Old');
  });

  it('changes nothing where the version is the present one', () => {
    const present = fromSketch(catalog, sketch(box('vpc', 'Vpc')));

    const restored = runCommand(
      context,
      present,
      call('restoreDocument', { document: structuredClone(present) }),
    );

    expect(restored).toBe(present);
  });

  it('brings back how the templates were read, and takes it away with them', () => {
    const plain = fromSketch(catalog, sketch(box('vpc', 'Vpc')));
    const read: Document = { ...plain, asRead: { resources: plain.resources }, unread: { kinds: ['later'] } };

    const forth = runCommand(context, plain, call('restoreDocument', { document: structuredClone(read) }));
    const same = runCommand(context, forth, call('restoreDocument', { document: structuredClone(read) }));
    const back = runCommand(context, forth, call('restoreDocument', { document: plain }));

    expect(forth).toEqual(read);
    expect(same).toBe(forth);
    expect(back).toEqual(plain);
    expect('asRead' in back).toBe(false);
  });
});

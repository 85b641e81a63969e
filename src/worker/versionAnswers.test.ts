import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { call, runCommand } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { arbitraryDocument } from '../testing/arbitraryDocument';
import { answerTo } from './versionAnswers';
import type { Packed } from './versionsProtocol';

const design = fromSketch(catalog, sketch(box('vpc', 'Vpc', {}, box('subnet', 'A'), box('subnet', 'B'))));

describe('a version', () => {
  it('is read back as it was packed', () => {
    fc.assert(
      fc.property(arbitraryDocument(catalog, 8), (document) => {
        const again = answerTo('unpack', { packed: packed(document) });

        expect(again).toEqual({ document });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same diagram', () => {
    expect(packed(structuredClone(design))).toEqual(packed(design));
  });

  it('is a diagram file to whoever downloads it', () => {
    expect(JSON.parse(answerTo('text', { packed: packed(design) }).text)).toMatchObject({
      vpcanvas: expect.any(Number),
    });
  });

  it('says in names what is another since the one before it, under whatever ids', () => {
    const after = [
      call('deleteResources', { ids: ['B'] }),
      call('renameResource', { id: 'A', name: 'Public' }),
      call('placeResources', { places: { Vpc: { x: 40 } } }),
    ].reduce((sofar, each) => runCommand({ catalog }, sofar, each), design);

    expect(answerTo('changes', { before: packed(design), after: packed(after) })).toEqual({
      added: [],
      removed: ['B'],
      changed: ['Public'],
      flows: 0,
      elsewhere: 1,
    });
  });

  it('has no summary of what cannot be read, rather than a wrong one', () => {
    const broken = answerTo('pack', { document: design }).packed?.slice(0, 20) as Packed;

    expect(() => answerTo('changes', { before: broken, after: packed(design) })).toThrow();
  });
});

function packed(document: typeof design): Packed {
  const { packed: found } = answerTo('pack', { document });
  if (found === null) throw new Error('it is too large');
  return found;
}

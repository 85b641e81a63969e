import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { exportWalkthrough } from './exportWalkthrough';
import { listPrices } from '../cost/prices';

test('whatever is drawn is written out: each resource and each flow once', () => {
  fc.assert(
    fc.property(
      arbitraryDocument(catalog, 8),
      fc.constantFrom('en' as const, 'ja' as const),
      (document, language) => {
        const text = exportWalkthrough(catalog, rules, document, { language, prices: listPrices });

        expect(exportWalkthrough(catalog, rules, document, { language, prices: listPrices })).toBe(text);
        const [, drawn = '', flows = ''] = text.split(/^## .*$/m);
        expect(drawn.split('\n').filter((line) => /^ *- .*\*\*/.test(line))).toHaveLength(
          document.resources.size,
        );
        expect(flows.split('\n').filter((line) => /^### \d+\. /.test(line))).toHaveLength(
          document.flows.size,
        );
      },
    ),
    { numRuns: 25 },
  );
});

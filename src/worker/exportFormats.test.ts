/** What the editor hands out, in every format that it offers. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { listPrices } from '../core/cost/prices';
import { proofOf } from '../core/proof/proof';
import { gallery } from '../testing/gallery';
import { documentOf } from '../testing/gallery/example';
import { exportFormats } from './exportFormats';

/** Those of the answers of AWS are not read back by the editor, nor is what is for people to look at. */
const unread: ReadonlySet<string> = new Set(['aws-describe', 'drawio', 'mermaid', 'markdown']);

describe.each(gallery)('$id of the gallery', (example) => {
  test.each(Object.entries(exportFormats))('is proven as %s', async (format, write) => {
    const document = documentOf(catalog, example);

    const { files, faults, readBack, isToLookAt } = await write(document, {
      language: 'ja',
      prices: listPrices,
    });
    const { compared, unproven } = proofOf(catalog, rules, document, readBack, faults);

    expect(unproven.map(({ message }) => message.en)).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ content }) => content.length === 0)).toEqual([]);
    expect(isToLookAt === true).toBe(['drawio', 'mermaid', 'markdown'].includes(format));
    if (unread.has(format)) expect(compared).toBeNull();
    else expect(compared).toBeGreaterThan(0);
  });
});

/** The proof that configurations are right, over random designs of every kind: names, shapes, references and values. */
import { describe, expect, test } from 'vitest';
import { translationOf } from '../../awsTerraform';
import { randomTemplates } from '../../testing/provenTemplates';
import { expectSameReferences } from '../../testing/terraform/expectSameReferences';
import { expectSameValues } from '../../testing/terraform/expectSameValues';
import { provenConfiguration } from '../../testing/terraform/provenConfiguration';
import { schemaFaults } from '../../testing/terraform/schemaFaults';
import { readModule } from './readModule';

describe('the configuration of a random design', () => {
  test.each(Array.from({ length: 200 }, (_, index) => index + 1))('of seed %i', async (seed) => {
    for (const { template } of randomTemplates(seed)) {
      const { main, outputs } = readModule(template, translationOf, { region: 'ap-northeast-1', name: 'x' });
      expect(schemaFaults([...main, ...outputs])).toEqual([]);

      const proven = await provenConfiguration(template);

      expectSameReferences(template, proven);
      expectSameValues(template, proven);
    }
  });
});

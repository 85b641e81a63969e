/** The laws of templates, over random designs. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { awsFaults, startAwsValidator } from '../../testing/awsValidator';
import { arbitraryDesign } from '../../testing/designs';
import type { Document } from '../model/document';
import { differences } from '../proof/differences';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { readBackTemplates, writtenTemplates } from './readBack';
import { templateText } from './templateText';

beforeAll(startAwsValidator, 60_000);

const designs = arbitraryDesign(catalog);

const textOf = (document: Document, format: 'yaml' | 'json' = 'yaml'): string =>
  templateText(exportTemplate(catalog, document).template, format).text;

test('a design comes back from its template as it was', () => {
  fc.assert(
    fc.property(designs, fc.constantFrom('yaml' as const, 'json' as const), (design, format) => {
      const readBack = readBackTemplates(catalog, design, writtenTemplates(catalog, design, format));

      if ('failure' in readBack) throw new Error(readBack.failure.en);
      expect(readBack.findings).toEqual([]);
      expect(readBack.written.size).toBeGreaterThan(0);
      expect(differences(readBack.written, readBack.readBack)).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('the same design gives the same text, in whatever order its map is', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const turned = { ...design, resources: new Map([...design.resources].reverse()) };

      expect(textOf(turned)).toBe(textOf(design));
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('a template that was read and not changed is written to the byte', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const text = textOf(design);
      const { document } = importTemplates(catalog, [{ name: 't', text }]);

      expect(textOf(document)).toBe(text);
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('AWS takes the template of any sound design', () => {
  fc.assert(
    fc.property(designs, (design) => {
      expect(awsFaults(textOf(design))).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a new resource changes no other’s logical ID', () => {
  fc.assert(
    fc.property(designs, fc.nat(), (design, which) => {
      const before = exportTemplate(catalog, design).logicalIds;
      const like = [...design.resources.values()][which % design.resources.size];
      if (like === undefined) return;
      const added = new Map(design.resources).set('new', { ...like, id: 'new', name: 'entirely new' });

      const after = exportTemplate(catalog, { ...design, resources: added }).logicalIds;

      for (const [key, logicalId] of before) expect(after.get(key)).toBe(logicalId);
    }),
    { numRuns: 20 },
  );
}, 60_000);

/** The laws of templates, over random designs. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { awsFaults, startAwsValidator } from '../../testing/awsValidator';
import { arbitraryDesign } from '../../testing/designs';
import { referencesOf } from '../catalog/references';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors, valuesOf } from '../model/queries';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateText } from './templateText';

beforeAll(startAwsValidator, 60_000);

const designs = arbitraryDesign(catalog);

const textOf = (document: Document, format: 'yaml' | 'json' = 'yaml'): string =>
  templateText(exportTemplate(catalog, document).template, format).text;

/** What a template can hold of a design, by logical ID. */
function held(document: Document): unknown {
  const { logicalIds } = exportTemplate(catalog, document);
  const name = (id: ResourceId): string => logicalIds.get(id) ?? id;
  return Object.fromEntries(
    [...document.resources.values()]
      .filter(({ id }) => logicalIds.has(id))
      .map((resource): [string, unknown] => [name(resource.id), heldOf(document, resource, name)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function heldOf(document: Document, resource: Resource, name: (id: ResourceId) => string): unknown {
  const box = ancestors(document, resource.id).find(({ kind }) => catalog.kind(kind).cfn !== undefined);
  const props = Object.entries(valuesOf(resource)).map(([prop, value]) => {
    const field = catalog.fields(resource.kind).get(prop);
    if (field?.control === 'refs')
      return [
        prop,
        Object.keys(value as object)
          .map(name)
          .sort(),
      ];
    if (field?.control === 'ref') return [prop, typeof value === 'string' ? name(value) : value];
    if (field?.control !== 'rows') return [prop, value];
    // A row's key is not in the template, and a reference in it is told of below.
    const rows = Object.values(value as Record<string, Record<string, unknown>>);
    return [prop, rows.map((row) => JSON.stringify(Object.entries(row).map(cell).sort())).sort()];
  });
  const references = [...referencesOf(catalog, resource)].map(
    ({ field, column, to }) => `${field}.${column ?? ''} ${name(to)}`,
  );
  return {
    kind: resource.kind,
    name: resource.name,
    in: box === undefined ? null : name(box.id),
    ...Object.fromEntries(props),
    references: references.sort(),
  };
}

/** Columns whose value is the id of a resource. */
const referring: ReadonlySet<string> = new Set(['target', 'attachment', 'routeTable']);

function cell([column, value]: readonly [string, unknown]): readonly [string, unknown] {
  const isReference = typeof value === 'object' && value !== null && 'ref' in value;
  return [column, isReference || (referring.has(column) && value !== null) ? 'reference' : value];
}

test('a design comes back from its template as it was', () => {
  fc.assert(
    fc.property(designs, fc.constantFrom('yaml' as const, 'json' as const), (design, format) => {
      const { document, findings, failure } = importTemplates(catalog, [
        { name: 't', text: textOf(design, format) },
      ]);

      expect(failure).toBeUndefined();
      expect(findings).toEqual([]);
      expect(held(document)).toEqual(held(design));
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

/** Writes a diagram to a template and reads it back, for tests that it comes back in everything a template can hold. */
import { expect } from 'vitest';
import { catalog } from '../aws';
import type { Field } from '../core/catalog/field';
import { fromSketch } from '../core/catalog/fromSketch';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { importTemplates } from '../core/cfn/importTemplates';
import { templateText } from '../core/cfn/templateText';
import type { Document, Resource } from '../core/model/document';
import { valuesOf } from '../core/model/queries';
import type { Box } from '../core/model/sketch';
import { sketch } from '../core/model/sketch';

/** What comes back from the template of a diagram, by name; only kinds that templates have. */
export function thereAndBack(...boxes: readonly Box[]): {
  readonly before: unknown;
  readonly after: unknown;
} {
  const before = fromSketch(catalog, sketch(...boxes));
  const { template } = exportTemplate(catalog, before);
  const { text } = templateText(template, 'yaml');
  const {
    document: after,
    findings,
    failure,
  } = importTemplates(catalog, [{ name: 'template.yaml', text }], {});
  expect(failure).toBeUndefined();
  expect(findings.map(({ message }) => message.en)).toEqual([]);
  return { before: told(before), after: told(after) };
}

/** Every resource of a template by its name: its kind, its surroundings, its props with names in place of ids. */
function told(document: Document): unknown {
  const inTemplates = [...document.resources.values()].filter(
    ({ kind }) => catalog.kind(kind).cfn !== undefined,
  );
  return Object.fromEntries(
    inTemplates.map((resource) => [resource.name, toldOf(resource, document)]).sort(byFirst),
  );
}

function toldOf(resource: Resource, document: Document): unknown {
  const emptyMeans = catalog.kind(resource.kind).cfn?.emptyMeans ?? {};
  const props = Object.entries(valuesOf(resource)).map(([prop, given]) => {
    const field = catalog.fields(resource.kind).get(prop);
    const value = given === '' ? (emptyMeans[prop]?.(resource.name) ?? given) : given;
    return [prop, field === undefined ? value : named(value, field, document)];
  });
  return { kind: resource.kind, in: parentName(resource, document), ...Object.fromEntries(props) };
}

/** The nearest container that a template knows. */
function parentName(resource: Resource, document: Document): string | null {
  const parent = resource.parentId === null ? undefined : document.resources.get(resource.parentId);
  if (parent === undefined) return null;
  return catalog.kind(parent.kind).cfn === undefined ? parentName(parent, document) : parent.name;
}

function named(value: unknown, field: Field, document: Document): unknown {
  const name = (id: string): string => document.resources.get(id)?.name ?? `nothing (${id})`;
  switch (field.control) {
    case 'ref':
      return typeof value === 'string' ? name(value) : value;
    case 'refs':
      return Object.keys(value as object)
        .map(name)
        .sort();
    case 'peer':
      return typeof value === 'object' && value !== null && 'ref' in value
        ? name(value.ref as string)
        : value;
    case 'rows':
      // A row's key is not in the template.
      return Object.values(value as Record<string, Record<string, unknown>>)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, cell]) => {
              const inner = field.columns[column];
              return [column, inner === undefined ? cell : named(cell, inner, document)];
            }),
          ),
        )
        .map((row) => JSON.stringify(row))
        .sort();
    default:
      return value;
  }
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

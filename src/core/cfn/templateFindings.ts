/** The faults of a document's templates that still stand in the diagram. */
import type { Catalog } from '../catalog/catalog';
import { restingOn, stands, templateBoxOf, valueAt } from '../catalog/guesses';
import { call, type CommandCall } from '../commands';
import type { Document, Guess, Resource, ResourceId, TemplateId } from '../model/document';
import type { KindName } from '../model/kinds';
import { valuesOf } from '../model/queries';
import type { Plan } from '../plans/plan';
import type { Finding } from '../rules/rule';
import { guessesAt } from './mended';
import { originalOf } from './original';
import type { FoundInTemplate, Original } from './remembered';
import { sameValue, type Path } from './source/syntax';
import type { CfnValue } from './template';

/**
 * A fault stands as long as its resource is there and has the value that was read at the place of the fault: another
 * value is written over it. One behind which something was likely meant stands as long as that is a guess. What is not
 * drawn can be mended in the text alone.
 */
export function templateFindings(catalog: Catalog, document: Document): readonly Finding[] {
  if (document.templates.size === 0) return [];
  const original = originalOf(catalog, document);
  if (original.faults.length === 0) return [];
  const before = byLogicalId(original.document);
  const now = byLogicalId(document);
  return original.faults.flatMap((fault) => {
    const { finding, template, logicalId, path } = fault;
    const first = path[0] === undefined || path[0] === 'Resources' ? before(template, logicalId) : undefined;
    if (first === undefined) return [finding];
    const own = now(template, logicalId);
    if (own === undefined) return [];
    const [guess] = guessesAt(first, template, path);
    const field = guess?.prop ?? fieldOf(catalog, first, fault);
    const shown = {
      ...finding,
      on: [own.id] as const,
      ...(field === undefined || field === parent ? {} : { field }),
    };
    if (guess === undefined || own.provenance?.guesses === undefined)
      return isAsRead(catalog, original, document, first, own, field) ? [shown] : [];
    const resting = [...document.resources.values()].flatMap((each) =>
      guessesAt(each, template, path)
        .filter((standing) => stands(catalog, document, each, standing))
        .map((standing) => ({ resource: each, guess: standing })),
    );
    return resting.length === 0 ? [] : [{ ...shown, fixes: [planFor(catalog, fault, resting)] }];
  });
}

/** Puts what was likely meant in the place of a faulty reference. */
function planFor(
  catalog: Catalog,
  { logicalId, property = '', meant }: FoundInTemplate,
  resting: readonly { readonly resource: Resource; readonly guess: Guess }[],
): Plan {
  const commands = resting.map(({ resource, guess }): CommandCall => {
    const { template, place, prop, means } = guess;
    if (restingOn(catalog, resource, guess) !== 'value') return call('acceptGuess', { template, place });
    const [field = '', row, column] = prop.split('.');
    return row === undefined || column === undefined
      ? call('setProps', { id: resource.id, props: { [field]: means } })
      : call('setRow', { id: resource.id, field, row, values: { [column]: means } });
  });
  return {
    title: {
      en: `Make ${property} of ${logicalId} refer to ${meant?.logicalId ?? ''}`,
      ja: `${logicalId} の ${property} を ${meant?.logicalId ?? ''} への参照に修正`,
    },
    commands: commands.filter(
      (each, index) => commands.findIndex((other) => sameCall(each, other)) === index,
    ),
  };
}

/** Arguments of these calls are plain JSON. */
function sameCall(one: CommandCall, other: CommandCall): boolean {
  return one.command === other.command && sameValue(one.args as CfnValue, other.args as CfnValue);
}

/** The key of the containing resource among the places of a resource. */
const parent = 'parentId';

/** The resource that a logical ID, its own or that of a satellite, is drawn as. */
function byLogicalId(
  document: Document,
): (template: TemplateId | undefined, logicalId: string) => Resource | undefined {
  const found = new Map<string, ResourceId>();
  for (const { id, provenance } of document.resources.values()) {
    if (provenance === undefined) continue;
    for (const each of [provenance.logicalId, ...Object.values(provenance.satellites ?? {})])
      if (each !== '') found.set(`${provenance.template} ${each}`, id);
  }
  return (template, logicalId) => document.resources.get(found.get(`${template ?? ''} ${logicalId}`) ?? '');
}

/** The prop, or the cell or row of a table, that a fault is about; undefined for the resource as a whole. */
function fieldOf(
  catalog: Catalog,
  { kind, provenance }: Resource,
  { finding: { rule }, logicalId, path, property }: FoundInTemplate,
): string | undefined {
  const places = Object.entries(provenance?.places ?? {});
  const read =
    longest(places.filter(([, place]) => isWithin(path, place))) ??
    // An object or a list is at fault: the first that was read of it speaks for it.
    places.find(([, place]) => path.length > 3 && isWithin(place, path)) ??
    // Something beside what was read: a property that its row has no column for.
    places.find(([prop, place]) => prop.includes('.') && isWithin(path, place.slice(0, -1))) ??
    // Something missing in a resource that is a row.
    places.find(
      ([prop, place]) =>
        rule === 'template-missing-property' &&
        prop.includes('.') &&
        place[1] === logicalId &&
        logicalId !== provenance?.logicalId,
    );
  if (read !== undefined) {
    const [prop, place] = read;
    const missing = columnOf(catalog, kind, prop, property);
    if (missing !== undefined && !isWithin(path, place)) return missing;
    return isWithin(path, place) || isWithin(place, path) ? prop : prop.slice(0, prop.lastIndexOf('.'));
  }
  if (property === undefined || logicalId !== provenance?.logicalId) return undefined;
  for (const [prop, described] of catalog.fields(kind))
    if (described.property?.replace(/^.*\//, '') === property) return prop;
  // Of what is missing, a box is put in by moving the resource.
  return rule === 'template-missing-property' ? parent : undefined;
}

/** The cell of the same row that a property is written from: one that the row does not state. */
function columnOf(
  catalog: Catalog,
  kind: KindName,
  prop: string,
  property: string | undefined,
): string | undefined {
  const table = catalog.fields(kind).get(prop.split('.', 1)[0] ?? '');
  if (table?.control !== 'rows' || !prop.includes('.')) return undefined;
  const column = Object.entries(table.columns).find(([, described]) => described.property === property)?.[0];
  return column === undefined ? undefined : `${prop.slice(0, prop.lastIndexOf('.'))}.${column}`;
}

function longest(places: readonly (readonly [string, Path])[]): readonly [string, Path] | undefined {
  return places.reduce<readonly [string, Path] | undefined>(
    (best, each) => (best === undefined || each[1].length > best[1].length ? each : best),
    undefined,
  );
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step);
}

function isAsRead(
  catalog: Catalog,
  original: Original,
  document: Document,
  first: Resource,
  own: Resource,
  field: string | undefined,
): boolean {
  if (field === undefined) return true;
  if (field === parent)
    return templateBoxOf(catalog, original.document, first.id) === templateBoxOf(catalog, document, own.id);
  const [before, now] = [first, own].map((resource) => valueAt(valuesOf(resource), field));
  // Props are plain JSON.
  return sameValue(before as CfnValue | undefined, now as CfnValue | undefined);
}

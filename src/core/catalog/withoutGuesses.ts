import type { Words } from '../../lib/words';
import type { Document, Resource, ResourceId } from '../model/document';
import { valuesOf } from '../model/queries';
import type { Catalog } from './catalog';
import type { StandingGuess } from './guesses';
import { unknownProps } from './unknownProps';

/**
 * The design as it is when guesses are wrong: what was guessed refers to something of the same kind of which nothing is
 * known, and a row is not there. `together`: those that meant the same resource mean the same other one.
 */
export function withoutGuesses(
  catalog: Catalog,
  document: Document,
  wrong: readonly StandingGuess[],
  together: boolean,
): Document {
  const resources = new Map(document.resources);
  const standIns = new Map<ResourceId, ResourceId>();
  const standIn = (id: ResourceId, why: Words): ResourceId | null => {
    const known = together ? standIns.get(id) : undefined;
    const meant = document.resources.get(id);
    if (known !== undefined || meant === undefined) return known ?? null;
    let fresh = `${id}?`;
    while (resources.has(fresh)) fresh += '?';
    standIns.set(id, fresh);
    const { provenance: _, ...rest } = meant;
    const props = unknownProps(catalog.fields(meant.kind), why);
    // The props of the kind, all of them unknown.
    resources.set(fresh, { ...rest, id: fresh, props } as unknown as Resource);
    return fresh;
  };
  for (const each of wrong) {
    const { means, why } = each.guess;
    const own = resources.get(each.resource.id);
    if (own === undefined) continue;
    const other = typeof means === 'string' ? standIn(means, why) : null;
    resources.set(own.id, {
      ...own,
      ...(each.rests === 'parent' ? { parentId: other } : {}),
      props: { ...valuesOf(own), ...changedProps(catalog, own, each, other) },
    } as unknown as Resource); // the same record, some of whose props name others or are unknown
  }
  return { ...document, resources };
}

function changedProps(
  catalog: Catalog,
  own: Resource,
  { guess: { prop, means, why }, rests }: StandingGuess,
  other: ResourceId | null,
): Readonly<Record<string, unknown>> {
  const props = valuesOf(own);
  const [name = '', row] = prop.split('.');
  switch (rests) {
    case 'row':
      return { [name]: withoutKey(props[name], row) };
    case 'reference':
      return { [name]: { ...withoutKey(props[name], means), ...(other === null ? {} : { [other]: true }) } };
    case 'parent': {
      // What the other network uses where nobody names anything is not known either.
      const defaults: Record<string, unknown> = {};
      for (const [field, described] of catalog.fields(own.kind))
        if (described.control === 'ref' && described.noneMeans !== undefined && props[field] === null)
          defaults[field] = { unknown: why };
      return defaults;
    }
    case 'value':
      return {};
  }
}

function withoutKey(record: unknown, key: unknown): object {
  if (typeof record !== 'object' || record === null) return {};
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

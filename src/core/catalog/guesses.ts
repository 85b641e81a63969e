/** The guesses in a document that still stand: whatever rests on one is as it was read, and nobody has mended it. */
import type { Document, Guess, Resource, ResourceId } from '../model/document';
import { ancestors, valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import type { Catalog } from './catalog';

/** What rests on a guess: a value that is unknown, or one that cannot be and is drawn as it was likely meant. */
export type Resting = 'value' | 'parent' | 'reference' | 'row';

export interface StandingGuess {
  readonly resource: Resource;
  readonly guess: Guess;
  readonly rests: Resting;
}

export function* standingGuesses(catalog: Catalog, document: Document): Generator<StandingGuess> {
  for (const resource of document.resources.values()) yield* standingGuessesOf(catalog, document, resource);
}

/** Those about one resource. */
export function* standingGuessesOf(
  catalog: Catalog,
  document: Document,
  resource: Resource,
): Generator<StandingGuess> {
  for (const guess of Object.values(resource.provenance?.guesses ?? {}))
    if (stands(catalog, document, resource, guess))
      yield { resource, guess, rests: restingOn(catalog, resource, guess) };
}

export function stands(catalog: Catalog, document: Document, resource: Resource, guess: Guess): boolean {
  const value = valueAt(valuesOf(resource), guess.prop);
  switch (restingOn(catalog, resource, guess)) {
    case 'parent':
      return templateBoxOf(catalog, document, resource.id) === guess.means;
    case 'reference':
      return isRecord(value) && typeof guess.means === 'string' && Object.hasOwn(value, guess.means);
    case 'row':
      return isRecord(value);
    case 'value':
      return isUnknown(value);
  }
}

export function restingOn(catalog: Catalog, { kind }: Resource, { prop }: Guess): Resting {
  if (prop === 'parentId') return 'parent';
  const [name = '', , column] = prop.split('.');
  const control = catalog.fields(kind).get(name)?.control;
  if (control === 'refs') return 'reference';
  return control === 'rows' && column === undefined ? 'row' : 'value';
}

/** The nearest box that a template knows: a zone's is none. */
export function templateBoxOf(catalog: Catalog, document: Document, id: ResourceId): ResourceId | undefined {
  return ancestors(document, id).find(({ kind }) => catalog.kind(kind).cfn !== undefined)?.id;
}

/** What stands at `prop`, `rows.row` or `rows.row.column`. */
export function valueAt(props: Readonly<Record<string, unknown>>, prop: string): unknown {
  let value: unknown = props;
  for (const step of prop.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

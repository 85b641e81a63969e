/** A template whose faulty references were mended in the diagram, as if it had always said what was meant. */
import type { Catalog } from '../catalog/catalog';
import { restingOn, valueAt } from '../catalog/guesses';
import type { Document, Guess, Resource, ResourceId, Template } from '../model/document';
import { valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import type { Original } from './remembered';
import { sameValue, type Path } from './source/syntax';
import type { CfnValue } from './template';

export interface MendedTemplate {
  /** The diagram as it would have been read. */
  readonly original: Document;
  readonly text: CfnValue;
}

export function mendedTemplate(
  catalog: Catalog,
  original: Original,
  document: Document,
  template: Template,
  text: CfnValue,
): MendedTemplate {
  const resources = new Map(original.document.resources);
  let mended = text;
  for (const { template: of, path, meant } of original.faults) {
    if (meant === undefined || of !== template.id) continue;
    const guesses = [...original.document.resources.values()].flatMap((resource) =>
      guessesAt(resource, template.id, path)
        .filter((guess) => restsOnIt(catalog, resource, guess))
        .map((guess) => ({ resource, guess })),
    );
    const isMended =
      guesses.length > 0 &&
      guesses.every(({ resource, guess }) => isMeant(catalog, document, template, resource, guess));
    if (!isMended) continue;
    mended = withValue(mended, path, meant.write);
    for (const { resource, guess } of guesses)
      if (restingOn(catalog, resource, guess) === 'value')
        resources.set(resource.id, withMeaning(resources, resource, guess));
  }
  return { original: { ...original.document, resources }, text: mended };
}

export function guessesAt(
  { provenance }: Resource,
  template: string | undefined,
  path: Path,
): readonly Guess[] {
  return Object.values(provenance?.guesses ?? {}).filter(
    ({ template: of, place }) => of === template && sameValue(place, path),
  );
}

/** A value that is known all the same (another reference says it) rests on no guess, and says nothing of what was mended. */
function restsOnIt(catalog: Catalog, resource: Resource, guess: Guess): boolean {
  return (
    restingOn(catalog, resource, guess) !== 'value' || isUnknown(valueAt(valuesOf(resource), guess.prop))
  );
}

/** Whether the diagram says by now what was likely meant. */
function isMeant(
  catalog: Catalog,
  document: Document,
  template: Template,
  resource: Resource,
  guess: Guess,
): boolean {
  const now = [...document.resources.values()].find(
    ({ provenance }) =>
      provenance?.template === template.id && provenance.logicalId === resource.provenance?.logicalId,
  );
  if (now === undefined) return false;
  if (restingOn(catalog, resource, guess) === 'value')
    // Props are plain JSON.
    return sameValue(valueAt(valuesOf(now), guess.prop) as CfnValue, guess.means as CfnValue);
  const left = now.provenance?.guesses;
  return left !== undefined && guessesAt(now, template.id, guess.place).length === 0;
}

function withMeaning(
  resources: ReadonlyMap<ResourceId, Resource>,
  resource: Resource,
  { prop, means }: Guess,
): Resource {
  const own = resources.get(resource.id) ?? resource;
  const props = withValue(valuesOf(own) as CfnValue, prop.split('.'), means as CfnValue);
  // A value that the prop can have, in the place of an unknown one.
  return { ...own, props } as unknown as Resource;
}

function withValue(value: CfnValue | undefined, path: Path, to: CfnValue): CfnValue {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (typeof step === 'number')
    return Array.isArray(value)
      ? value.map((item: CfnValue, index) => (index === step ? withValue(item, rest, to) : item))
      : (value ?? null);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  const fields = value as { readonly [key: string]: CfnValue | undefined };
  return Object.hasOwn(fields, step) ? { ...fields, [step]: withValue(fields[step], rest, to) } : fields;
}

/** Where a record came from, once the resources it speaks of have other ids. */
import type { Guess, Provenance, ResourceId, TemplateId } from '../model/document';

export function movedProvenance(
  provenance: Provenance,
  to: (id: ResourceId) => ResourceId,
  templateTo: (id: TemplateId) => TemplateId = (id) => id,
): Provenance {
  const template = templateTo(provenance.template);
  const { guesses } = provenance;
  if (guesses === undefined) return { ...provenance, template };
  const moved = Object.entries(guesses).map(([key, guess]): [string, Guess] => [
    key,
    { ...guess, template: templateTo(guess.template), means: movedMeaning(guess.means, to) },
  ]);
  return { ...provenance, template, guesses: Object.fromEntries(moved) };
}

/** What was meant is an id, a peer that names one, or no reference at all. */
function movedMeaning(means: unknown, to: (id: ResourceId) => ResourceId): unknown {
  if (typeof means === 'string') return to(means);
  if (typeof means !== 'object' || means === null || !('ref' in means)) return means;
  return typeof means.ref === 'string' ? { ref: to(means.ref) } : means;
}

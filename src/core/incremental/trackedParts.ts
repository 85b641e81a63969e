/** The parts of a tracked document: found anew, as early as anything, when facts name others than before. */
import { equal } from '../../lib/equal';
import type { ResourceId } from '../model/document';
import type { Fact } from '../network/facts';
import { isGuest, isLoose } from '../network/ties';
import { earlyCellsBy, type Graph } from './cells';
import { Parts, type Names } from './parts';

export function trackedParts(
  graph: Graph,
  design: {
    /** Of all who may state facts. */
    ids(): readonly ResourceId[];
    /** Whether a text is one of these ids. */
    isNamed(text: string): boolean;
    factsBy(id: ResourceId): readonly Fact[];
  },
): Parts {
  const { isNamed, factsBy } = design;
  const parts = new Parts(graph);
  const stale = new Set<ResourceId>();
  /** Whom the facts of a resource name; undefined for one that states none. */
  const names = earlyCellsBy(
    graph,
    (id: ResourceId): Names | undefined => {
      const facts = factsBy(id);
      if (facts.length === 0) return undefined;
      const ties = new Set<ResourceId>();
      const visits = new Set<ResourceId>();
      for (const fact of facts) {
        const texts = new Set<string>();
        collectTexts(fact, texts);
        for (const text of texts)
          if (text !== id && isNamed(text)) {
            if (!isLoose(fact, () => factsBy(text))) ties.add(text);
            else if (isGuest(fact)) visits.add(text);
          }
      }
      return { ties: [...ties], visits: [...visits] };
    },
    equal,
    (id) => stale.add(id),
  );
  const ids = graph.earlyCell(() => design.ids(), equal);
  let known: readonly ResourceId[] = [];
  graph.settleWithEarly(() => {
    const now = ids.get();
    if (now !== known) {
      // Those that are new are asked for the first time, and are stale from then on. Those that have gone name nobody.
      for (const id of now) names(id).get();
      known = now;
    }
    if (stale.size === 0) return;
    const changes = new Map([...stale].map((id) => [id, names(id).get()] as const));
    stale.clear();
    parts.update(changes);
  });
  return parts;
}

/**
 * All texts in a fact, its keys among them: references are values, or keys of a list of references. Any text that is
 * somebody's id counts, so that no field can be forgotten.
 */
function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      into.add(key);
      collectTexts(each, into);
    }
}

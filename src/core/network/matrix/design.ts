/** A design that can be asked for verdicts: as it is drawn, and as it would be if guesses were wrong. */
import type { Catalog } from '../../catalog/catalog';
import type { Document, ResourceId } from '../../model/document';
import { buildWorld } from '../buildWorld';
import type { CompileOptions } from '../compile';
import { doubtsIn, withDoubts } from '../doubts';
import type { Fact } from '../facts';
import { follow } from '../follow';
import { factsOf } from '../network';
import type { Query, Trace } from '../trace';
import { newWatch, type Watch } from '../watch';
import type { World } from '../world';
import type { Judge } from './reach';

export interface Design {
  /** The one that is drawn comes first. */
  readonly worlds: readonly [World, ...World[]];
  /** The resources that guesses are about: each is like no other. */
  readonly apart: ReadonlySet<ResourceId>;
  readonly judge: Judge;
}

/** `change`: what the facts would be in another case, such as a failure. */
export function designOf(
  catalog: Catalog,
  document: Document,
  options: CompileOptions = {},
  change: (facts: Iterable<Fact>) => Iterable<Fact> = (facts) => facts,
): Design {
  const { guesses, others } = doubtsIn(catalog, document);
  const name = (id: ResourceId): string => options.nameOf?.(id) ?? id;
  // With guesses it is asked which resources a path touches.
  const watch = newWatch(guesses.length > 0);
  const drawn = listening(buildWorld(change(factsOf(catalog, document)), name), watch);
  const cases = others.map(({ wrong, facts }) => ({
    wrong,
    ...listening(buildWorld(change(facts()), name), watch),
  }));
  const apart = guesses.flatMap(({ resource, guess }) => [
    resource.id,
    ...(typeof guess.means === 'string' ? [guess.means] : []),
  ]);
  return {
    worlds: [drawn.world, ...cases.map(({ world }) => world)],
    apart: new Set(apart),
    judge: {
      watch,
      verdict(query) {
        const trace = drawn.trace(query);
        return guesses.length === 0 ? trace.verdict : withDoubts(trace, query, guesses, cases).verdict;
      },
    },
  };
}

export function designOfFacts(facts: Iterable<Fact>, options: CompileOptions = {}): Design {
  const watch = newWatch(false);
  const name = (id: ResourceId): string => options.nameOf?.(id) ?? id;
  const { world, trace } = listening(buildWorld(facts, name), watch);
  return {
    worlds: [world],
    apart: new Set(),
    judge: { watch, verdict: (query) => trace(query).verdict },
  };
}

function listening(given: World, watch: Watch): { readonly world: World; trace(query: Query): Trace } {
  const world = { ...given, watch };
  return { world, trace: (query) => follow(world, query) };
}

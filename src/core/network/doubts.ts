/**
 * The network of a design in which some things are only guesses: what faulty references of a template were likely meant to
 * be. It is compiled as it is drawn, and once more without each guess. Only what is so in every case is said.
 */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { standingGuesses, type StandingGuess } from '../catalog/guesses';
import { withoutGuesses } from '../catalog/withoutGuesses';
import type { Document, ResourceId } from '../model/document';
import { unique } from './combine';
import { compileNetwork, type CompileOptions } from './compile';
import type { Fact } from './facts';
import { factsOf, type CompiledNetwork } from './network';
import type { Path, Query, Trace } from './trace';

/** The network of a document, ready for questions. */
export function networkOf(
  catalog: Catalog,
  document: Document,
  options: CompileOptions = {},
): CompiledNetwork {
  const drawn = compileNetwork(factsOf(catalog, document), options);
  const { guesses, others } = doubtsIn(catalog, document);
  if (guesses.length === 0) return drawn;
  const cases = others.map(({ wrong, facts }): AskedCase => {
    let network: CompiledNetwork | undefined;
    return {
      wrong,
      trace(query) {
        network ??= compileNetwork(facts());
        return network.trace(query);
      },
    };
  });
  return { ...drawn, trace: (query) => withDoubts(drawn.trace(query), query, guesses, cases) };
}

/** A way in which guesses may be wrong. */
interface OtherCase {
  readonly wrong: readonly StandingGuess[];
  facts(): Iterable<Fact>;
}

/** The same, ready for questions. */
interface AskedCase {
  readonly wrong: readonly StandingGuess[];
  trace(query: Query): Trace;
}

/** The guesses that the network of a document rests on, and what it would be if they were wrong. */
export function doubtsIn(
  catalog: Catalog,
  document: Document,
): { readonly guesses: readonly StandingGuess[]; readonly others: readonly OtherCase[] } {
  const guesses = [...standingGuesses(catalog, document)].filter(({ rests }) => rests !== 'value');
  return { guesses, others: guesses.length === 0 ? [] : otherCases(catalog, document, guesses) };
}

/** Each guess on its own is followed up to this many; beyond, those about the same resource go together. */
const mostAlone = 16;

/**
 * One guess is wrong; all about the same resource are, and mean the same other one (`VpcId: VPC` everywhere); all are,
 * and each means something else.
 */
function otherCases(
  catalog: Catalog,
  document: Document,
  guesses: readonly StandingGuess[],
): readonly OtherCase[] {
  const made = (wrong: readonly StandingGuess[], together: boolean): OtherCase => ({
    wrong,
    facts: () => factsOf(catalog, withoutGuesses(catalog, document, wrong, together)),
  });
  const alone = guesses.length <= mostAlone ? guesses.map((guess) => made([guess], false)) : [];
  if (guesses.length === 1) return alone;
  const byMeaning = new Map<unknown, StandingGuess[]>();
  for (const each of guesses) {
    const meant = each.guess.means ?? each.resource.id;
    const group = byMeaning.get(meant);
    if (group === undefined) byMeaning.set(meant, [each]);
    else group.push(each);
  }
  const together = [...byMeaning.values()].filter(({ length }) => length > 1 || alone.length === 0);
  return [...alone, ...together.map((group) => made(group, true)), made(guesses, false)];
}

/** The trace, unknown where it would be another if guesses were wrong. */
export function withDoubts(
  trace: Trace,
  query: Query,
  guesses: readonly StandingGuess[],
  others: readonly AskedCase[],
): Trace {
  if (trace.verdict === 'unknown') return trace;
  const doubted = new Set<StandingGuess>();
  // What stands in another box than the one that was drawn may not be made at all where it is used.
  if (trace.verdict === 'reachable')
    for (const each of guesses)
      if (each.rests === 'parent' && touches(trace, each.resource.id)) doubted.add(each);
  for (const { wrong, trace: ask } of others) {
    // The words for a guess among several are those of the guess alone, where that alone decides.
    if (wrong.length > 1 && doubted.size > 0) break;
    if (wrong.every((each) => doubted.has(each))) continue;
    if (ask(query).verdict !== trace.verdict) for (const each of wrong) doubted.add(each);
  }
  if (doubted.size === 0) return trace;
  return inDoubt(
    trace,
    [...doubted].map(({ guess }) => guess.why),
  );
}

function inDoubt(trace: Trace, why: readonly Words[]): Trace {
  return {
    ...trace,
    verdict: 'unknown',
    forward: unsure(trace.forward),
    return: trace.return === null ? null : unsure(trace.return),
    blockedBy: [],
    unknowns: unique([...why, ...trace.unknowns]),
  };
}

function unsure({ steps }: Path): Path {
  return {
    disposition: 'unknown',
    steps: steps.map((step) => (step.verdict === 'drop' ? { ...step, verdict: 'unknown' } : step)),
  };
}

function touches({ forward, return: back, resolution }: Trace, id: ResourceId): boolean {
  return (
    resolution?.by === id ||
    [...forward.steps, ...(back?.steps ?? [])].some(({ at, because }) => at === id || because.resource === id)
  );
}

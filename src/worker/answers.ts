/** What the validation worker answers: verdicts and findings of a document that changes, and of them what has changed. */
import { equal } from '../lib/equal';
import type { Catalog } from '../core/catalog/catalog';
import { incrementalValidation } from '../core/incremental/validation';
import type { Document } from '../core/model/document';
import type { Finding, Rule } from '../core/rules/rule';
import type { Answer, MapChanges } from './protocol';

export interface Answers {
  /** `others`: what is found elsewhere, and goes into the same list. */
  answer(revision: number, document: Document, others: readonly Finding[]): Answer;
  /**
   * Seeks the fixes of one finding, which may take as long as compiling a design a few dozen times. False: there are none
   * to seek.
   */
  seekFixes(): boolean;
  /** What has been found since. */
  late(revision: number): Answer;
}

export function createAnswers(catalog: Catalog, rules: ReadonlyMap<string, Rule>): Answers {
  const validation = incrementalValidation(catalog, rules);
  let said = nothing;
  let others: readonly Finding[] = [];

  const say = (revision: number): Answer => {
    const { findings, suppressed } = validation.findings(others);
    const now: Said = { findings, traces: validation.traces(), routes: validation.routes() };
    const before = said;
    said = now;
    return {
      revision,
      suppressed,
      traces: changes(before.traces, now.traces),
      routes: changes(before.routes, now.routes),
      ...findingChanges(before.findings, findings),
    };
  };
  return {
    answer(revision, document, given) {
      others = given;
      validation.update(document);
      return say(revision);
    },
    seekFixes: () => validation.seekFixes(),
    late: (revision) => ({ ...say(revision), isLate: true }),
  };
}

interface Said {
  readonly findings: readonly Finding[];
  readonly traces: ReturnType<ReturnType<typeof incrementalValidation>['traces']>;
  readonly routes: ReturnType<ReturnType<typeof incrementalValidation>['routes']>;
}

const nothing: Said = { findings: [], traces: new Map(), routes: new Map() };

function changes<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): MapChanges<K, V> {
  const found = new Map<K, V | undefined>();
  if (before === after) return found;
  for (const [key, value] of after) if (before.get(key) !== value) found.set(key, value);
  for (const key of before.keys()) if (!after.has(key)) found.set(key, undefined);
  return found;
}

function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
): Pick<Answer, 'findings' | 'changed'> {
  if (before === after) return { changed: [] };
  const same = new Set(before);
  const others = after.filter((finding) => !same.has(finding));
  const known = new Map(others.length === 0 ? [] : before.map((finding) => [finding.key, finding]));
  const changed = others.filter((finding) => !equal(known.get(finding.key), finding));
  const isSame =
    changed.length === 0 &&
    before.length === after.length &&
    before.every(({ key }, index) => key === after[index]?.key);
  return isSame ? { changed } : { findings: after.map(({ key }) => key), changed };
}

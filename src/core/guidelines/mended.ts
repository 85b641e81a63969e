/**
 * Mends departures. A change is taken only where it makes nothing worse: its own guideline finds less than before, no other one
 * more, and what is locked stays. So it holds by construction, whatever a guideline proposes.
 */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { CommandCall } from '../commands';
import type { Document } from '../model/document';
import { documentAfter, type Plan } from '../plans/plan';
import { departures, type Found } from './check';
import { createDrawings } from './drawing';
import { guidelines } from './index';

export interface Checked {
  readonly document: Document;
  readonly found: readonly Found[];
}

export interface Mended {
  readonly plan: Plan;
  readonly after: Checked;
}

export interface Checker {
  check(document: Document): Checked;
  /** What mends one of them, or undefined where nothing does without harm. */
  fixFor(checked: Checked, found: Found): Plan | undefined;
  /** The same a try at a time, for those who have other things to do meanwhile. */
  fixInSteps(checked: Checked, found: Found): Generator<undefined, Plan | undefined>;
  /** What mends all that can be mended, of one guideline or of all (undefined), as one plan; undefined where that is nothing. */
  fixAll(checked: Checked, guideline?: string): Mended | undefined;
  /** The same a try at a time: of a large diagram it takes seconds. */
  fixAllInSteps(checked: Checked, guideline?: string): Generator<undefined, Mended | undefined>;
}

/** One diagram is asked about again and again: what has not changed from one document to the next is not drawn again. */
export function createChecker(catalog: Catalog): Checker {
  const drawingOf = createDrawings(catalog);
  const context = { catalog };
  const check = (document: Document): Checked => ({ document, found: departures(drawingOf(document)) });

  /** A step is one change that is tried. */
  function* mend(checked: Checked, found: Found): Generator<undefined, Mended | undefined> {
    const own = guidelines.find(({ id }) => id === found.guideline);
    const before = checked.found.filter(({ guideline }) => guideline === found.guideline).length;
    // The drawing that found it is the one that its fixes speak of.
    for (const plan of found.fixes?.() ?? []) {
      yield;
      const document = documentAfter(context, checked.document, plan);
      if (document === checked.document || movesLocked(checked.document, document)) continue;
      // Most of those that will not do already fail at this, the cheaper question.
      if (own === undefined || [...own.check(drawingOf(document))].length >= before) continue;
      const after = check(document);
      if (isNoWorse(checked.found, after.found)) return { plan, after };
    }
    return undefined;
  }

  function* fixInSteps(checked: Checked, found: Found): Generator<undefined, Plan | undefined> {
    return (yield* mend(checked, found))?.plan;
  }

  function* fixAllInSteps(checked: Checked, guideline?: string): Generator<undefined, Mended | undefined> {
    const commands: CommandCall[] = [];
    let now = checked;
    /** What could not be mended in the document as it is now. */
    let hopeless = new Set<string>();
    for (;;) {
      const next = now.found.find(
        (each) => (guideline === undefined || each.guideline === guideline) && !hopeless.has(each.key),
      );
      if (next === undefined) break;
      const mended = yield* mend(now, next);
      if (mended === undefined) {
        hopeless.add(next.key);
        continue;
      }
      commands.push(...mended.plan.commands);
      now = mended.after;
      hopeless = new Set();
    }
    if (commands.length === 0) return undefined;
    return { plan: { title: mendWords(checked.found.length - now.found.length), commands }, after: now };
  }

  return {
    check,
    fixInSteps,
    fixAllInSteps,
    fixFor: (checked, found) => atOnce(fixInSteps(checked, found)),
    fixAll: (checked, guideline) => atOnce(fixAllInSteps(checked, guideline)),
  };
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function mendWords(count: number): Words {
  return {
    en: `Follow the guidelines in ${count} ${count === 1 ? 'place' : 'places'}`,
    ja: `ガイドラインに合わせて ${count} か所を修正`,
  };
}

function movesLocked(before: Document, after: Document): boolean {
  for (const [id, resource] of before.resources)
    if (resource.locked === true && after.resources.get(id) !== resource) return true;
  return false;
}

/** Whether no guideline finds more than before. */
function isNoWorse(before: readonly Found[], after: readonly Found[]): boolean {
  const left = new Map<string, number>();
  for (const { guideline } of before) left.set(guideline, (left.get(guideline) ?? 0) + 1);
  for (const { guideline } of after) {
    const room = (left.get(guideline) ?? 0) - 1;
    if (room < 0) return false;
    left.set(guideline, room);
  }
  return true;
}

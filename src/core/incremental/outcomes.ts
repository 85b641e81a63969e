/** What rules have found, by the place where they looked, put together rule by rule as `validate` has it. */
import { equal } from '../../lib/equal';
import { compareOrder } from '../../lib/order';
import type { Document, Flow, Resource } from '../model/document';
import type { EachCheck, Finding, FoundFault, Rule, RuleContext } from '../rules/rule';
import { named, type Found, type RuleFailure } from '../rules/validate';
import type { FoundFixes } from './foundFixes';

/** What one rule has found in one place: at a resource, at a flow, or in the design. */
type Outcome = { readonly faults: readonly FoundFault[] } | { readonly error: unknown };

/** What all rules have found in one place, by the rule. Those that have found nothing are left out. */
export type Outcomes = ReadonlyMap<string, Outcome>;

export const nothing: Outcomes = new Map();

/** A place, as text: `r` and the id of a resource, `f` and that of a flow, `d` and the rule for the whole design. */
type Place = string;

type Named<C> = readonly [rule: string, check: C];
type CheckOfResource = (context: RuleContext, resource: Resource) => Iterable<FoundFault>;
type CheckOfFlow = (context: RuleContext, flow: Flow) => Iterable<FoundFault>;

/** The rules by what they are run for. */
export function sortOut(rules: ReadonlyMap<string, Rule>): {
  ofKind(kind: string): readonly Named<CheckOfResource>[];
  readonly ofFlows: readonly Named<CheckOfFlow>[];
  readonly ofDesign: readonly Named<(context: RuleContext) => Iterable<FoundFault>>[];
} {
  const ofDesign: Named<(context: RuleContext) => Iterable<FoundFault>>[] = [];
  const ofFlows: Named<CheckOfFlow>[] = [];
  const ofResources: [EachCheck & { readonly of: 'resources' }, string][] = [];
  for (const { id, check } of rules.values()) {
    const { each } = check;
    if (each === undefined) ofDesign.push([id, check]);
    else if (each.of === 'flows') ofFlows.push([id, each.check]);
    else ofResources.push([each, id]);
  }
  const byKind = new Map<string, readonly Named<CheckOfResource>[]>();
  return {
    ofKind(kind) {
      let found = byKind.get(kind);
      if (found === undefined) {
        found = ofResources.flatMap(([{ kinds, check }, id]): Named<CheckOfResource>[] =>
          kinds === 'any' || (kinds as readonly string[]).includes(kind) ? [[id, check]] : [],
        );
        byKind.set(kind, found);
      }
      return found;
    },
    ofFlows,
    ofDesign,
  };
}

export function outcomes<C>(checks: readonly Named<C>[], run: (check: C) => Iterable<FoundFault>): Outcomes {
  let found: Map<string, Outcome> | undefined;
  for (const [rule, check] of checks) {
    let outcome: Outcome | undefined;
    try {
      const faults = [...run(check)];
      if (faults.length > 0) outcome = { faults };
    } catch (error) {
      outcome = { error };
    }
    if (outcome !== undefined) (found ??= new Map<string, Outcome>()).set(rule, outcome);
  }
  return found ?? nothing;
}

/** What is known of one rule. */
interface Known {
  readonly rule: Rule;
  readonly places: Map<Place, Outcome>;
  /** By the key. */
  found: ReadonlyMap<string, Found>;
  failure: RuleFailure | undefined;
}

export class RuleFindings {
  private readonly fixes: FoundFixes;
  private readonly known: ReadonlyMap<string, Known>;
  private readonly told = new Map<Place, Outcomes>();
  private readonly stale = new Set<string>();

  constructor(rules: ReadonlyMap<string, Rule>, fixes: FoundFixes) {
    this.fixes = fixes;
    this.known = new Map(
      [...rules].map(([id, rule]): [string, Known] => [
        id,
        { rule, places: new Map<Place, Outcome>(), found: new Map<string, Found>(), failure: undefined },
      ]),
    );
  }

  /** From now on this is what there is in a place. */
  tell(place: Place, there: Outcomes = nothing): void {
    for (const rule of this.told.get(place)?.keys() ?? []) {
      this.known.get(rule)?.places.delete(place);
      this.stale.add(rule);
    }
    if (there.size === 0) this.told.delete(place);
    else this.told.set(place, there);
    for (const [rule, outcome] of there) {
      this.known.get(rule)?.places.set(place, outcome);
      this.stale.add(rule);
    }
  }

  /** Puts together what was told; whether anything is found that was not, or the other way round. */
  settle(document: Document): boolean {
    let isChanged = false;
    for (const id of this.stale) {
      const known = this.known.get(id);
      if (known !== undefined && this.putInOrder(document, known)) isChanged = true;
    }
    this.stale.clear();
    return isChanged;
  }

  /** The findings of all rules in the order in which `validate` comes upon them. */
  inOrder(): { readonly findings: readonly Finding[]; readonly failures: readonly RuleFailure[] } {
    const findings: Finding[] = [];
    const failures: RuleFailure[] = [];
    for (const { found, failure } of this.known.values()) {
      if (failure !== undefined) failures.push(failure);
      for (const { finding } of found.values()) findings.push(this.fixes.shownWith(finding));
    }
    return { findings, failures };
  }

  /** Names only what is new: a rule may have found thousands, of which an edit concerns one. */
  private putInOrder(document: Document, known: Known): boolean {
    const { rule, places, found: before, failure: failedBefore } = known;
    const faults: FoundFault[] = [];
    let failure: RuleFailure | undefined;
    for (const place of inOrderOf(rule, document, [...places.keys()])) {
      const outcome = places.get(place);
      if (outcome === undefined) continue;
      if ('error' in outcome) failure ??= { rule: rule.id, error: outcome.error };
      else faults.push(...outcome.faults);
    }
    const namedBefore = new Map([...before.values()].map((found) => [found.fault, found]));
    // A rule that throws somewhere has found nothing anywhere.
    const found = new Map(
      (failure === undefined ? named(rule, faults, namedBefore) : []).map((each) => {
        const { key } = each.finding;
        return [key, asBefore(each, before.get(key))];
      }),
    );
    for (const [key, { seek }] of found) if (seek !== undefined) this.fixes.provide(key, seek);
    for (const [key, { seek }] of before)
      if (seek !== undefined && found.get(key)?.seek === undefined) this.fixes.withdraw(key);
    known.found = found;
    known.failure = failure;
    return failure !== failedBefore || !isSameList(before, found);
  }
}

/** What was found again, its finding the very object that it was if it says the same. */
function asBefore(found: Found, before: Found | undefined): Found {
  if (before === undefined || before === found || !equal(before.finding, found.finding)) return found;
  return { ...found, finding: before.finding };
}

function isSameList(a: ReadonlyMap<string, Found>, b: ReadonlyMap<string, Found>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const { finding } of a.values()) if (others.next().value?.finding !== finding) return false;
  return true;
}

/** The places in the order in which the rule looks at them, which tells findings with the same key apart. */
function inOrderOf({ check: { each } }: Rule, document: Document, places: Place[]): readonly Place[] {
  if (places.length < 2 || each === undefined) return places;
  if (each.of === 'resources' && each.kinds === 'any') {
    const asked = new Set(places.map((place) => place.slice(1)));
    return [...document.resources.keys()].filter((id) => asked.has(id)).map((id) => `r${id}`);
  }
  return places
    .map((place) => {
      const id = place.slice(1);
      const record = each.of === 'flows' ? document.flows.get(id) : document.resources.get(id);
      const kind = record !== undefined && 'kind' in record ? record.kind : '';
      const rank = each.of === 'flows' ? 0 : (each.kinds as readonly string[]).indexOf(kind);
      return { place, rank, id, order: record?.order ?? '' };
    })
    .sort((a, b) => a.rank - b.rank || compareOrder(a, b))
    .map(({ place }) => place);
}

/** All findings, sorted as `validate` sorts them, of which an edit changes few. */
import type { FlowId, ResourceId } from '../model/document';
import type { Finding } from '../rules/rule';
import { compareFindings, withCause, type Placed } from '../rules/validate';
import type { Cell, Watch } from './cells';

export class InOrder {
  private readonly watch: Watch;
  private readonly placeOf: (id: ResourceId | FlowId) => Cell<string>;
  private readonly moved: () => void;
  private readonly places = new Map<ResourceId | FlowId, string>();
  private sorted: readonly Placed[] = [];
  private list: readonly Finding[] = [];

  /** `moved` is told when something about which there are findings stands in another place. */
  constructor(watch: Watch, placeOf: (id: ResourceId | FlowId) => Cell<string>, moved: () => void) {
    this.watch = watch;
    this.placeOf = placeOf;
    this.moved = moved;
  }

  /** The same list as long as nothing in it changes. To sort thousands for one of them took half of many edits. */
  of(findings: readonly Finding[]): readonly Finding[] {
    const before = new Map(this.sorted.map((placed) => [placed.finding, placed]));
    const now = new Set<Placed>();
    const added: Placed[] = [];
    for (const finding of findings) {
      const place = this.place(finding.on[0]);
      const known = before.get(finding);
      if (known?.place === place && !now.has(known)) now.add(known);
      else added.push({ finding, place });
    }
    const kept = this.sorted.filter((placed) => now.has(placed));
    if (added.length === 0 && kept.length === this.sorted.length) return this.list;
    this.sorted = merged(kept, added.sort(compareFindings));
    return (this.list = this.sorted.map(({ finding }) => finding));
  }

  private place(id: ResourceId | FlowId): string {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const cell = this.placeOf(id);
    const place = cell.get();
    this.places.set(id, place);
    this.watch.start(cell, (after) => {
      if (this.places.get(id) === after) return;
      this.places.set(id, after);
      this.moved();
    });
    return place;
  }
}

/** Two sorted lists as one. */
function merged(some: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
  const all: Placed[] = [];
  let next = 0;
  for (const placed of some) {
    for (
      let other = others[next];
      other !== undefined && compareFindings(other, placed) < 0;
      other = others[++next]
    )
      all.push(other);
    all.push(placed);
  }
  return [...all, ...others.slice(next)];
}

/** Findings tied to their causes: the same object for the same finding with the same cause. */
export class Ties {
  private readonly made = new WeakMap<Finding, Finding>();

  readonly tie = (finding: Finding, causedBy: string): Finding => {
    const before = this.made.get(finding);
    if (before?.causedBy === causedBy) return before;
    const tied = withCause(finding, causedBy);
    this.made.set(finding, tied);
    return tied;
  };
}
